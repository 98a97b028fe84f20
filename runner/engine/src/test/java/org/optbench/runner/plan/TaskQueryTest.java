package org.optbench.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;

class TaskQueryTest {

    private final TaskDescription task = TaskDescription.of(TaskId.of("learn/forest/iris"), "1", "forest", "forest", "ml",
            Problem.of(SearchSpace.of(FloatParameter.linear("a", 0, 1), IntParameter.linear("b", 1, 9)), Objective.minimize("error"))
                    .withFidelities(FidelitySpace.of(FidelityParameter.steps("trees", 1, 9))).withNoise(true))
            .withAttributes(Map.of("dataset", "iris"));

    @Test
    void comparesFieldsTraitsAndAttributes() {
        for (String yes : new String[]{"", "type=MF", "type=MF and dimension<=10 and domain=ml", "dimension>1", "dimension!=3", "trait=NOISY", "trait=mixed",
                "not trait=CONSTRAINED", "dataset=iris", "dataset~ir", "id~forest", "(type=BB or type=MF) and objectives=1", "provider='learn'"}) {
            assertThat(TaskQuery.parse(yes).test(task)).as(yes).isTrue();
        }
        for (String no : new String[]{"type=BB", "dimension>=3", "trait=CONSTRAINED", "dataset=wine", "nothing=1", "not (type=MF)",
                "type=BB or domain=synthetic"}) {
            assertThat(TaskQuery.parse(no).test(task)).as(no).isFalse();
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> TaskQuery.parse("type MF")).hasMessageContaining("'MF' stands where one of");
        assertThatThrownBy(() -> TaskQuery.parse("type=MF dimension=2")).hasMessageContaining("'dimension' stands where 'and'");
        assertThatThrownBy(() -> TaskQuery.parse("trait=NOISI")).hasMessageContaining("Maybe you mean NOISY");
        assertThatThrownBy(() -> TaskQuery.parse("(type=MF")).hasMessageContaining("the end stands where ')'");
        assertThatThrownBy(() -> TaskQuery.parse("type='MF")).hasMessageContaining("quote");
    }
}
