package org.optbench.optimizers.classic;

import java.math.BigInteger;

/** The Halton sequence; with a seed each digit is replaced by a random permutation of its base that depends on the digits before it (Owen 2017). */
final class HaltonSequence {

    private static final double SMALLEST = 0x1p-40;

    private final int[] bases;
    private final long[] keys;
    private final boolean scrambled;
    private long index;

    HaltonSequence(int dimension, boolean scrambled, long seed) {
        this.bases = new int[dimension];
        this.keys = new long[dimension];
        this.scrambled = scrambled;
        BigInteger prime = BigInteger.ONE;
        for (int j = 0; j < dimension; j++) {
            prime = prime.nextProbablePrime();
            bases[j] = prime.intValueExact();
            keys[j] = SobolSequence.mix(seed + 0x9E3779B97F4A7C15L * (j + 1));
        }
    }

    /** The next point, each coordinate in [0, 1). */
    double[] next() {
        double[] point = new double[bases.length];
        for (int j = 0; j < point.length; j++) {
            point[j] = scrambled ? scrambled(index, bases[j], keys[j]) : radicalInverse(index, bases[j]);
        }
        index++;
        return point;
    }

    static double radicalInverse(long index, int base) {
        double value = 0;
        double weight = 1.0 / base;
        for (long rest = index; rest > 0; rest /= base) {
            value += rest % base * weight;
            weight /= base;
        }
        return value;
    }

    /** Goes on with random digits after the last digit of the index, as far as they matter. */
    private static double scrambled(long index, int base, long key) {
        double value = 0;
        double weight = 1.0 / base;
        long prefix = key;
        for (long rest = index; weight > SMALLEST; rest /= base) {
            int digit = (int) (rest % base);
            value += permuted(digit, base, prefix) * weight;
            prefix = SobolSequence.mix(prefix + 0xD1342543DE82EF95L * (digit + 1));
            weight /= base;
        }
        return Math.min(value, Math.nextDown(1.0));
    }

    private static long permuted(int digit, int base, long key) {
        return new Shuffle(base, key).at(digit);
    }
}
