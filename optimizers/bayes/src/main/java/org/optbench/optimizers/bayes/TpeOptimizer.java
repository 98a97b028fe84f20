package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;
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
    private final CoordinateKind[] kinds;
    private final List<int[]> blocks;

    TpeOptimizer(OptimizerContext context) {
        super(context, "tpe", TpeSettings.of(context.settings()).initial());
        settings = TpeSettings.of(context.settings());
        kinds = encoding.kinds();
        blocks = settings.multivariate() ? List.of(IntStream.range(0, encoding.width()).toArray()) : encoding.blocks();
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
        double[] belowWeights = weights(ranked, good);
        double[] aboveWeights = badWeights(ranked.subList(good, ranked.size()), above.size());
        var smoothing = new ParzenEstimator.Smoothing(settings.bandwidth(), settings.factor(), settings.least(), settings.spread(), settings.prior());
        double[] result = new double[encoding.width()];
        for (int[] block : blocks) {
            ParzenEstimator goodDensity = new ParzenEstimator(kinds, block, below, belowWeights, smoothing);
            ParzenEstimator badDensity = new ParzenEstimator(kinds, block, above, aboveWeights, smoothing);
            double[] best = best(goodDensity, badDensity);
            for (int coordinate : block) {
                result[coordinate] = best[coordinate];
            }
        }
        return encoding.legal(result, random);
    }

    private double[] best(ParzenEstimator goodDensity, ParzenEstimator badDensity) {
        List<double[]> candidates = new ArrayList<>();
        for (int k = 0; k < settings.candidates(); k++) {
            double[] candidate = new double[encoding.width()];
            goodDensity.sample(candidate, random);
            candidates.add(settings.multivariate() ? encoding.legal(candidate, random) : candidate);
        }
        double[] logGood = goodDensity.logDensity(candidates);
        double[] logBad = badDensity.logDensity(candidates);
        int best = 0;
        for (int k = 1; k < logGood.length; k++) {
            if (logGood[k] - logBad[k] > logGood[best] - logBad[best]) {
                best = k;
            }
        }
        return candidates.get(best);
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
