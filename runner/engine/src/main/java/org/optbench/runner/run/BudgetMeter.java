package org.optbench.runner.run;

import java.util.OptionalDouble;
import org.optbench.model.Budget;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Trial;

/** Counts what a run has used, and knows when it must end. */
final class BudgetMeter {

    private static final double ROUNDING = 1e-9;

    private final Budget budget;
    private final Problem problem;
    private int started;
    private int finished;
    private int failed;
    private double fullEvaluations;
    private double cost;
    private double best = Double.POSITIVE_INFINITY; // to minimise
    private boolean isTargetReached;

    BudgetMeter(Budget budget, Problem problem) {
        this.budget = budget;
        this.problem = problem;
    }

    void start(double share) {
        started++;
        fullEvaluations += share;
    }

    /** @param difference what the trial used beyond the share it was started with */
    void finish(Trial trial, double difference) {
        finished++;
        fullEvaluations += difference;
        if (!budget.costResource().isEmpty()) {
            cost += trial.outcome().cost().resources().getOrDefault(budget.costResource(), 0.0);
        }
        switch (trial.outcome()) {
            case Outcome.Failure _ -> failed++;
            case Outcome.Success success -> success(success, trial);
            case Outcome.Interrupted _ -> {
                // counts for the budget only
            }
        }
    }

    private void success(Outcome.Success success, Trial trial) {
        boolean isFull = problem.fidelities().isEmpty() || problem.fidelities().isFull(trial.suggestion().fidelity());
        if (!isFull || !problem.isFeasible(success.constraints())) {
            return;
        }
        double value = problem.objective().toMinimize(success.objectives().getFirst());
        if (value < best) {
            best = value;
        }
        if (budget.untilTarget().isPresent() && value <= problem.objective().toMinimize(budget.untilTarget().getAsDouble())) {
            isTargetReached = true;
        }
    }

    /** Whether another trial may start at this time of the run's clock. */
    boolean allowsStart(double seconds) {
        return !isTargetReached && (budget.trials().isEmpty() || started < budget.trials().getAsLong())
                && (budget.fullEvaluations().isEmpty() || fullEvaluations < budget.fullEvaluations().getAsDouble() - ROUNDING)
                && (budget.seconds().isEmpty() || seconds < budget.seconds().getAsDouble()) && (budget.cost().isEmpty() || cost < budget.cost().getAsDouble());
    }

    /** How many suggestions may be asked for at once. */
    int mostStarts(int wanted) {
        return budget.trials().isEmpty() ? wanted : (int) Math.min(wanted, budget.trials().getAsLong() - started);
    }

    boolean isTargetReached() {
        return isTargetReached;
    }

    RunResult result(RunResult.End end, String detail, double seconds) {
        return new RunResult(end, detail, finished, failed, fullEvaluations, seconds,
                best < Double.POSITIVE_INFINITY ? OptionalDouble.of(problem.objective().toMinimize(best)) : OptionalDouble.empty(), false);
    }

    int finished() {
        return finished;
    }

    double fullEvaluations() {
        return fullEvaluations;
    }

    OptionalDouble best() {
        return best < Double.POSITIVE_INFINITY ? OptionalDouble.of(problem.objective().toMinimize(best)) : OptionalDouble.empty();
    }
}
