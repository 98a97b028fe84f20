package org.optbench.tasks.synthetic.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Availability;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Segments;
import org.optbench.tasks.synthetic.task.Spaces;

/** Classic functions: {@code classic/<function>/d<dimension>}, such as {@code classic/ackley/d10}. */
public final class ClassicTaskProvider extends GeneratedTaskProvider {

    private static final int[] DIMENSIONS = {2, 3, 5, 10, 20, 40, 100};
    private static final int TARGETS = 51;

    /** For the service loader. */
    public ClassicTaskProvider() {
        super("classic", "Classic test functions of global optimization with known optima", "classic/<ackley | branin | ...>/d<dimension>");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 2) {
            return Optional.empty();
        }
        int dimension = Segments.number(segments.get(1), "d").orElse(-1);
        return Arrays.stream(ClassicFunction.values()).filter(f -> f.id().equals(segments.get(0)) && f.hasDimension(dimension)).findFirst()
                .map(f -> generate(f, dimension));
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return Arrays.stream(ClassicFunction.values()).flatMap(
                f -> (f.isScalable() ? IntStream.of(DIMENSIONS) : IntStream.of(f.fixedDimension())).mapToObj(dimension -> generate(f, dimension)));
    }

    private static GeneratedTask generate(ClassicFunction f, int dimension) {
        TaskDescription description = new TaskDescription(TaskId.of("classic/" + f.id() + "/d" + dimension), "1",
                f.id() + ", " + dimension + " variables", f.id(), "synthetic", dimension, 1, 0, 0, TaskClock.WALL, Set.of(),
                new TreeMap<>(Map.of("function", f.id())), Availability.available());
        return new GeneratedTask(description, () -> {
            double optimum = f.optimum(dimension);
            List<Double> targets = IntStream.range(0, TARGETS).mapToObj(k -> optimum + StrictMath.pow(10.0, (10 - k) / 5.0)).toList();
            Problem problem = Problem.of(Spaces.box(f.lower(dimension), f.upper(dimension)),
                    Objective.minimize("f").withOptimum(optimum).withTargets(targets));
            return new NumericTask(description, problem, (x, _) -> Outcome.of(f.value(x)));
        });
    }
}
