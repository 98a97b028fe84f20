package org.optbench.optimizers.classic;

import java.util.random.RandomGenerator;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * Simultaneous perturbation stochastic approximation with the gain sequences of Spall (1998): a / (A + k + 1)^0.602 and c / (k + 1)^0.101. The gain a is set so
 * that the first step has the wanted length, whatever the scale of the objective.
 */
final class Spsa implements GenerationalOptimizer.Method {

    private final RandomGenerator random;
    private final double firstStep;
    private final double perturbation;
    private final double stability;
    private final double[] point;
    private final double[] signs;
    private final double[][] pair;
    private double gain = Double.NaN;
    private int iteration;

    Spsa(double[] start, double firstStep, double perturbation, double stability, RandomGenerator random) {
        this.point = start;
        this.firstStep = firstStep;
        this.perturbation = perturbation;
        this.stability = stability;
        this.random = random;
        this.signs = new double[start.length];
        this.pair = new double[2][start.length];
    }

    @Override
    public double[][] next() {
        double c = perturbation / StrictMath.pow(iteration + 1, 0.101);
        for (int k = 0; k < point.length; k++) {
            signs[k] = random.nextBoolean() ? 1 : -1;
            pair[0][k] = Math.clamp(point[k] + c * signs[k], 0.0, 1.0);
            pair[1][k] = Math.clamp(point[k] - c * signs[k], 0.0, 1.0);
        }
        return pair;
    }

    @Override
    public void tell(Score[] scores) {
        double slope = Slopes.between(scores[0], scores[1]);
        double gainThere = StrictMath.pow(stability + iteration + 1, 0.602);
        if (Double.isNaN(gain) && slope != 0) {
            gain = firstStep * gainThere / Math.abs(slope);
        }
        iteration++;
        if (Double.isNaN(gain)) {
            return;
        }
        double step = Math.clamp(gain / gainThere * slope, -2 * firstStep, 2 * firstStep);
        for (int k = 0; k < point.length; k++) {
            point[k] = Math.clamp(point[k] - step * signs[k], 0.0, 1.0);
        }
    }
}
