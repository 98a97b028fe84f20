package org.optbench.model.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;

class TaskCatalogTest {

    private static final TaskContext CONTEXT = new TaskContext(Path.of("data"), Path.of("work"), Map.of("device", "cpu"));
    private static final Problem PROBLEM = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1), IntParameter.linear("n", 0, 3)),
            Objective.minimize("f"));

    private static final TaskCatalog CATALOG = new TaskCatalog(List.of(new Numbers("one"), new Numbers("two")), List.of(new Shift()));

    /** Tasks one/1 and one/2, the second of which needs data that are not there. */
    private record Numbers(String id) implements TaskProvider {

        @Override
        public String summary() {
            return "numbers";
        }

        @Override
        public Stream<TaskDescription> catalog(TaskContext context) {
            TaskDescription first = TaskDescription.of(TaskId.of(id + "/1"), "1", "first", "number", "test", PROBLEM);
            return Stream.of(first, first.withId(TaskId.of(id + "/2")).withAvailability(new Availability.Missing("Its data are missing.", "fetch them")));
        }

        @Override
        public Task open(TaskId task, TaskContext context) {
            return new Constant(describe(task, context).orElseThrow());
        }
    }

    private record Constant(TaskDescription description) implements Task {

        @Override
        public Problem problem() {
            return PROBLEM;
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) {
            return Outcome.of(1);
        }
    }

    /** Adds its argument to the value. */
    private static final class Shift implements TaskDecorator {

        @Override
        public String id() {
            return "shift";
        }

        @Override
        public String summary() {
            return "adds its argument";
        }

        @Override
        public TaskDescription describe(TaskDescription task, List<String> arguments) {
            return task.withId(TaskId.of(task.id() + "+shift(" + String.join(", ", arguments) + ")"));
        }

        @Override
        public Task decorate(Task task, List<String> arguments) {
            return new Shifted(task, describe(task.description(), arguments), Double.parseDouble(arguments.getFirst()));
        }
    }

    private record Shifted(Task inner, TaskDescription description, double by) implements Task {

        @Override
        public Problem problem() {
            return inner.problem();
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
            Outcome.Success success = (Outcome.Success) inner.evaluate(evaluation, progress);
            return Outcome.of(success.objectives().getFirst() + by);
        }
    }

    @Test
    void listsAllProviders() {
        assertThat(CATALOG.list(CONTEXT).map(task -> task.id().text())).containsExactly("one/1", "one/2", "two/1", "two/2");
        assertThat(CATALOG.providers()).extracting(TaskProvider::id).containsExactly("one", "two");
        assertThat(CATALOG.decorators()).extracting(TaskDecorator::id).containsExactly("shift");
    }

    @Test
    void decoratorsAreAppliedFromTheInnermost() throws Exception {
        TaskId id = TaskId.of("two/1+shift(2)+shift(0.5)");
        assertThat(CATALOG.describe(id, CONTEXT)).hasValueSatisfying(task -> assertThat(task.id()).isEqualTo(id));
        try (Task task = CATALOG.open(id, CONTEXT)) {
            Outcome outcome = task.evaluate(new Evaluation(0, PROBLEM.space().defaults(), PROBLEM.fidelities().full(), 1), new SilentProgress());
            assertThat(outcome).isEqualTo(Outcome.of(3.5));
            assertThat(task.description().id()).isEqualTo(id);
        }
    }

    private static final class SilentProgress implements Progress {

        @Override
        public Verdict report(Measurement measurement) {
            return Verdict.CONTINUE;
        }

        @Override
        public void log(String line) {
            // nobody reads it
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Path checkpoints(int trial) {
            return Path.of("checkpoints");
        }
    }

    @Test
    void unknownIdsAreRefusedWithNearOnes() {
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.open(TaskId.of("won/1"), CONTEXT)).withMessageContaining("Maybe you mean one");
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.open(TaskId.of("one/3"), CONTEXT)).withMessageContaining("one/1");
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.open(TaskId.of("one/1+shfit(1)"), CONTEXT)).withMessageContaining("shift");
        assertThat(CATALOG.describe(TaskId.of("one/3"), CONTEXT)).isEmpty();
        assertThat(CATALOG.describe(TaskId.of("nobody/3"), CONTEXT)).isEmpty();
    }

    @Test
    void unavailableTasksSayWhatIsMissing() {
        assertThatThrownBy(() -> CATALOG.open(TaskId.of("one/2"), CONTEXT)).isInstanceOf(TaskUnavailableException.class)
                .hasMessageContaining("one/2").hasMessageContaining("data are missing").hasMessageContaining("fetch them");
    }

    @Test
    void duplicateIdsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskCatalog(List.of(new Numbers("one"), new Numbers("one")), List.of()))
                .withMessageContaining("'one'").withMessageContaining("unique");
        assertThatIllegalArgumentException().isThrownBy(() -> new TaskCatalog(List.of(), List.of(new Shift(), new Shift())))
                .withMessageContaining("shift");
    }

    @Test
    void traitsAndTypeFollowFromTheProblem() {
        TaskDescription description = TaskDescription.of(TaskId.of("a"), "1", "s", "f", "d", PROBLEM.withNoise(true));
        assertThat(description.traits()).contains(Trait.NOISY, Trait.MIXED);
        assertThat(description.type()).isEqualTo(TaskType.BLACK_BOX);
        assertThat(TaskType.of(true, true).code()).isEqualTo("MOMF");
        assertThat(TaskType.of(true, false).code()).isEqualTo("MF");
        assertThat(TaskType.of(false, true).code()).isEqualTo("MO");
    }

    @Test
    void contextSettings() {
        assertThat(CONTEXT.setting("device")).contains("cpu");
        assertThat(CONTEXT.setting("python")).isEmpty();
    }
}
