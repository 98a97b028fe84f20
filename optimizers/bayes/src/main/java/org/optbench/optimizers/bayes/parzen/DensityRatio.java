package org.optbench.optimizers.bayes.parzen;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.optimizers.bayes.parzen.ParzenEstimator.Smoothing;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * The proposal step of the tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kegl 2011): of some candidates drawn from the density
 * of the good points, the one with the highest ratio of that density to the density of the others.
 */
public final class DensityRatio {
    private final Encoding encoding;
    private final boolean joint;
    private final int candidates;
    private final Smoothing smoothing;
    private final CoordinateKind[] kinds;
    private final List<int[]> blocks;

    /**
     * A proposal step.
     *
     * @param joint one kernel over all parameters instead of one estimator a parameter
     * @param candidates draws from the good density, positive
     */
    public DensityRatio(Encoding encoding, boolean joint, int candidates, Smoothing smoothing) {
        this.encoding = encoding;
        this.joint = joint;
        this.candidates = candidates;
        this.smoothing = smoothing;
        kinds = encoding.kinds();
        blocks = joint ? List.of(IntStream.range(0, encoding.width()).toArray()) : encoding.blocks();
    }

    /**
     * A legal point.
     *
     * @param good points to be near to
     * @param goodWeights weight of each, not negative
     * @param others points to keep away from
     * @param otherWeights weight of each, not negative
     */
    public double[] propose(List<double[]> good, double[] goodWeights, List<double[]> others, double[] otherWeights, RandomGenerator random) {
        double[] result = new double[encoding.width()];
        for (int[] block : blocks) {
            ParzenEstimator goodDensity = new ParzenEstimator(kinds, block, good, goodWeights, smoothing);
            ParzenEstimator otherDensity = new ParzenEstimator(kinds, block, others, otherWeights, smoothing);
            double[] best = best(goodDensity, otherDensity, random);
            for (int coordinate : block) {
                result[coordinate] = best[coordinate];
            }
        }
        return encoding.legal(result, random);
    }

    private double[] best(ParzenEstimator goodDensity, ParzenEstimator otherDensity, RandomGenerator random) {
        List<double[]> drawn = new ArrayList<>();
        for (int k = 0; k < candidates; k++) {
            double[] candidate = new double[encoding.width()];
            goodDensity.sample(candidate, random);
            drawn.add(joint ? encoding.legal(candidate, random) : candidate);
        }
        double[] logGood = goodDensity.logDensity(drawn);
        double[] logOther = otherDensity.logDensity(drawn);
        int best = 0;
        for (int k = 1; k < logGood.length; k++) {
            if (logGood[k] - logOther[k] > logGood[best] - logOther[best]) {
                best = k;
            }
        }
        return drawn.get(best);
    }
}
