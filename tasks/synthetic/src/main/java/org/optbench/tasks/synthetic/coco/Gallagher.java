package org.optbench.tasks.synthetic.coco;

import java.util.Arrays;

/** Gallagher's Gaussian peaks, f21 (101 peaks) and f22 (21 peaks). */
final class Gallagher extends BbobFunction {

    private final LargescaleStage rotation;
    private final int peaks;
    /** Rotated centres and diagonal metrics, array shape {@code [d][peak]} flattened. */
    private final double[] centres;
    private final double[] metric;
    private final double[] height;
    private final double[] logHeight;

    private Gallagher(double[] optimum, double optimalValue, LargescaleStage rotation, double[] centres, double[] metric,
            double[] height) {
        super(optimum, optimalValue);
        this.rotation = rotation;
        this.peaks = height.length;
        this.centres = centres;
        this.metric = metric;
        this.height = height;
        this.logHeight = Arrays.stream(height).map(StrictMath::log).toArray();
    }

    static Gallagher create(BbobId id, int peaks) {
        return create(id, peaks, Matrix.of(id.rotation())::multiply);
    }

    /** The member of the large-scale suite: the same peaks under a block-diagonal rotation. */
    static Gallagher largescale(BbobId id, int peaks) {
        double[][] rows = LargescaleStage.PermutedBlocks.rotations(id.dimension(), id.seed());
        return create(id, peaks, LargescaleStage.PermutedBlocks.unpermuted(rows));
    }

    private static Gallagher create(BbobId id, int peaks, LargescaleStage rotation) {
        int d = id.dimension();
        boolean many = peaks == 101;
        double spread = many ? 10.0 : 9.8;
        double[] u = LegacyRandom.uniform(d * peaks, id.seed());
        double[] centres = new double[d * peaks];
        double[] optimum = new double[d];
        for (int k = 0; k < d; k++) {
            optimum[k] = 0.8 * (spread * u[k] - 0.5 * spread);
        }
        double[] centre = new double[d];
        double[] rotated = new double[d];
        for (int p = 0; p < peaks; p++) {
            for (int k = 0; k < d; k++) {
                centre[k] = spread * u[p * d + k] - 0.5 * spread;
            }
            rotation.apply(centre, 0, rotated, 0);
            for (int i = 0; i < d; i++) {
                centres[i * peaks + p] = p == 0 ? 0.8 * rotated[i] : rotated[i];
            }
        }
        return new Gallagher(optimum, id.optimalValue(), rotation, centres,
                metric(id, conditions(id.seed(), peaks, many ? Math.sqrt(1000.0) : 1000.0)), heights(peaks));
    }

    /** The condition numbers of the peaks: that of the global one fixed, the others a shuffled geometric sequence. */
    private static double[] conditions(long seed, int peaks, double first) {
        double[] condition = new double[peaks];
        condition[0] = first;
        int[] order = LegacyRandom.permutation(peaks - 1, seed);
        for (int p = 1; p < peaks; p++) {
            condition[p] = StrictMath.pow(1000.0, order[p - 1] / (peaks - 2.0));
        }
        return condition;
    }

    private static double[] metric(BbobId id, double[] condition) {
        int d = id.dimension();
        int peaks = condition.length;
        double[] metric = new double[d * peaks];
        for (int p = 0; p < peaks; p++) {
            int[] order = LegacyRandom.permutation(d, id.seed() + 1000L * p);
            for (int j = 0; j < d; j++) {
                metric[j * peaks + p] = StrictMath.pow(condition[p], order[j] / (d - 1.0) - 0.5);
            }
        }
        return metric;
    }

    private static double[] heights(int peaks) {
        double[] height = new double[peaks];
        height[0] = 10.0;
        for (int p = 1; p < peaks; p++) {
            height[p] = (p - 1.0) / (peaks - 2.0) * (9.1 - 1.1) + 1.1;
        }
        return height;
    }

    @Override
    public int workspace() {
        return dimension + peaks;
    }

    @Override
    public double value(double[] x, double[] work) {
        rotation.apply(x, 0, work, 0);
        int at = dimension;
        Arrays.fill(work, at, at + peaks, 0.0);
        for (int j = 0; j < dimension; j++) {
            double z = work[j];
            int row = j * peaks;
            for (int p = 0; p < peaks; p++) {
                double a = z - centres[row + p];
                work[at + p] += metric[row + p] * a * a;
            }
        }
        // The highest peak is found by logarithms: one exponential instead of one for each peak.
        double factor = -0.5 / dimension;
        int best = 0;
        double highest = logHeight[0] + factor * work[at];
        for (int p = 1; p < peaks; p++) {
            double level = logHeight[p] + factor * work[at + p];
            if (level > highest) {
                highest = level;
                best = p;
            }
        }
        double gap = Transforms.oscillate(10.0 - height[best] * StrictMath.exp(factor * work[at + best]));
        return gap * gap + Transforms.penalty(x) + optimalValue;
    }
}
