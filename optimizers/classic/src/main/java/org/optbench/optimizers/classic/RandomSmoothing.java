package org.optbench.optimizers.classic;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * Accelerated gradient descent on a smoothed objective, its gradient estimated from two-point differences along random directions (Nesterov and Spokoiny 2017, section 3), with
 * step lengths divided by the running root mean square of the estimates, so that the scale of the objective does not matter.
 */
final class RandomSmoothing implements GenerationalOptimizer.Method {

    private final RandomGenerator random;
    private final double radius;
    private final double stepLength;
    private final double decay;
    private final double[] point;
    private final double[] velocity;
    private final double[] ahead;
    private final double[][] directions;
    private final double[][] points;
    private double meanSquare;
    private int iteration;

    RandomSmoothing(double[] start, int directions, double radius, double stepLength, double decay, RandomGenerator random) {
        this.point = start;
        this.radius = radius;
        this.stepLength = stepLength;
        this.decay = decay;
        this.random = random;
        this.velocity = new double[start.length];
        this.ahead = new double[start.length];
        this.directions = new double[directions][start.length];
        this.points = new double[2 * directions][start.length];
    }

    @Override
    public double[][] next() {
        double momentum = momentum();
        double distance = radius * shrinkage();
        for (int k = 0; k < point.length; k++) {
            ahead[k] = Math.clamp(point[k] + momentum * velocity[k], 0.0, 1.0);
        }
        for (int i = 0; i < directions.length; i++) {
            double norm = 0;
            for (int k = 0; k < point.length; k++) {
                directions[i][k] = random.nextGaussian();
                norm += directions[i][k] * directions[i][k];
            }
            for (int k = 0; k < point.length; k++) {
                directions[i][k] /= Math.sqrt(Math.max(norm, 1e-300));
                points[2 * i][k] = Math.clamp(ahead[k] + distance * directions[i][k], 0.0, 1.0);
                points[2 * i + 1][k] = Math.clamp(ahead[k] - distance * directions[i][k], 0.0, 1.0);
            }
        }
        return points;
    }

    /** Momentum of Nesterov's method, bounded since the gradient is noisy. */
    private double momentum() {
        return Math.min(0.9, iteration / (iteration + 3.0));
    }

    private double shrinkage() {
        return StrictMath.pow(decay, iteration);
    }

    @Override
    public void tell(Score[] scores) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < directions.length; i++) {
            double slope = Slopes.between(scores[2 * i], scores[2 * i + 1]);
            for (int k = 0; k < point.length; k++) {
                gradient[k] += slope / directions.length * directions[i][k];
            }
        }
        double square = Arrays.stream(gradient).map(g -> g * g).sum();
        meanSquare = iteration == 0 ? square : 0.9 * meanSquare + 0.1 * square;
        double length = meanSquare > 0 && meanSquare < Double.POSITIVE_INFINITY ? stepLength * Math.sqrt(shrinkage()) / Math.sqrt(meanSquare) : 0;
        for (int k = 0; k < point.length; k++) {
            double moved = Math.clamp(ahead[k] - length * gradient[k], 0.0, 1.0);
            velocity[k] = moved - point[k];
            point[k] = moved;
        }
        iteration++;
    }
}
