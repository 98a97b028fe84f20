package org.optbench.runner.campaign;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Problem;

/**
 * Limits of a run as a campaign writes them; whichever is reached first ends the run.
 *
 * @param trials       number of trials, whatever their fidelity
 * @param evaluations  full-evaluation equivalents
 * @param seconds      seconds on the task's clock
 * @param cost         amount of a resource
 * @param costResource name of the resource; empty without a cost limit
 * @param target       value of the first objective that ends the run
 * @param regret       distance to the known optimum that ends the run; ignored for tasks without one
 */
public record BudgetSpec(Optional<Amount> trials, Optional<Amount> evaluations, OptionalDouble seconds, OptionalDouble cost, String costResource,
        OptionalDouble target, OptionalDouble regret) {

    /** The limits for a problem. */
    public Budget of(Problem problem) {
        int dimension = problem.space().dimension();
        return new Budget(trials.map(amount -> OptionalLong.of(Math.max(1, Math.round(amount.of(dimension))))).orElse(OptionalLong.empty()),
                evaluations.map(amount -> OptionalDouble.of(amount.of(dimension))).orElse(OptionalDouble.empty()), seconds, cost, costResource,
                untilTarget(problem));
    }

    private OptionalDouble untilTarget(Problem problem) {
        Objective objective = problem.objective();
        if (target.isPresent() || regret.isEmpty() || objective.optimum().isEmpty()) {
            return target;
        }
        double best = objective.toMinimize(objective.optimum().getAsDouble());
        return OptionalDouble.of(objective.toMinimize(best + regret.getAsDouble()));
    }
}
