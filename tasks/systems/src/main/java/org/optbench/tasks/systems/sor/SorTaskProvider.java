package org.optbench.tasks.systems.sor;

/** Successive over-relaxation. The oracle of each system is known by Young's formula. */
public final class SorTaskProvider extends RelaxationTaskProvider {

    /** For the service loader. */
    public SorTaskProvider() {
        super("sor", "Relaxation parameter of SOR over sequences of shifted systems (Learning to Relax): bandit, contextual and whole sequences",
                Solver.SOR);
    }
}
