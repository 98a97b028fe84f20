package org.optbench.optimizers.bayes.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * Maximises an acquisition as a cooperative game: each parameter is a player that answers the others with its own best value, until
 * none moves (Bal, Sessa, Mutny and Krause 2024, algorithm 2, iterated best response). A round scores the sum, not the product, of
 * the numbers of choices, which is what makes large combinatorial spaces tractable.
 *
 * @param encoding space
 * @param starts random starts beside the known good points, positive
 * @param rounds most rounds over all players, positive
 */
public record BestResponse(Encoding encoding, int starts, int rounds) {
    /**
     * Plays from several starts and returns the equilibrium of the highest value that is allowed.
     *
     * @param acquisition to maximise
     * @param centres known good points to start from as well
     * @param allowed points that may be returned; if no equilibrium is, the best allowed answer on the way, else a random point
     */
    public double[] maximise(Acquisition acquisition, List<double[]> centres, Predicate<double[]> allowed, RandomGenerator random) {
        List<double[]> begins = new ArrayList<>(centres);
        for (int s = 0; s < starts; s++) {
            begins.add(encoding.sample(random));
        }
        double[] best = encoding.sample(random);
        double bestValue = Double.NEGATIVE_INFINITY;
        double[] known = best;
        double knownValue = Double.NEGATIVE_INFINITY;
        for (double[] begin : begins) {
            double[] point = begin;
            double value = values(acquisition, List.of(begin))[0];
            for (int round = 0; round < rounds; round++) {
                double before = value;
                for (int player = 0; player < encoding.players(); player++) {
                    List<double[]> answers = encoding.answers(point, player, random);
                    if (answers.isEmpty()) {
                        continue;
                    }
                    double[] values = values(acquisition, answers);
                    for (int i = 0; i < values.length; i++) {
                        if (values[i] > value) {
                            value = values[i];
                            point = answers.get(i);
                        }
                        if (values[i] > bestValue && allowed.test(answers.get(i))) {
                            bestValue = values[i];
                            best = answers.get(i);
                        }
                    }
                }
                if (value <= before) {
                    break;
                }
            }
            if (value > knownValue && allowed.test(point)) {
                knownValue = value;
                known = point;
            }
        }
        return knownValue > Double.NEGATIVE_INFINITY ? known : best;
    }

    private double[] values(Acquisition acquisition, List<double[]> points) {
        double[][] features = points.stream().map(encoding::features).toArray(double[][]::new);
        double[] values = new double[features.length];
        acquisition.values(features, values);
        Arrays.setAll(values, i -> Double.isNaN(values[i]) ? Double.NEGATIVE_INFINITY : values[i]);
        return values;
    }
}
