package org.optbench.model;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * When a run ends: whichever limit is reached first.
 *
 * @param trials           number of trials, whatever their fidelity
 * @param fullEvaluations  full-evaluation equivalents: each trial counts the fraction of a full evaluation that its fidelity costs
 * @param seconds          seconds on the task's clock (wall or simulated, never both), from the start of the run
 * @param cost             amount of the resource named by costResource
 * @param costResource     name of a resource of {@link Cost}; empty without a cost limit
 * @param untilTarget      value of the first objective at whose attainment by a feasible full-fidelity trial the run ends
 */
public record Budget(OptionalLong trials, OptionalDouble fullEvaluations, OptionalDouble seconds, OptionalDouble cost, String costResource,
        OptionalDouble untilTarget) {

    public Budget {
        if (trials.isEmpty() && fullEvaluations.isEmpty() && seconds.isEmpty() && cost.isEmpty()) {
            throw new IllegalArgumentException("Budget without a limit: trials, full evaluations, seconds or a cost must be limited.");
        }
        requirePositive("trials", trials.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(trials.getAsLong()));
        requirePositive("full evaluations", fullEvaluations);
        requirePositive("seconds", seconds);
        requirePositive("cost", cost);
        if (cost.isPresent() == costResource.isEmpty()) {
            throw new IllegalArgumentException("Budget with cost " + cost + " of resource '" + costResource + "': a cost limit needs the name of a resource.");
        }
    }

    public static Budget ofTrials(long trials) {
        return new Budget(OptionalLong.of(trials), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "", OptionalDouble.empty());
    }

    public static Budget ofFullEvaluations(double fullEvaluations) {
        return new Budget(OptionalLong.empty(), OptionalDouble.of(fullEvaluations), OptionalDouble.empty(), OptionalDouble.empty(), "",
                OptionalDouble.empty());
    }

    public static Budget ofSeconds(double seconds) {
        return new Budget(OptionalLong.empty(), OptionalDouble.empty(), OptionalDouble.of(seconds), OptionalDouble.empty(), "", OptionalDouble.empty());
    }

    /** This budget, also ended by the attainment of a target. */
    public Budget until(double target) {
        return new Budget(trials, fullEvaluations, seconds, cost, costResource, OptionalDouble.of(target));
    }

    /** An estimate of how many full evaluations there will be, for optimizers that plan; infinity when only time or cost is limited. */
    public double expectedFullEvaluations() {
        double byTrials = trials.isPresent() ? trials.getAsLong() : Double.POSITIVE_INFINITY;
        return Math.min(byTrials, fullEvaluations.orElse(Double.POSITIVE_INFINITY));
    }

    private static void requirePositive(String what, OptionalDouble limit) {
        if (limit.isPresent() && !(limit.getAsDouble() > 0)) {
            throw new IllegalArgumentException("Budget of " + limit.getAsDouble() + " " + what + ": it must be positive.");
        }
    }
}
