package org.optbench.optimizers.classic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.math3.random.SobolSequenceGenerator;

/**
 * The Sobol' sequence in base 2 with the direction numbers of Joe and Kuo (2008, file new-joe-kuo-6, which Commons Math ships for up to 1000 dimensions),
 * optionally scrambled. Points have 32 binary digits; a scrambled point has random digits after them.
 */
final class SobolSequence {

    /** Most dimensions that there are direction numbers for. */
    static final int MAXIMUM_DIMENSION = 1000;

    private static final int BITS = 32;
    private static final int LOW_BITS = 21;
    private static final double UNIT = 0x1.0p-53;
    private static final String RESOURCE = "/assets/org/apache/commons/math3/random/new-joe-kuo-6.1000";

    private final int[][] directions;
    private final Scrambling scrambling;
    private final long[] keys;
    private final int[] state;
    private long index;

    /** How points are randomised, each of them keeping the net property. */
    enum Scrambling {
        /** Not at all; the first point is the origin. */
        NONE,
        /** A random lower-triangular binary matrix and a digital shift for each dimension (Matousek, 1998). */
        MATRIX,
        /** Nested uniform scrambling (Owen, 1995): each digit is flipped by a hash of its dimension and of all digits before it. */
        OWEN
    }

    SobolSequence(int dimension, Scrambling scrambling, long seed) {
        this.directions = directions(dimension);
        this.scrambling = scrambling;
        this.state = new int[dimension];
        this.keys = new long[dimension];
        for (int j = 0; j < dimension; j++) {
            keys[j] = mix(seed + 0x9E3779B97F4A7C15L * (j + 1));
        }
        if (scrambling == Scrambling.MATRIX) {
            for (int j = 0; j < dimension; j++) {
                multiply(directions[j], keys[j]);
            }
        }
    }

    /** The next point, each coordinate in [0, 1). */
    double[] next() {
        if (index > 0) {
            int bit = Long.numberOfTrailingZeros(index);
            if (bit >= BITS) {
                throw new IllegalStateException("The Sobol' sequence ends after 2^32 points.");
            }
            for (int j = 0; j < state.length; j++) {
                state[j] ^= directions[j][bit];
            }
        }
        double[] point = new double[state.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = coordinate(j);
        }
        index++;
        return point;
    }

    private double coordinate(int j) {
        return switch (scrambling) {
            case NONE -> Integer.toUnsignedLong(state[j]) * 0x1.0p-32;
            case MATRIX -> unit(state[j] ^ (int) (keys[j] >>> BITS), mix(keys[j] ^ index));
            case OWEN -> unit(nested(state[j], keys[j]), mix(keys[j] ^ mix(state[j])));
        };
    }

    private static double unit(int high, long low) {
        return ((Integer.toUnsignedLong(high) << LOW_BITS) | (low >>> (Long.SIZE - LOW_BITS))) * UNIT;
    }

    private static int nested(int digits, long key) {
        int flips = 0;
        for (int bit = 0; bit < BITS; bit++) {
            long prefix = bit == 0 ? 1 : (Integer.toUnsignedLong(digits) >>> (BITS - bit)) | 1L << bit;
            flips |= (int) (mix(key ^ prefix * 0xD1342543DE82EF95L) >>> (Long.SIZE - 1)) << (BITS - 1 - bit);
        }
        return digits ^ flips;
    }

    /** Replaces each direction number by the product of a random lower-triangular matrix with ones on its diagonal and it. */
    private static void multiply(int[] numbers, long key) {
        int[] rows = new int[BITS];
        for (int row = 0; row < BITS; row++) {
            int diagonal = 1 << (BITS - 1 - row);
            int before = row == 0 ? 0 : -1 << (BITS - row);
            rows[row] = diagonal | ((int) mix(key + row + 1) & before);
        }
        for (int i = 0; i < numbers.length; i++) {
            int product = 0;
            for (int row = 0; row < BITS; row++) {
                product |= (Integer.bitCount(rows[row] & numbers[i]) & 1) << (BITS - 1 - row);
            }
            numbers[i] = product;
        }
    }

    private static int[][] directions(int dimension) {
        if (dimension < 1 || dimension > MAXIMUM_DIMENSION) {
            throw new IllegalArgumentException("Sobol' sequence of " + dimension + " dimensions: 1 to " + MAXIMUM_DIMENSION + " are possible.");
        }
        int[][] directions = new int[dimension][BITS];
        for (int i = 0; i < BITS; i++) {
            directions[0][i] = 1 << (BITS - 1 - i);
        }
        try (InputStream in = SobolSequenceGenerator.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("Commons Math lacks the resource " + RESOURCE + ". Maybe another version of it is on the class path.");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            lines.readLine(); // header
            for (int j = 1; j < dimension; j++) {
                fill(directions[j], lines.readLine().trim().split("\\s+"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directions;
    }

    /** Fields: dimension, degree s, coefficients a, initial numbers m_1 .. m_s; the recurrence is equation (2) of Joe and Kuo (2003). */
    private static void fill(int[] numbers, String[] fields) {
        int degree = Integer.parseInt(fields[1]);
        int coefficients = Integer.parseInt(fields[2]);
        for (int i = 0; i < BITS; i++) {
            if (i < degree) {
                numbers[i] = Integer.parseInt(fields[3 + i]) << (BITS - 1 - i);
            } else {
                numbers[i] = numbers[i - degree] ^ (numbers[i - degree] >>> degree);
                for (int k = 1; k < degree; k++) {
                    numbers[i] ^= ((coefficients >> (degree - 1 - k)) & 1) * numbers[i - k];
                }
            }
        }
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
    static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
