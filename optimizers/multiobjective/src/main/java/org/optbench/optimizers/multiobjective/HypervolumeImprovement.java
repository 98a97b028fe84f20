package org.optbench.optimizers.multiobjective;

import java.util.Arrays;
import java.util.List;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.Prediction;
import org.optbench.optimizers.bayes.numeric.Normal;

/**
 * Logarithm of the expected hypervolume improvement of independent normal predictions. Over disjoint boxes {@code [l, u)} of the region that is not
 * dominated yet it is exactly {@code sum over boxes of prod over objectives of (E[(u - Y)+] - E[(l - Y)+])} (Yang, Emmerich, Deutz and Baeck 2019).
 */
final class HypervolumeImprovement implements Acquisition {

    private static final double LEAST = 1e-300;

    private final List<GaussianProcess> models;
    private final double[][] cuts;
    private final int[][] lower;
    private final int[][] upper;

    /**
     * An acquisition.
     *
     * @param models one process for each objective, in the scale of the boxes
     */
    HypervolumeImprovement(List<GaussianProcess> models, Boxes boxes) {
        this.models = models;
        int m = models.size();
        int count = boxes.lower().length;
        cuts = new double[m][];
        lower = new int[m][count];
        upper = new int[m][count];
        for (int j = 0; j < m; j++) {
            double[] all = new double[2 * count];
            for (int b = 0; b < count; b++) {
                all[2 * b] = boxes.lower()[b][j];
                all[2 * b + 1] = boxes.upper()[b][j];
            }
            cuts[j] = Arrays.stream(all).sorted().distinct().toArray();
            for (int b = 0; b < count; b++) {
                lower[j][b] = Arrays.binarySearch(cuts[j], boxes.lower()[b][j]);
                upper[j][b] = Arrays.binarySearch(cuts[j], boxes.upper()[b][j]);
            }
        }
    }

    @Override
    public void values(double[][] features, double[] values) {
        int m = models.size();
        double[][] means = new double[m][features.length];
        double[][] variances = new double[m][features.length];
        double[][] gains = new double[m][];
        for (int j = 0; j < m; j++) {
            models.get(j).predict(features, means[j], variances[j]);
            gains[j] = new double[cuts[j].length];
        }
        for (int i = 0; i < features.length; i++) {
            for (int j = 0; j < m; j++) {
                double deviation = Math.sqrt(variances[j][i]);
                for (int c = 0; c < gains[j].length; c++) {
                    gains[j][c] = gain(cuts[j][c], means[j][i], deviation);
                }
            }
            double sum = 0;
            for (int b = 0; b < lower[0].length; b++) {
                double product = 1;
                for (int j = 0; j < m; j++) {
                    product *= gains[j][upper[j][b]] - gains[j][lower[j][b]];
                }
                sum += product;
            }
            values[i] = StrictMath.log(Math.max(sum, LEAST));
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        int m = models.size();
        double[][] meanGradient = new double[m][features.length];
        double[][] varianceGradient = new double[m][features.length];
        double[] deviations = new double[m];
        double[][] gains = new double[m][];
        double[][] byMean = new double[m][];
        double[][] byDeviation = new double[m][];
        for (int j = 0; j < m; j++) {
            Prediction prediction = models.get(j).predict(features, meanGradient[j], varianceGradient[j]);
            deviations[j] = prediction.deviation();
            int count = cuts[j].length;
            gains[j] = new double[count];
            byMean[j] = new double[count];
            byDeviation[j] = new double[count];
            for (int c = 0; c < count; c++) {
                if (cuts[j][c] > Double.NEGATIVE_INFINITY) {
                    double z = (cuts[j][c] - prediction.mean()) / deviations[j];
                    gains[j][c] = gain(cuts[j][c], prediction.mean(), deviations[j]);
                    byMean[j][c] = -Normal.cdf(z);
                    byDeviation[j][c] = Normal.pdf(z);
                }
            }
        }
        double sum = 0;
        double[] sumByMean = new double[m];
        double[] sumByDeviation = new double[m];
        double[] sides = new double[m];
        for (int b = 0; b < lower[0].length; b++) {
            double product = 1;
            for (int j = 0; j < m; j++) {
                sides[j] = gains[j][upper[j][b]] - gains[j][lower[j][b]];
                product *= sides[j];
            }
            sum += product;
            for (int j = 0; j < m; j++) {
                double others = 1;
                for (int k = 0; k < m; k++) {
                    others *= k == j ? 1 : sides[k];
                }
                sumByMean[j] += others * (byMean[j][upper[j][b]] - byMean[j][lower[j][b]]);
                sumByDeviation[j] += others * (byDeviation[j][upper[j][b]] - byDeviation[j][lower[j][b]]);
            }
        }
        double total = Math.max(sum, LEAST);
        for (int f = 0; f < features.length; f++) {
            gradient[f] = 0;
            for (int j = 0; j < m; j++) {
                gradient[f] += (sumByMean[j] * meanGradient[j][f] + sumByDeviation[j] * varianceGradient[j][f] / (2 * deviations[j])) / total;
            }
        }
        return StrictMath.log(total);
    }

    /** {@code E[(cut - Y)+]}. */
    private static double gain(double cut, double mean, double deviation) {
        if (cut == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double z = (cut - mean) / deviation;
        if (z < -38) {
            return 0;
        }
        double density = Normal.pdf(z);
        return deviation * (z > 0 ? z + density * (1 - z * Normal.millsRatio(-z)) : density * (1 + z * Normal.millsRatio(z)));
    }
}
