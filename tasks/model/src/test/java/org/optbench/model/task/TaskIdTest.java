package org.optbench.model.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskIdTest {

    @Test
    void partsOfADecoratedId() {
        TaskId id = TaskId.of("bbob/f12/d5/i1+noise(gaussian, 0.1)+ranks()");
        assertThat(id.provider()).isEqualTo("bbob");
        assertThat(id.segments()).containsExactly("bbob", "f12", "d5", "i1");
        assertThat(id.base()).isEqualTo("bbob/f12/d5/i1");
        assertThat(id.decorators()).containsExactly("noise(gaussian, 0.1)", "ranks()");
        assertThat(TaskId.of("bbob").decorators()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", "/a", "a//b", "a b", "a+noise", "a+Noise()", "a+noise(", "a+(x)", "a/b*", "a+noise(x)y"})
    void illegalIdsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TaskId.of(text)).withMessageContaining("Task id '" + text + "'");
    }

    @Test
    void idsAreOrderedByText() {
        assertThat(List.of(TaskId.of("b"), TaskId.of("a/2"), TaskId.of("a/1")).stream().sorted()).extracting(TaskId::text).containsExactly("a/1", "a/2",
                "b");
    }

    @Test
    void nearNamesAreSuggested() {
        List<String> known = List.of("random", "sobol", "cma-es", "grid");
        assertThat(Suggest.nearest("randon", known)).containsExactly("random");
        assertThat(Suggest.nearest("CMAES", known)).containsExactly("cma-es");
        assertThat(Suggest.nearest("zzzzzzzz", known)).isEmpty();
        assertThat(Suggest.hint("gird", known, "look.")).isEqualTo("Maybe you mean grid?");
        assertThat(Suggest.hint("zzzzzzzz", known, "look.")).isEqualTo("Maybe look.");
    }
}
