package org.optbench.tasks.synthetic.coco;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The random number generator of BBOB 2009, on which every instance of the COCO suites is built: a minimal standard
 * linear congruential generator (Park and Miller 1988, multiplier 16807, modulus 2^31 - 1) behind a Bays-Durham
 * shuffle of 32 entries, seeded afresh for every vector that is drawn.
 */
final class LegacyRandom {

    private static final long MODULUS = 2_147_483_647L;
    private static final int SHUFFLE = 32;

    private LegacyRandom() {}

    private static long next(long state) {
        long quotient = state / 127_773L;
        long value = 16_807L * (state - quotient * 127_773L) - 2_836L * quotient;
        return value < 0 ? value + MODULUS : value;
    }

    /** Draws {@code count} numbers of (0, 1). */
    static double[] uniform(int count, long seed) {
        long state = Math.max(1L, Math.abs(seed));
        long[] table = new long[SHUFFLE];
        for (int i = 39; i >= 0; i--) {
            state = next(state);
            if (i < SHUFFLE) {
                table[i] = state;
            }
        }
        long current = table[0];
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            state = next(state);
            int slot = (int) (current / 67_108_865L);
            current = table[slot];
            table[slot] = state;
            double value = current / 2.147483647e9;
            result[i] = value == 0.0 ? 1e-99 : value;
        }
        return result;
    }

    /** Draws {@code count} standard normal numbers (Box-Muller, cosine branch only). */
    static double[] gaussian(int count, long seed) {
        double[] u = uniform(2 * count, seed);
        double[] result = new double[count];
        for (int i = 0; i < count; i++) {
            double g = StrictMath.sqrt(-2.0 * StrictMath.log(u[i])) * StrictMath.cos(2.0 * Math.PI * u[count + i]);
            result[i] = g == 0.0 ? 1e-99 : g;
        }
        return result;
    }

    /**
     * Draws an orthogonal matrix: the columns of a Gaussian matrix, orthonormalised from left to right by
     * Gram-Schmidt.
     *
     * @return array shape {@code [row][column]}
     */
    static double[][] rotation(int dimension, long seed) {
        double[] g = gaussian(dimension * dimension, seed);
        double[][] columns = new double[dimension][];
        for (int i = 0; i < dimension; i++) {
            columns[i] = Arrays.copyOfRange(g, i * dimension, (i + 1) * dimension);
        }
        orthonormalise(columns);
        double[][] b = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            for (int k = 0; k < dimension; k++) {
                b[k][i] = columns[i][k];
            }
        }
        return b;
    }

    private static void orthonormalise(double[][] columns) {
        for (int i = 0; i < columns.length; i++) {
            double[] v = columns[i];
            for (int j = 0; j < i; j++) {
                double[] u = columns[j];
                double product = dot(v, u);
                for (int k = 0; k < v.length; k++) {
                    v[k] -= product * u[k];
                }
            }
            double norm = Math.sqrt(dot(v, v));
            for (int k = 0; k < v.length; k++) {
                v[k] /= norm;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Draws the optimum of most functions: uniform in [-4, 4] on a grid of 8e-4, never exactly 0. */
    static double[] optimum(int dimension, long seed) {
        double[] x = uniform(dimension, seed);
        for (int i = 0; i < dimension; i++) {
            x[i] = 8.0 * Math.floor(1e4 * x[i]) / 1e4 - 4.0;
            if (x[i] == 0.0) {
                x[i] = -1e-5;
            }
        }
        return x;
    }

    /** Draws the optimal value of an instance: a Cauchy variate times 100, rounded to 0.01 and cut at +-1000. */
    static double optimalValue(int function, int instance) {
        int base = switch (function) {
            case 4 -> 3;
            case 18 -> 17;
            default -> function;
        };
        long seed = base + 10_000L * instance;
        double numerator = gaussian(1, seed)[0];
        double denominator = gaussian(1, seed + 1)[0];
        double rounded = Math.floor(100.0 * 100.0 * numerator / denominator + 0.5) / 100.0;
        return Math.min(1000.0, Math.max(-1000.0, rounded));
    }

    /** The permutation that sorts {@code count} uniform numbers of a seed in ascending order. */
    static int[] permutation(int count, long seed) {
        double[] u = uniform(count, seed);
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> u[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }
}
