package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;

/** The same crossover rate for all, the scale factor dithered around a mean. */
record ConstantControl(Mutation mutation, double f, double dither, double cr, RandomGenerator random) implements DeControl {

    @Override
    public double greed() {
        return 0.1;
    }

    @Override
    public double archiveRate() {
        return 0;
    }

    @Override
    public Draw draw() {
        return new Draw(f + dither * (2 * random.nextDouble() - 1), cr);
    }

    @Override
    public void success(Draw draw, double gain) {
        // nothing is learned
    }

    @Override
    public void endGeneration() {
        // nothing is learned
    }

    @Override
    public int populationSize(int initial, long evaluations) {
        return initial;
    }
}
