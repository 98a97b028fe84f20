package org.optbench.optimizers.multifidelity;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Turns merits into single numbers to minimise, as models of one output need them. */
final class Scalars {

    private static final double AUGMENTATION = 0.05;

    private Scalars() {
    }

    /**
     * Random weights of the objectives, uniform on the simplex.
     *
     * @param objectives their number; a single one has the weight 1
     */
    static double[] weights(int objectives, RandomGenerator random) {
        double[] weights = new double[objectives];
        if (objectives == 1) {
            weights[0] = 1;
            return weights;
        }
        for (int i = 0; i < objectives; i++) {
            weights[i] = -StrictMath.log(1 - random.nextDouble());
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < objectives; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / objectives;
        }
        return weights;
    }

    /**
     * The objective, or with several the augmented Tchebycheff function of the objectives scaled to [0, 1] (Knowles 2006, "ParEGO", equation 2).
     * Infeasible ones lie beyond the worst feasible one, by their violation.
     *
     * @param merits  none failed
     * @param weights of the objectives, with sum 1
     */
    static double[] of(List<Merit> merits, double[] weights) {
        double[] scalars = weights.length == 1 ? merits.stream().mapToDouble(Merit::value).toArray() : tchebycheff(merits, weights);
        double worst = Double.NEGATIVE_INFINITY;
        double best = Double.POSITIVE_INFINITY;
        double violation = 0;
        for (int i = 0; i < scalars.length; i++) {
            if (merits.get(i).isFeasible()) {
                worst = Math.max(worst, scalars[i]);
                best = Math.min(best, scalars[i]);
            }
            violation = Math.max(violation, merits.get(i).violation());
        }
        if (violation > 0) {
            double start = worst == Double.NEGATIVE_INFINITY ? 0 : worst;
            double range = worst > best ? Math.min(worst - best, Double.MAX_VALUE) : 1;
            for (int i = 0; i < scalars.length; i++) {
                double share = merits.get(i).violation() / violation;
                scalars[i] = merits.get(i).isFeasible() ? scalars[i] : Math.min(start + 0.1 * range + range * share, Double.MAX_VALUE);
            }
        }
        return scalars;
    }

    private static double[] tchebycheff(List<Merit> merits, double[] weights) {
        double[] low = new double[weights.length];
        double[] high = new double[weights.length];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (Merit merit : merits) {
            for (int j = 0; j < weights.length; j++) {
                low[j] = Math.min(low[j], merit.values()[j]);
                high[j] = Math.max(high[j], merit.values()[j]);
            }
        }
        double[] scalars = new double[merits.size()];
        for (int i = 0; i < scalars.length; i++) {
            double largest = 0;
            double sum = 0;
            for (int j = 0; j < weights.length; j++) {
                double scaled = high[j] > low[j] ? (merits.get(i).values()[j] / 2 - low[j] / 2) / (high[j] / 2 - low[j] / 2) : 0; // halves do not overflow
                largest = Math.max(largest, weights[j] * scaled);
                sum += weights[j] * scaled;
            }
            scalars[i] = largest + AUGMENTATION * sum;
        }
        return scalars;
    }
}
