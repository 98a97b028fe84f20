package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.synthetic.NoProgress;

class BbobTaskProviderTest {

    private final BbobTaskProvider provider = new BbobTaskProvider();
    private final TaskContext context = new TaskContext(Path.of("data"), Path.of("work"), Map.of());

    @Test
    void listsEveryFunctionDimensionAndInstanceOnce() {
        List<TaskDescription> all = provider.catalog(context).toList();
        assertThat(all).hasSize(24 * 6 * 15);
        assertThat(all.stream().map(TaskDescription::id)).doesNotHaveDuplicates().contains(TaskId.of("bbob/f12/d5/i1"));
        assertThat(all).allSatisfy(task -> assertThat(provider.describe(task.id(), context)).contains(task));
    }

    @Test
    void opensIdsBeyondTheList() throws Exception {
        try (Task task = provider.open(TaskId.of("bbob/f3/d7/i99"), context)) {
            assertThat(task.problem().space().dimension()).isEqualTo(7);
            assertThat(task.problem().objective().targets()).hasSize(51);
        }
    }

    @Test
    void evaluatesInTheOrderOfTheParameters() throws Exception {
        BbobFunction f = BbobFunction.of(2, 12, 3);
        double[] x = new double[12];
        TreeMap<String, Value> values = new TreeMap<>();
        for (int i = 0; i < x.length; i++) {
            x[i] = 0.37 * i - 2.0;
            values.put("x" + (i + 1), Value.of(x[i]));
        }
        try (Task task = provider.open(TaskId.of("bbob/f2/d12/i3"), context)) {
            Outcome outcome = task.evaluate(new Evaluation(0, new Configuration(values), Fidelity.none(), 1L), NoProgress.INSTANCE);
            assertThat(((Outcome.Success) outcome).objectives()).containsExactly(f.value(x));
            assertThat(task.problem().objective().optimum()).hasValue(f.optimalValue());
        }
    }

    @Test
    void refusesIdsThatAreNoTasks() {
        for (String id : List.of("bbob/f25/d5/i1", "bbob/f01/d5/i1", "bbob/f1/d1/i1", "bbob/f1/d5", "bbob/f1/d5/i0", "bbob/f1/d5/ix")) {
            assertThat(provider.describe(TaskId.of(id), context)).as(id).isEmpty();
            assertThatThrownBy(() -> provider.open(TaskId.of(id), context)).as(id).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(id).hasMessageContaining("bbob/f<1..24>").hasMessageContaining("Maybe");
        }
    }

    @Test
    void refusesConfigurationsOfAnotherSpace() throws Exception {
        try (Task task = provider.open(TaskId.of("bbob/f1/d2/i1"), context)) {
            Evaluation incomplete = new Evaluation(0, Configuration.of(Map.of("x1", Value.of(1.0))), Fidelity.none(), 1L);
            assertThatThrownBy(() -> task.evaluate(incomplete, NoProgress.INSTANCE)).hasMessageContaining("x2");
        }
    }
}
