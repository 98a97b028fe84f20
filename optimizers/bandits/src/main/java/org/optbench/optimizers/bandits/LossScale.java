package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.optbench.optimizer.support.Score;

/**
 * Turns scores into losses in [0, 1], which is what bandits understand, from what was seen so far: 0 for the best, 1 for failures. The scale sharpens as the results
 * get better, and losses given before stand.
 */
final class LossScale {

    private static final double MEDIANS = 3;

    private final Mode mode;
    private final List<Score> sorted = new ArrayList<>();

    /** How a value becomes a loss. */
    enum Mode {
        /** Linear from the best to three times the distance of the median from it, 1 beyond: bad results do not blur the differences between good ones. */
        CLIPPED,
        /** Linear from the best to the worst. */
        RANGE,
        /** The part of the results seen before that are better, ties half; needs the order only. */
        RANK;

        static Mode of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    LossScale(Mode mode) {
        this.mode = mode;
    }

    /** The loss of a score, which then belongs to what was seen. */
    double enter(Score score) {
        int at = Collections.binarySearch(sorted, score);
        sorted.add(at < 0 ? -at - 1 : at, score);
        return loss(score);
    }

    /** The loss of a score among what was seen, itself included. */
    double loss(Score score) {
        if (score.isFailure()) {
            return 1;
        }
        return switch (mode) {
            case RANK -> rank(score);
            case RANGE -> linear(score, feasible() - 1, 1);
            case CLIPPED -> linear(score, (feasible() - 1) / 2, MEDIANS);
        };
    }

    private double linear(Score score, int upper, double times) {
        if (!score.isFeasible()) {
            return 1;
        }
        double low = sorted.getFirst().value();
        double high = sorted.get(Math.max(upper, 0)).value();
        double span = times * (high / 2 - low / 2); // halves: the difference of the largest numbers overflows
        return span > 0 ? Math.clamp((score.value() / 2 - low / 2) / span, 0.0, 1.0) : score.value() > low ? 1 : 0.5;
    }

    private double rank(Score score) {
        if (sorted.size() < 2) {
            return 0.5;
        }
        int first = firstNotBetter(score);
        int last = first;
        while (last + 1 < sorted.size() && sorted.get(last + 1).compareTo(score) == 0) {
            last++;
        }
        return Math.clamp((first + last) / 2.0 / (sorted.size() - 1), 0.0, 1.0);
    }

    private int firstNotBetter(Score score) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).isBetterThan(score)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int feasible() {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).isFeasible()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
