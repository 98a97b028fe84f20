package org.optbench.optimizer.support;

import java.util.List;
import org.optbench.model.Observation;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Trial;

/** Turns the trials of a single-objective run into comparable scores, in the order in which they are told. */
public final class Scores {

    private final Problem problem;
    private final RankOrder order = new RankOrder();
    private final Score failure = new Score(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, RankOrder.NOWHERE);

    public Scores(Problem problem) {
        this.problem = problem;
    }

    /** The score of a failed trial. */
    public Score failure() {
        return failure;
    }

    /** The score of a trial; to be called once for each, when it is told. */
    public Score of(Trial trial) {
        return switch (trial.outcome()) {
            case Outcome.Success success -> ofSuccess(success);
            case Outcome.Interrupted interrupted -> numeric(interrupted.objectives().getFirst(), violation(interrupted.constraints()));
            case Outcome.Failure _ -> failure;
        };
    }

    private Score ofSuccess(Outcome.Success success) {
        double first = success.objectives().getFirst();
        if (problem.observation() == Observation.RANKS) {
            return new Score(violation(success.constraints()), first, order.insert(first));
        }
        return numeric(first, violation(success.constraints()));
    }

    private Score numeric(double value, double violation) {
        double toMinimize = problem.objective().toMinimize(value);
        return Double.isNaN(toMinimize) || Double.isNaN(violation) ? failure : new Score(violation, toMinimize, RankOrder.NOWHERE);
    }

    /** Sum of the constraint values beyond their tolerance; 0 when all are satisfied. */
    private double violation(List<Double> values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            if (!problem.constraints().get(i).isSatisfied(values.get(i))) {
                sum += Math.min(values.get(i), Double.MAX_VALUE);
            }
        }
        return Math.min(sum, Double.MAX_VALUE);
    }
}
