package org.optbench.optimizers.classic;

import java.util.random.RandomGenerator;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * ZO-RankSGD (Tang, Rybin and Chang 2024): the descent direction is the mean difference of perturbations over all pairs whose order is known (algorithm 1), followed by a line search
 * that also needs the order only (algorithm 2). Queries and line search alternate.
 */
final class RankSgd implements GenerationalOptimizer.Method {

    private static final double SMALLEST_RADIUS = 1e-7;

    private final RandomGenerator random;
    private final int queries;
    private final int lineSearch;
    private final double initialRadius;
    private final double stepLength;
    private double[] point;
    private final double[][] perturbations;
    private double[][] batch = new double[0][];
    private double radius;
    private boolean searching;

    RankSgd(double[] start, int queries, int lineSearch, double radius, double stepLength, RandomGenerator random) {
        this.point = start;
        this.queries = queries;
        this.lineSearch = lineSearch;
        this.radius = radius;
        this.initialRadius = radius;
        this.stepLength = stepLength;
        this.random = random;
        this.perturbations = new double[queries][start.length];
    }

    @Override
    public double[][] next() {
        if (!searching) {
            batch = new double[queries][point.length];
            for (int i = 0; i < queries; i++) {
                for (int k = 0; k < point.length; k++) {
                    perturbations[i][k] = random.nextGaussian();
                    batch[i][k] = Math.clamp(point[k] + radius * perturbations[i][k], 0.0, 1.0);
                }
            }
        }
        return batch;
    }

    @Override
    public void tell(Score[] scores) {
        if (searching) {
            take(scores);
        } else {
            aim(scores);
        }
        searching = !searching;
    }

    /** Sum over all ordered pairs of (better - worse) perturbation, then points along it. */
    private void aim(Score[] scores) {
        double[] descent = new double[point.length];
        for (int i = 0; i < queries; i++) {
            for (int j = 0; j < i; j++) {
                int sign = Integer.signum(scores[j].compareTo(scores[i]));
                for (int k = 0; k < point.length; k++) {
                    descent[k] += sign * (perturbations[i][k] - perturbations[j][k]);
                }
            }
        }
        double norm = 0;
        for (double d : descent) {
            norm += d * d;
        }
        double scale = norm == 0 ? 0 : Math.sqrt(point.length / norm);
        batch = new double[lineSearch + 1][point.length];
        double length = stepLength * radius * 4;
        for (int i = 0; i <= lineSearch; i++) {
            double factor = i == lineSearch ? 0 : length; // the last one stays, so that standing still can win
            for (int k = 0; k < point.length; k++) {
                batch[i][k] = Math.clamp(point[k] + factor * scale * descent[k], 0.0, 1.0);
            }
            length /= 2;
        }
    }

    private void take(Score[] scores) {
        int best = scores.length - 1;
        for (int i = 0; i < scores.length; i++) {
            best = scores[i].isBetterThan(scores[best]) ? i : best;
        }
        point = batch[best].clone();
        radius *= best == scores.length - 1 ? 0.5 : best == 0 ? 1.3 : best >= lineSearch / 2 ? 0.85 : 1;
        radius = radius < SMALLEST_RADIUS ? initialRadius : Math.min(radius, initialRadius * 2);
    }
}
