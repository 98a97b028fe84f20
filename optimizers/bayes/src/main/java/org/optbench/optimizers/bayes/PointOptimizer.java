package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.space.Encoding;
import org.optbench.optimizers.bayes.space.History;

/** What the model-based optimizers share: an initial design, the history, and one point at a time. */
abstract class PointOptimizer implements Optimizer {
    private static final int FRESH_TRIES = 200;

    final Problem problem;
    final RandomGenerator random;
    final Encoding encoding;
    final History history;
    private final List<double[]> design;
    private long nextTag;

    /**
     * Starts a run.
     *
     * @param initial points of the initial design; at most a third of the budget is spent on it, at least two points
     */
    PointOptimizer(OptimizerContext context, String purpose, int initial) {
        problem = context.problem();
        random = context.random().stream(purpose);
        encoding = new Encoding(problem.space());
        history = new History(problem, encoding);
        int affordable = (int) Math.min(initial, Math.max(2, context.budget().expectedFullEvaluations() / 3));
        design = encoding.initialDesign(Math.max(affordable, 1), random);
    }

    /** The next point after the initial design; pending points are in the history. */
    abstract double[] suggest();

    @Override
    public void tell(Trial trial) {
        history.tell(trial);
    }

    @Override
    public final Ask ask(AskRequest request) {
        List<Suggestion> suggestions = new ArrayList<>();
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        for (int i = 0; i < wanted; i++) {
            double[] point = nextTag < design.size() ? design.get((int) nextTag) : suggest();
            Configuration configuration = encoding.decode(point);
            history.suggest(nextTag, configuration, point);
            suggestions.add(new Suggestion(configuration, problem.fidelities().full(), nextTag++));
        }
        return new Ask.Suggest(suggestions);
    }

    /** True if a point may be suggested: evaluations are noisy, or it is new, or nothing new is left. */
    final boolean allowed(double[] point) {
        return problem.noisy() || history.distinct() >= problem.space().cardinality() || !history.knows(encoding.decode(point));
    }

    /** An allowed point near a known one if there is one, else the point itself. */
    final double[] fresh(double[] point) {
        double[] candidate = point;
        for (int attempt = 0; attempt < FRESH_TRIES && !allowed(candidate); attempt++) {
            candidate = attempt < FRESH_TRIES / 2 ? encoding.mutate(point, 0.3, 0.1, random) : encoding.sample(random);
        }
        return candidate;
    }
}
