package org.optbench.tasks.synthetic.coco;

/** The newer generator of COCO: additive lagged Fibonacci on doubles with lags 607 and 273, seeded by a 32-bit hash. */
final class LaggedRandom {

    private static final int SHORT_LAG = 273;
    private static final int LONG_LAG = 607;

    private final double[] state = new double[LONG_LAG];
    /** The first numbers are left out: of small seeds they are small. */
    private int index = 12;

    LaggedRandom(long seed) {
        int word = (int) seed;
        for (int i = 0; i < LONG_LAG; i++) {
            state[i] = Integer.toUnsignedLong(word) / 4294967295.0;
            word = 1_812_433_253 * (word ^ (word >>> 30)) + (i + 1);
        }
    }

    /** A number of [0, 1]. */
    double nextUniform() {
        if (index == LONG_LAG) {
            refill();
        }
        return state[index++];
    }

    private void refill() {
        for (int i = 0; i < LONG_LAG; i++) {
            int other = i < SHORT_LAG ? i + LONG_LAG - SHORT_LAG : i - SHORT_LAG;
            double t = state[i] + state[other];
            state[i] = t >= 1.0 ? t - 1.0 : t;
        }
        index = 0;
    }

    /** A standard normal number of two uniform ones (Box-Muller, cosine branch). */
    double nextGaussian() {
        double u = nextUniform();
        double v = nextUniform();
        return Math.sqrt(-2.0 * StrictMath.log(u)) * StrictMath.cos(2.0 * Math.PI * v);
    }
}
