package org.optbench.tasks.synthetic.function;

import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** Random numbers that are the same on every machine: uniform from the platform's streams, the rest by {@link StrictMath}. */
public final class Draws {

    private Draws() {
    }

    /** The stream of a purpose within an evaluation's seed. */
    public static RandomGenerator stream(long seed, String purpose) {
        return RandomStreams.of(seed).stream(purpose);
    }

    /** A standard normal number (Box-Muller, cosine branch). */
    public static double gaussian(RandomGenerator random) {
        return Normal.draw(random);
    }

    /** A standard Cauchy number, the ratio of two normal ones. */
    public static double cauchy(RandomGenerator random) {
        double numerator = gaussian(random);
        double denominator = gaussian(random);
        return numerator / (Math.abs(denominator) + 1e-199);
    }

    /**
     * A random orthogonal matrix, by Gram-Schmidt on Gaussian rows.
     *
     * @return array shape {@code [d][d]}
     */
    public static double[][] rotation(int d, RandomGenerator random) {
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = gaussian(random);
            }
            for (int k = 0; k < i; k++) {
                double product = dot(rows[i], rows[k]);
                for (int j = 0; j < d; j++) {
                    rows[i][j] -= product * rows[k][j];
                }
            }
            double norm = Math.sqrt(dot(rows[i], rows[i]));
            for (int j = 0; j < d; j++) {
                rows[i][j] /= norm;
            }
        }
        return rows;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
