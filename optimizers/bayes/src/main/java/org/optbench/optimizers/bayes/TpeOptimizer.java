package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.parzen.DensityRatio;
import org.optbench.optimizers.bayes.parzen.ParzenEstimator;
import org.optbench.optimizers.bayes.space.History.Observed;

/**
 * Tree-structured Parzen estimator: of some candidates drawn from the density of the good trials, the one with the highest ratio of that
 * density to the density of the rest. Pending and failed trials count among the rest (the constant liar).
 */
final class TpeOptimizer extends PointOptimizer {
    private static final int DISTINCT_TRIES = 5;
    private static final int FULL_WEIGHT = 25;

    private final TpeSettings settings;
    private final DensityRatio ratio;

    TpeOptimizer(OptimizerContext context) {
        super(context, "tpe", TpeSettings.of(context.settings()).initial());
        settings = TpeSettings.of(context.settings());
        ratio = new DensityRatio(encoding, settings.multivariate(), settings.candidates(), new ParzenEstimator.Smoothing(settings.bandwidth(),
                settings.factor(), settings.least(), settings.spread(), settings.prior()));
    }

    @Override
    double[] suggest() {
        List<Observed> ranked = history.ranked();
        if (ranked.size() < 2) {
            return encoding.sample(random);
        }
        int wanted = Math.min((int) Math.ceil(settings.gamma() * ranked.size()), settings.most());
        int good = Math.max(Math.min(wanted, ranked.size() - 1), 1);
        double[] point = propose(ranked, good);
        for (int attempt = 0; attempt < DISTINCT_TRIES && !allowed(point); attempt++) {
            point = propose(ranked, good);
        }
        return fresh(point);
    }

    private double[] propose(List<Observed> ranked, int good) {
        List<double[]> below = new ArrayList<>();
        List<double[]> above = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            (i < good ? below : above).add(ranked.get(i).point());
        }
        above.addAll(history.failed());
        above.addAll(history.pending());
        return ratio.propose(below, weights(ranked, good), above, badWeights(ranked.subList(good, ranked.size()), above.size()), random);
    }

    private double[] weights(List<Observed> ranked, int good) {
        double[] weights = new double[good];
        for (int i = 0; i < good; i++) {
            weights[i] = switch (settings.weights()) {
                case UNIFORM -> 1;
                case RANK -> 2.0 * (good - i) / (good + 1);
                case IMPROVEMENT -> improvement(ranked, good, i);
            };
        }
        return weights;
    }

    /** Failed and pending trials, which come after the ranked ones, count fully. */
    private double[] badWeights(List<Observed> bad, int total) {
        double[] weights = new double[total];
        Arrays.fill(weights, 1);
        int old = bad.size() - FULL_WEIGHT;
        if (settings.badWeights() == TpeSettings.BadWeights.RECENT && old > 0) {
            int[] time = bad.stream().mapToInt(Observed::index).sorted().toArray();
            for (int i = 0; i < bad.size(); i++) {
                int age = Arrays.binarySearch(time, bad.get(i).index());
                weights[i] = Math.min(1, (age + 1.0) / old);
            }
        }
        return weights;
    }

    /** Improvement of the i-th on the first bad trial, so that the mean weight is 1; 1 where it cannot be told. */
    private static double improvement(List<Observed> ranked, int good, int i) {
        double threshold = ranked.get(good).value();
        double total = 0;
        for (int j = 0; j < good; j++) {
            total += threshold - ranked.get(j).value();
        }
        double weight = good * (threshold - ranked.get(i).value()) / total;
        return ranked.get(good).feasible() && Double.isFinite(weight) && weight > 0 ? weight : 1;
    }
}
