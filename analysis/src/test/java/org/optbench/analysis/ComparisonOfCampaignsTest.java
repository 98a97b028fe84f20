package org.optbench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonOfCampaignsTest {

    private static final List<TaskInfo> TASKS = SimulatedRuns.tasks(12, 60);

    @Test
    void aChangedOptimizerIsFoundAndAnUnchangedOneIsNot() {
        Comparison comparison = Comparison.of("old", table(6, 1, TASKS), "new", table(0, 1, TASKS));
        assertThat(comparison.changes()).extracting(Comparison.Change::optimizer).containsExactly("changed", "same");
        Comparison.Change changed = comparison.changes().getFirst();
        assertThat(changed.better()).isEqualTo(12);
        assertThat(changed.effect()).isGreaterThan(0.9);
        // 12 of 12 tasks: 2 / 2^12, times two by Holm
        assertThat(changed.p()).isCloseTo(2 * 2 / 4096.0, within(1e-12));
        assertThat(comparison.changes().getLast()).isEqualTo(new Comparison.Change("same", 12, 0, 0, 0.5, 1));
        assertThat(comparison.merged().optimizers()).containsExactly("changed @ old", "same @ old", "changed @ new", "same @ new");
        assertThat(comparison.merged().totalRuns()).isEqualTo(4 * 12 * 4);
    }

    @Test
    void onlyTasksThatAreAlikeAreCompared() {
        List<TaskInfo> other = SimulatedRuns.tasks(12, 61);
        PerformanceTable table = table(0, 1, TASKS);
        assertThatThrownBy(() -> Comparison.of("a", table, "b", table(0, 1, other))).hasMessageContaining("no task in common")
                .hasMessageContaining("budget");
        assertThatThrownBy(() -> Comparison.of("a", table, "a", table)).hasMessageContaining("with itself");
        List<TaskInfo> mixed = List.of(TASKS.get(0), other.get(1));
        Comparison comparison = Comparison.of("a", table, "b", table(0, 1, mixed));
        assertThat(comparison.unalike()).containsExactly(TASKS.get(1).id());
        assertThat(comparison.merged().tasks()).containsExactly(TASKS.get(0));
    }

    private static PerformanceTable table(int changed, int same, List<TaskInfo> tasks) {
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks);
        for (int t = 0; t < tasks.size(); t++) {
            for (int seed = 1; seed <= 4; seed++) {
                builder.add(named("changed", SimulatedRuns.run(changed, tasks.get(t), t, seed, 60)));
                builder.add(named("same", SimulatedRuns.run(same, tasks.get(t), t, seed, 60)));
            }
        }
        return builder.build();
    }

    private static RunTrace named(String name, RunTrace run) {
        return new RunTrace(name, run.task(), run.seed(), run.effort(), run.values(), run.seconds(), run.suggestSeconds(), run.failures());
    }
}
