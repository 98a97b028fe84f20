package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.tasks.synthetic.TaskRunner;
import org.optbench.tasks.testkit.TaskContract;

/** Decorated tasks pass the contract of tasks; they stand under plain ids for it. */
class DecoratorContractTest extends TaskContract {

    private static final List<String> DECORATED = List.of("bbob/f3/d4/i1+noise(gaussian,0.1)", "bbob/f3/d4/i1+noise(bbob-uniform,severe)",
            "mo/zdt1/m2/d5+noise(cauchy,0.01)", "bbob/f10/d3/i2+shift(7)", "bbob/f10/d3/i2+rotate(3)", "classic/ackley/d5+bias(2.5)",
            "mf/hartmann3/bad+bias(0.5,4)", "bbob/f8/d2/i1+ranks()", "bbob-constrained/f7/d3/i1+delay(3.5,lognormal)",
            "engineering/pressure-vessel+fail(0.2,nan,region)", "mf/branin/terrible+cache(3)",
            "bbob-mixint/f5/d5/i1+shift(1,0.3)+noise(gaussian,1)+ranks()+delay(2,exponential)",
            "multitask/ci-ackley-rastrigin/d5+noise(uniform,0.5)+cache()");

    @Override
    protected TaskProvider provider() {
        return new TaskProvider() {
            @Override
            public String id() {
                return "decorated";
            }

            @Override
            public String summary() {
                return "Decorated tasks under plain ids";
            }

            @Override
            public Stream<TaskDescription> catalog(TaskContext context) {
                return IntStream.range(0, DECORATED.size()).mapToObj(i -> renamed(
                        TaskRunner.catalog().describe(TaskId.of(DECORATED.get(i)), context).orElseThrow(), i));
            }

            @Override
            public Task open(TaskId id, TaskContext context) {
                int index = IntStream.range(0, DECORATED.size()).filter(i -> id.text().equals("decorated/" + i)).findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No task " + id));
                return new Renamed(TaskRunner.catalog().open(TaskId.of(DECORATED.get(index)), context), index);
            }
        };
    }

    @Override
    protected List<String> samples() {
        return IntStream.range(0, DECORATED.size()).mapToObj(i -> "decorated/" + i).toList();
    }

    private static TaskDescription renamed(TaskDescription description, int index) {
        return description.withId(TaskId.of("decorated/" + index));
    }

    private record Renamed(Task inner, int index) implements Task {

        @Override
        public TaskDescription description() {
            return renamed(inner.description(), index);
        }

        @Override
        public Problem problem() {
            return inner.problem();
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
            return inner.evaluate(evaluation, progress);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
