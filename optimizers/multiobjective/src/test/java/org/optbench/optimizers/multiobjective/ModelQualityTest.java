package org.optbench.optimizers.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.indicators.Hypervolume;

/** On a short budget the model-based methods beat the others; seeds are fixed, so that the outcome is always the same. */
class ModelQualityTest {

    @ParameterizedTest
    @CsvSource({"ehvi, mo/zdt1/m2/d5, 50", "parego, mo/zdt1/m2/d5, 50", "mo-tpe, mo/dtlz2/m3/d5, 100"})
    void beatsRandomSearchAndNsga2(String optimizer, String task, int trials) {
        assertThat(volume(optimizer, task, trials)).isGreaterThan(Math.max(volume("random", task, trials), volume("nsga2", task, trials)));
    }

    private static double volume(String optimizer, String task, int trials) {
        double sum = 0;
        for (long seed = 1; seed <= 2; seed++) {
            Runs.Result result = Runs.run(optimizer, task, trials, seed);
            sum += Hypervolume.of(result.all(), result.reference());
        }
        return sum;
    }
}
