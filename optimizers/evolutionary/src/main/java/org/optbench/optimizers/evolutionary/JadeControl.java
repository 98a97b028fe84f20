package org.optbench.optimizers.evolutionary;

import java.util.random.RandomGenerator;

/** Parameter adaptation of JADE (Zhang and Sanderson 2009, equations 6 to 12): one mean each for scale factor and crossover rate. */
final class JadeControl implements DeControl {

    private final double greed;
    private final double rate;
    private final RandomGenerator random;
    private double meanF = 0.5;
    private double meanCr = 0.5;
    private double sumF;
    private double sumSquaresF;
    private double sumCr;
    private int successes;

    /**
     * @param greed share of the population that pbest is drawn from
     * @param rate  learning rate of the means, c in the paper
     */
    JadeControl(double greed, double rate, RandomGenerator random) {
        this.greed = greed;
        this.rate = rate;
        this.random = random;
    }

    @Override
    public Mutation mutation() {
        return Mutation.CURRENT_TO_PBEST;
    }

    @Override
    public double greed() {
        return greed;
    }

    @Override
    public double archiveRate() {
        return 1;
    }

    @Override
    public Draw draw() {
        return new Draw(Samples.scaleFactor(meanF, random), Samples.crossoverRate(meanCr, random));
    }

    @Override
    public void success(Draw draw, double gain) {
        sumF += draw.f();
        sumSquaresF += draw.f() * draw.f();
        sumCr += draw.cr();
        successes++;
    }

    @Override
    public void endGeneration() {
        if (successes > 0) {
            meanF = (1 - rate) * meanF + rate * sumSquaresF / sumF;
            meanCr = (1 - rate) * meanCr + rate * sumCr / successes;
        }
        sumF = 0;
        sumSquaresF = 0;
        sumCr = 0;
        successes = 0;
    }

    @Override
    public int populationSize(int initial, long evaluations) {
        return initial;
    }
}
