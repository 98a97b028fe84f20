package org.optbench.model.random;

import java.util.random.RandomGenerator;

/** Standard normal numbers that are the same on every machine, by {@link StrictMath}. */
public final class Normal {

    private Normal() {
    }

    /** A standard normal number (Box-Muller, cosine branch); takes two uniform numbers from the generator. */
    public static double draw(RandomGenerator random) {
        double u = 1.0 - random.nextDouble();
        double v = random.nextDouble();
        return Math.sqrt(-2.0 * StrictMath.log(u)) * StrictMath.cos(2.0 * Math.PI * v);
    }
}
