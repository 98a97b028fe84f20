package org.optbench.runner.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.optbench.model.task.TaskId;

class TaskGlobTest {

    @Test
    void expandsAlternativesAndRanges() {
        assertThat(TaskGlob.of("bbob/f{1,8..9}/d2/i{1..2}").literals().orElseThrow()).extracting(TaskId::text).containsExactly("bbob/f1/d2/i1", "bbob/f1/d2/i2",
                "bbob/f8/d2/i1", "bbob/f8/d2/i2", "bbob/f9/d2/i1", "bbob/f9/d2/i2");
    }

    @Test
    void aStarStaysInItsSegmentAndTwoStarsDoNot() {
        assertThat(TaskGlob.of("bbob/*/d2").matcher()).accepts(TaskId.of("bbob/f1/d2")).rejects(TaskId.of("bbob/f1/x/d2"));
        assertThat(TaskGlob.of("bbob/**").matcher()).accepts(TaskId.of("bbob/f1/x/d2")).rejects(TaskId.of("bbox/f1"));
        assertThat(TaskGlob.of("bbob/f?/d{2,3}").matcher()).accepts(TaskId.of("bbob/f1/d3")).rejects(TaskId.of("bbob/f12/d3"));
        assertThat(TaskGlob.of("a.b/*").matcher()).rejects(TaskId.of("axb/c"));
    }

    @Test
    void decoratorsAreAppended() {
        assertThat(TaskGlob.of("bbob/f1/d2/i1+noise(gaussian,0.1)").literals().orElseThrow()).extracting(TaskId::text)
                .containsExactly("bbob/f1/d2/i1+noise(gaussian,0.1)");
        assertThat(TaskGlob.of("bbob/**+ranks()").decorate(TaskId.of("bbob/f1")).text()).isEqualTo("bbob/f1+ranks()");
    }

    @Test
    void refusesBrokenPatterns() {
        assertThatThrownBy(() -> TaskGlob.of("bbob/f{1,2")).hasMessageContaining("every { needs its }");
        assertThatThrownBy(() -> TaskGlob.of("bbob/f{9..1}")).hasMessageContaining("range 9..1 is empty");
        assertThatThrownBy(() -> TaskGlob.of("x{1..2000}{1..2000}")).hasMessageContaining("more than");
    }
}
