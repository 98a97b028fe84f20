package org.optbench.runner.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.model.Direction;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;

/** Replaces values by their ranks among the successes told so far, for problems that show ranks only. */
final class Ranks {

    private final Problem problem;
    private final double[][] seen; // per objective, sorted, to minimise
    private int count;

    Ranks(Problem problem) {
        this.problem = problem;
        this.seen = new double[problem.objectives().size()][16];
    }

    Outcome hide(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Success success -> new Outcome.Success(ranks(success.objectives(), true), success.constraints(), success.cost(), success.feedback());
            case Outcome.Interrupted early -> new Outcome.Interrupted(early.paused(), early.reached(), ranks(early.objectives(), false), early.constraints(),
                    early.cost());
            case Outcome.Failure failure -> failure;
        };
    }

    private List<Double> ranks(List<Double> objectives, boolean remember) {
        List<Double> ranks = new ArrayList<>();
        for (int i = 0; i < objectives.size(); i++) {
            double value = problem.objectives().get(i).toMinimize(objectives.get(i));
            int below = lowerBound(seen[i], value);
            int equal = upperBound(seen[i], value) - below;
            double rank = below + 1 + equal / 2.0;
            ranks.add(problem.objectives().get(i).direction() == Direction.MINIMIZE ? rank : -rank);
            if (remember) {
                insert(i, below, value);
            }
        }
        count += remember ? 1 : 0;
        return ranks;
    }

    private void insert(int objective, int at, double value) {
        if (count == seen[objective].length) {
            seen[objective] = Arrays.copyOf(seen[objective], 2 * count);
        }
        System.arraycopy(seen[objective], at, seen[objective], at + 1, count - at);
        seen[objective][at] = value;
    }

    private int lowerBound(double[] sorted, double value) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int upperBound(double[] sorted, double value) {
        int at = lowerBound(sorted, value);
        while (at < count && sorted[at] == value) {
            at++;
        }
        return at;
    }
}
