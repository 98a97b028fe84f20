package org.optbench.optimizers.bayes.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the counterpart of another program after 100 evaluations in 5-D; seeds are fixed, so the outcome is too. */
class PeerQualityTest {
    /** A share of 0.5 of the runs won is an equal mean rank of two. */
    @ParameterizedTest
    @CsvSource({"tpe, optuna-tpe, 5, 1", "smac, smac3-hpo, 3, 1", "gp-bo, optuna-gp, 2, 2"})
    void winsAtLeastHalfOfTheRuns(String ours, String theirs, int instances, int step) throws Exception {
        Optional<Peers> peers = Peers.load();
        assumeTrue(peers.isPresent(), "no reference data: set -Doptbench.shared=<folder> to compare with other programs");
        Runs runs = new Runs();
        double won = 0;
        int played = 0;
        for (int function = 1; function <= 24; function += step) {
            for (int instance = 1; instance <= instances; instance++) {
                Map<String, Double> row = peers.get().regrets().getOrDefault(new Peers.Run(function, instance, 100), Map.of());
                if (row.containsKey(theirs)) {
                    double regret = runs.run(ours, function, 5, instance, 100).regrets()[99];
                    won += regret < row.get(theirs) ? 1 : regret == row.get(theirs) ? 0.5 : 0;
                    played++;
                }
            }
        }
        assertThat(played).isGreaterThanOrEqualTo(24);
        assertThat(won / played).isGreaterThanOrEqualTo(0.5);
    }
}
