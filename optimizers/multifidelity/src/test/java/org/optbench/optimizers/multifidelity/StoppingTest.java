package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Outcome;
import org.optbench.model.Trial;

class StoppingTest {

    private static boolean recorded(StoppingRule rule, Candidate candidate, int level, double value) {
        candidate.record(level, Fixtures.merit(value));
        return rule.goesOn(candidate, level, Fixtures.merit(value));
    }

    /** Three completed candidates with running averages 1, 2, 3 at level 0 and 1, 1.5, 3 at level 1: the medians are 2 and 1.5. */
    @Test
    void medianRuleComparesTheBestSoFarWithTheMedianOfRunningAverages() {
        MedianRule rule = new MedianRule(3, 3);
        double[][] curves = {{1, 1, 1}, {2, 1, 0}, {3, 3, 3}};
        for (int i = 0; i < 3; i++) {
            Candidate candidate = Fixtures.candidate(i, 3);
            for (int level = 0; level < 2; level++) {
                assertThat(recorded(rule, candidate, level, curves[i][level])).isTrue();
            }
            candidate.record(2, Fixtures.merit(curves[i][2]));
            rule.completed(candidate, Fixtures.merit(curves[i][2]));
        }
        assertThat(recorded(rule, Fixtures.candidate(10, 3), 0, 2.0)).isTrue();
        assertThat(recorded(rule, Fixtures.candidate(11, 3), 0, 2.01)).isFalse();
        assertThat(recorded(rule, Fixtures.candidate(12, 3), 1, 1.5)).isTrue();
        assertThat(recorded(rule, Fixtures.candidate(13, 3), 1, 1.6)).isFalse();
        Candidate once = Fixtures.candidate(14, 3);
        assertThat(recorded(rule, once, 0, 1.2)).isTrue();
        assertThat(recorded(rule, once, 1, 9)).as("its best so far counts").isTrue();
    }

    @Test
    void halvingRuleKeepsTheBestThird() {
        HalvingRule rule = new HalvingRule(2, 3, false);
        assertThat(IntStream.of(5, 6, 7, 4, 4, 9, 1).mapToObj(value -> rule.goesOn(Fixtures.candidate(value * 10 + 1, 2), 0, Fixtures.merit(value))))
                .containsExactly(true, true, false, true, false, false, true);
        assertThat(rule.goesOn(Fixtures.candidate(1000, 2), 0, Merit.failed(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"asha/stopping", "median-stopping", "mobster/stopping"})
    void runningTrialsOfReportingTasksAreStopped(String id) throws Exception {
        List<Trial> told = new Simulation(Fixtures.training(1, Fixtures.EPOCHS, true), Fixtures.variant(id), 4, 120, 1).run().told();
        long stopped = told.stream().filter(trial -> trial.outcome() instanceof Outcome.Interrupted).count();
        long full = told.stream().filter(trial -> trial.outcome() instanceof Outcome.Success).count();
        assertThat(stopped).isGreaterThan(full / 2).isPositive();
        assertThat(full).isPositive();
        assertThat(told).allSatisfy(trial -> assertThat(trial.suggestion().fidelity().level("epochs")).isEqualTo(27));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asha/stopping", "median-stopping"})
    void silentTasksAreAskedLevelByLevel(String id) throws Exception {
        List<Trial> told = new Simulation(Fixtures.training(1, Fixtures.EPOCHS, false), Fixtures.variant(id), 4, 200, 1).run().told();
        assertThat(told.stream().map(trial -> trial.suggestion().fidelity().level("epochs")).distinct()).contains(1.0, 3.0, 9.0, 27.0);
        assertThat(told.stream().filter(trial -> trial.suggestion().resumes().isPresent())).isNotEmpty();
    }

    @Test
    void tasksThatCannotResumeAreAskedLevelByLevelFromTheStart() throws Exception {
        List<Trial> told = new Simulation(Fixtures.training(1, FidelityParameter.steps("epochs", 1, 27), false), Fixtures.variant("asha/stopping"), 2, 100, 1)
                .run().told();
        assertThat(told.getFirst().suggestion().fidelity().level("epochs")).isEqualTo(1);
        assertThat(told).allSatisfy(trial -> assertThat(trial.suggestion().resumes()).isEmpty());
    }
}
