package org.optbench.optimizers.evolutionary;

import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import java.util.random.RandomGenerator;

/** Adds a normal step to a gene of [0, 1], reflected at the border. Jenetics' own Gaussian mutator draws a new value around the middle of the range instead. */
final class LocalMutator extends Mutator<DoubleGene, Integer> {

    private final double sigma;

    LocalMutator(double probability, double sigma) {
        super(probability);
        this.sigma = sigma;
    }

    @Override
    protected DoubleGene mutate(DoubleGene gene, RandomGenerator random) {
        double moved = Math.abs(gene.doubleValue() + sigma * random.nextGaussian()) % 2;
        return gene.newInstance(Math.min(moved > 1 ? 2 - moved : moved, Math.nextDown(1.0)));
    }
}
