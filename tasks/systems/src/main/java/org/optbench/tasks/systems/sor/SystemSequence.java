package org.optbench.tasks.systems.sor;

import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/**
 * An endless sequence of linear systems {@code (A + c_t I) x_t = b_t} with standard normal right-hand sides, in the manner of M. Khodak, E. Chow,
 * M.-F. Balcan, A. Talwalkar: Learning to Relax: Setting Solver Parameters Across a Sequence of Linear System Instances (ICLR 2024). Immutable.
 */
final class SystemSequence {

    private final Solver solver;
    private final ModelSystem.Built system;
    private final ShiftLaw law;
    private final ShiftRange range;
    private final RandomStreams streams;

    SystemSequence(Solver solver, ModelSystem system, ShiftLaw law, int instance) {
        this.solver = solver;
        this.system = system.built();
        this.law = law;
        this.range = ShiftRange.of(system.smallest());
        this.streams = RandomStreams.of("sor " + system.id() + "/" + law.id() + "/i" + instance);
    }

    /** The diagonal shift of a step, 0 and on. */
    double shift(int step) {
        return range.at(law.place(step, streams));
    }

    /** Solver iterations that the step takes. */
    int iterations(int step, double omega) {
        return solver.iterations(system.matrix(), shift(step), omega, rightHandSide(step));
    }

    /**
     * Young's optimal parameter of SOR for a shift, {@code 2 / (1 + sqrt(1 - rho^2))} with the spectral radius rho of the Jacobi iteration: the fastest
     * asymptotic convergence, though a finite tolerance may favour another value slightly.
     */
    double oracle(double shift) {
        double radius = system.jacobiRadius().applyAsDouble(shift);
        return 2.0 / (1.0 + Math.sqrt(1.0 - radius * radius));
    }

    /** Modelled seconds of an iteration: one for each 1e9 floating-point operations of the sweep and the residual. */
    double secondsAnIteration() {
        return 2e-9 * system.matrix().flops();
    }

    private double[] rightHandSide(int step) {
        RandomGenerator random = streams.stream("right-hand side " + step);
        double[] b = new double[system.matrix().size()];
        for (int i = 0; i < b.length; i++) {
            b[i] = Normal.draw(random);
        }
        return b;
    }
}
