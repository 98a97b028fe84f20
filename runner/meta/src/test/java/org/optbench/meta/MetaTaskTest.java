package org.optbench.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

class MetaTaskTest {

    private final MetaTaskProvider provider = new MetaTaskProvider();

    private static double value(Task task, Configuration settings, int runs, Path folder) throws Exception {
        Outcome outcome = task.evaluate(new Evaluation(0, settings, Fidelity.of(MetaTask.RUNS, runs), 1), RecordingProgress.letting(folder));
        return ((Outcome.Success) outcome).objectives().getFirst();
    }

    @Test
    void theSettingsAreTheSpaceAndGoodOnesScoreBetter(@TempDir Path folder) throws Exception {
        TaskContext context = new TaskContext(folder, folder, Map.of());
        try (Task task = provider.open(TaskId.of("meta/cma-es/bbob-d2/b200"), context)) {
            Configuration defaults = task.problem().space().defaults();
            Configuration timid = defaults.with("sigma0", Value.of(0.01)).with("populationFactor", Value.of(20.0));
            double good = value(task, defaults, 5, folder);
            assertThat(good).isBetween(-8.0, 0.0).isLessThan(value(task, timid, 5, folder)).isEqualTo(value(task, defaults, 5, folder));
        }
    }

    @Test
    void everyOptimizerWithSettingsIsListedForEachSuiteAndBudget(@TempDir Path folder) {
        TaskContext context = new TaskContext(folder, folder, Map.of());
        assertThat(provider.catalog(context).map(task -> task.id().text())).contains("meta/cma-es/bbob-d5/b50", "meta/tabu-search/bbob-d10/b200")
                .noneMatch(id -> id.startsWith("meta/random/"));
        assertThat(provider.describe(TaskId.of("meta/cma-es/bbob-d5/b77"), context)).isPresent();
        assertThatThrownBy(() -> provider.open(TaskId.of("meta/cma-se/bbob-d5/b50"), context)).hasMessageContaining("meta/cma-es/bbob-d5/b50");
    }
}
