package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.Problem;
import org.optbench.optimizers.bayes.parzen.DensityRatio;
import org.optbench.optimizers.multifidelity.Observations.Observed;

/**
 * The kernel density model of BOHB (Falkner, Klein and Hutter 2018, section 4.1): the tree-structured Parzen estimator on the results of the highest level
 * that has enough of them. Failed candidates count among the bad ones, and so do pending ones, so that workers do not crowd.
 */
final class KernelProposer extends ModelProposer {

    private final KernelSettings settings;
    private final DensityRatio ratio;
    private final int least;

    KernelProposer(Problem problem, Ladder ladder, KernelSettings settings, double randomPart, RandomGenerator random) {
        super(problem, ladder, randomPart, random);
        this.settings = settings;
        this.ratio = new DensityRatio(encoding, true, settings.candidates(), settings.smoothing());
        this.least = settings.leastPoints() > 0 ? settings.leastPoints() : encoding.space().dimension() + 1;
    }

    @Override
    boolean hasModel() {
        return observations.highestWith(least + 2) >= 0;
    }

    @Override
    double[] suggest(int level) {
        List<Observed> data = observations.at(observations.highestWith(least + 2));
        double[] values = Scalars.of(data.stream().map(Observed::merit).toList(), Scalars.weights(problem.objectives().size(), random));
        int[] order = IntStream.range(0, values.length).boxed().sorted((a, b) -> Double.compare(values[a], values[b])).mapToInt(Integer::intValue).toArray();
        int good = Math.min(Math.max((int) Math.ceil(settings.gamma() * values.length), Math.min(least, values.length / 2)),
                Math.min(settings.mostGood(), values.length - 1));
        good = Math.max(good, 1);
        List<double[]> near = new ArrayList<>();
        List<double[]> far = new ArrayList<>();
        for (int i = 0; i < order.length; i++) {
            (i < good ? near : far).add(data.get(order[i]).point());
        }
        observations.failed().forEach(failed -> far.add(failed.point()));
        observations.pending().forEach(job -> far.add(job.candidate().point()));
        return ratio.propose(near, goodWeights(good), far, equal(far.size()), random);
    }

    private double[] goodWeights(int good) {
        double[] weights = equal(good);
        for (int i = 0; i < good && settings.byRank(); i++) {
            weights[i] = 2.0 * (good - i) / (good + 1);
        }
        return weights;
    }

    private static double[] equal(int n) {
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        return weights;
    }
}
