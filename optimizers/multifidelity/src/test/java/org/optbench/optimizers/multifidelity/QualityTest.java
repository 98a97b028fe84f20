package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.optimizer.OptimizerVariant;

/** Against full evaluations of random configurations at equal simulated time: hyperband on one level is random search. */
class QualityTest {

    private static final int INSTANCES = 10;
    private static final int SEEDS = 2;

    /**
     * Wins of 20 paired runs; seeds are fixed, so the outcome is too. Without any difference 15 wins or more have the probability 0.021 (binomial), 18 or
     * more 0.0002.
     */
    @ParameterizedTest
    @CsvSource({"hyperband, 15", "asha, 15", "asha/stopping, 15", "pasha, 15", "dehb, 15", "median-stopping, 15", "bohb, 18", "smac-hyperband, 18",
            "mobster, 18"})
    void beatsRandomSearch(String id, int least) throws Exception {
        int wins = 0;
        for (int instance = 0; instance < INSTANCES; instance++) {
            for (int seed = 0; seed < SEEDS; seed++) {
                double ours = best(Fixtures.variant(id), instance, seed);
                wins += ours < best(full(), instance, seed) ? 1 : 0;
            }
        }
        assertThat(wins).isGreaterThanOrEqualTo(least);
    }

    private static OptimizerVariant full() {
        return Fixtures.CATALOG.resolve("random", org.optbench.model.space.Configuration.empty(), java.util.Map.of());
    }

    private static double best(OptimizerVariant variant, int instance, int seed) throws Exception {
        double seconds = 8.0 * 27;
        return new Simulation(Fixtures.training(instance, Fixtures.EPOCHS, true), variant, 4, seconds, seed).run().best(seconds)
                .orElse(Double.POSITIVE_INFINITY);
    }
}
