package org.optbench.optimizers.testkit;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Cost;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;

/**
 * A small problem with its function.
 *
 * @param name     for messages
 * @param function gives the values
 */
public record ProblemCase(String name, Problem problem, Function function) {

    /** A function to optimise. */
    @FunctionalInterface
    public interface Function {

        /** Objective values, then constraint values, in the problem's order. */
        List<Double> values(Configuration configuration, Fidelity fidelity, RandomGenerator noise);
    }

    /** The outcome of an evaluation, the same for the same seed. */
    public Outcome evaluate(Configuration configuration, Fidelity fidelity, long seed) {
        List<Double> values = function.values(configuration, fidelity, RandomStreams.of(seed).stream("noise"));
        int objectives = problem.objectives().size();
        double share = problem.fidelities().fullEvaluations(fidelity);
        return new Outcome.Success(values.subList(0, objectives), values.subList(objectives, values.size()), Cost.ofSeconds(share), Feedback.none());
    }
}
