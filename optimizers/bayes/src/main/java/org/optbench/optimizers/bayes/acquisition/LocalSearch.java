package org.optbench.optimizers.bayes.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * Maximises a score without gradients: random points are scored, then the best of them and the known good points move to their best
 * neighbour while that is an improvement (Hutter, Hoos and Leyton-Brown 2011, section 4.3).
 *
 * @param encoding space
 * @param randomPoints random candidates, positive
 * @param starts random candidates that climb, positive
 * @param neighbours neighbours scored in each step, positive
 * @param rounds most steps, 0 or more
 */
public record LocalSearch(Encoding encoding, int randomPoints, int starts, int neighbours, int rounds) {
    private static final double[] SCALES = {0.2, 0.2, 0.07, 0.02};

    /** Scores points; larger is better. */
    @FunctionalInterface
    public interface Score {
        /**
         * Scores.
         *
         * @param points {@code [m][width]}
         * @param values filled, never NaN
         */
        void values(double[][] points, double[] values);
    }

    /**
     * Searches.
     *
     * @param score to maximise
     * @param centres known good points, from which the search also starts
     * @param allowed points that may be returned; a random point is returned if none is found
     */
    public double[] maximise(Score score, List<double[]> centres, Predicate<double[]> allowed, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < randomPoints; i++) {
            points.add(encoding.sample(random));
        }
        double[] values = score(score, points);
        List<double[]> found = new ArrayList<>();
        List<Double> reached = new ArrayList<>();
        Integer[] order = order(values);
        for (int i = 0; i < Math.min(starts, order.length); i++) {
            climb(score, points.get(order[i]), values[order[i]], random, found, reached);
        }
        for (double[] centre : centres) {
            climb(score, centre, score(score, List.of(centre))[0], random, found, reached);
        }
        for (int i = 0; i < order.length; i++) {
            found.add(points.get(order[i]));
            reached.add(values[order[i]]);
        }
        double[] all = reached.stream().mapToDouble(Double::doubleValue).toArray();
        for (int index : order(all)) {
            if (allowed.test(found.get(index))) {
                return found.get(index);
            }
        }
        return encoding.sample(random);
    }

    private void climb(Score score, double[] start, double value, RandomGenerator random, List<double[]> found, List<Double> reached) {
        double[] current = start;
        double best = value;
        double probability = 1.0 / encoding.space().dimension();
        for (int round = 0; round <= rounds; round++) {
            List<double[]> near = new ArrayList<>();
            for (int i = 0; i < neighbours; i++) {
                near.add(encoding.mutate(current, i % 2 == 0 ? 0 : probability, SCALES[i % SCALES.length], random));
            }
            double[] values = score(score, near);
            int top = order(values)[0];
            if (!(values[top] > best)) {
                // A plateau: take a neighbour that is as good, so that the search does not return the known point itself.
                found.add(values[top] == best ? near.get(top) : current);
                reached.add(best);
                return;
            }
            current = near.get(top);
            best = values[top];
        }
        found.add(current);
        reached.add(best);
    }

    private static double[] score(Score score, List<double[]> points) {
        double[] values = new double[points.size()];
        score.values(points.toArray(double[][]::new), values);
        return values;
    }

    private static Integer[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        return order;
    }
}
