package org.optbench.tasks.systems.sor;

/** Conjugate gradients preconditioned by symmetric successive over-relaxation. */
public final class SsorCgTaskProvider extends RelaxationTaskProvider {

    /** For the service loader. */
    public SsorCgTaskProvider() {
        super("ssor-cg", "Relaxation parameter of SSOR-preconditioned conjugate gradients over sequences of shifted systems", Solver.SSOR_CG);
    }
}
