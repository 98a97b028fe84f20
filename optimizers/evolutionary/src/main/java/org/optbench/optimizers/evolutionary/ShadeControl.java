package org.optbench.optimizers.evolutionary;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Success-history adaptation of SHADE (Tanabe and Fukunaga 2013) and the linear reduction of the population of L-SHADE (2014). */
final class ShadeControl implements DeControl {

    private static final int LEAST_MEMBERS = 4;
    private static final double TERMINAL = -1;

    private final double greed;
    private final double archiveRate;
    private final double budget;
    private final RandomGenerator random;
    private final double[] memoryF;
    private final double[] memoryCr;
    private int next;
    private double sumWeights;
    private double sumF;
    private double sumSquaresF;
    private double sumCr;
    private double sumSquaresCr;

    /**
     * @param memory number of remembered means
     * @param budget evaluations over which the population shrinks to 4; infinite to keep its size
     */
    ShadeControl(int memory, double greed, double archiveRate, double budget, RandomGenerator random) {
        this.greed = greed;
        this.archiveRate = archiveRate;
        this.budget = budget;
        this.random = random;
        this.memoryF = new double[memory];
        this.memoryCr = new double[memory];
        Arrays.fill(memoryF, 0.5);
        Arrays.fill(memoryCr, 0.5);
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
        return archiveRate;
    }

    @Override
    public Draw draw() {
        int slot = random.nextInt(memoryF.length);
        double cr = memoryCr[slot] == TERMINAL ? 0 : Samples.crossoverRate(memoryCr[slot], random);
        return new Draw(Samples.scaleFactor(memoryF[slot], random), cr);
    }

    @Override
    public void success(Draw draw, double gain) {
        double weight = Math.min(gain, 1e150); // so that no sum overflows
        sumWeights += weight;
        sumF += weight * draw.f();
        sumSquaresF += weight * draw.f() * draw.f();
        sumCr += weight * draw.cr();
        sumSquaresCr += weight * draw.cr() * draw.cr();
    }

    @Override
    public void endGeneration() {
        if (sumWeights > 0 && sumF > 0) {
            memoryF[next] = Math.clamp(sumSquaresF / sumF, 1e-3, 1.0);
            memoryCr[next] = memoryCr[next] == TERMINAL || !(sumCr > 0) ? TERMINAL : sumSquaresCr / sumCr;
            next = (next + 1) % memoryF.length;
        }
        sumWeights = 0;
        sumF = 0;
        sumSquaresF = 0;
        sumCr = 0;
        sumSquaresCr = 0;
    }

    @Override
    public int populationSize(int initial, long evaluations) {
        if (Double.isInfinite(budget)) {
            return initial;
        }
        double share = Math.min(1, evaluations / budget);
        return Math.max(LEAST_MEMBERS, (int) Math.round(initial + share * (LEAST_MEMBERS - initial)));
    }
}
