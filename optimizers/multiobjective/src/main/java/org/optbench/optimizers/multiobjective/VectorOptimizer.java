package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/**
 * Drives a method that proposes one point after the other and learns from each result as it comes, however many are pending: it never waits. Of a
 * method in generations each generation simply ends when enough results are in; without pending trials that is the algorithm as published.
 */
final class VectorOptimizer implements Optimizer {

    private static final int LARGEST_DESIGN = 200;

    private final Problem problem;
    private final Archive archive;
    private final Method method;
    private final List<double[]> design;
    private long proposals;

    /** A multi-objective method. */
    interface Method {

        /** The next point, after the initial design; legal. */
        double[] next(long tag);

        /** A result; those of the initial design have the tags below its size. */
        void tell(Individual individual);

        /** What the method holds for its best set now; all told trials where it keeps none of its own. */
        List<Individual> population();
    }

    /**
     * A run.
     *
     * @param initial points of the initial design, positive
     */
    VectorOptimizer(Problem problem, Archive archive, int initial, RandomGenerator random, Method method) {
        this.problem = problem;
        this.archive = archive;
        this.method = method;
        design = design(archive, initial, random);
    }

    private static List<double[]> design(Archive archive, int size, RandomGenerator random) {
        List<double[]> points = new ArrayList<>(archive.encoding().initialDesign(Math.min(size, LARGEST_DESIGN), random));
        while (points.size() < size) {
            points.add(archive.encoding().sample(random));
        }
        return points;
    }

    @Override
    public Ask ask(AskRequest request) {
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        List<Suggestion> suggestions = new ArrayList<>(wanted);
        for (int i = 0; i < wanted; i++) {
            double[] point = proposals < design.size() ? design.get((int) proposals) : method.next(proposals);
            archive.suggest(proposals, point);
            suggestions.add(new Suggestion(archive.encoding().decode(point), problem.fidelities().full(), proposals++));
        }
        return new Ask.Suggest(suggestions);
    }

    @Override
    public void tell(Trial trial) {
        method.tell(archive.tell(trial));
    }

    /** The population of the method. */
    List<Individual> population() {
        return method.population();
    }
}
