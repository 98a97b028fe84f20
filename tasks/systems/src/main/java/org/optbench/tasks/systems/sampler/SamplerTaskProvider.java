package org.optbench.tasks.systems.sampler;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.support.ComputedTask;
import org.optbench.tasks.systems.support.ListedTaskProvider;

/**
 * Step schedules of samplers: {@code sampler/<target>/<path>-<integrator>/t<grid>/k<steps>/<local | end>}. A schedule of k steps is given by its k - 1
 * times between the first and the last of the grid, in any order; equal times waste a step. The sum of the local errors ({@code local}) has a known
 * optimum by dynamic programming; the error of the samples ({@code end}) has none.
 */
public final class SamplerTaskProvider extends ListedTaskProvider {

    private static final int[] GRIDS = {20, 100};
    private static final int[] STEPS = {4, 8, 16};

    /** For the service loader. */
    public SamplerTaskProvider() {
        super("sampler", "Step schedules of flow and diffusion samplers on analytic targets, with the dynamic-programming optimum (BOSS)",
                "sampler/<two-modes | ring-8 | grid-9 | random-5>/<flow | cosine>-<euler | heun>/t<20 | 100>/k<4 | 8 | 16>/<local | end>");
    }

    private enum Measure {
        LOCAL("sum of local errors"), END("error of the samples");

        private final String summary;

        Measure(String summary) {
            this.summary = summary;
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    protected Stream<Entry> entries() {
        return Arrays.stream(GRIDS).boxed().flatMap(grid -> Arrays.stream(STEPS).boxed().flatMap(steps -> {
            Problem problem = problem(grid, steps);
            return Arrays.stream(Target.values()).flatMap(target -> Arrays.stream(Path.values()).flatMap(path -> Arrays.stream(Integrator.values())
                    .flatMap(integrator -> Arrays.stream(Measure.values())
                            .map(measure -> entry(problem, target, path, integrator, grid, steps, measure)))));
        }));
    }

    private Entry entry(Problem problem, Target target, Path path, Integrator integrator, int grid, int steps, Measure measure) {
        TaskId task = TaskId
                .of(String.join("/", id(), target.id(), path.id() + "-" + integrator.id(), "t" + grid, "k" + steps, measure.id()));
        String summary = target.id() + ", " + path.id() + " path, " + integrator.id() + ", " + steps + " of " + grid + " steps, " + measure.summary;
        TaskDescription description = TaskDescription.of(task, "1", summary, target.id(), "systems", problem)
                .withTraits(Trait.SIMULATOR, Trait.COMBINATORIAL).withAttributes(Map.of("target", target.id(), "path", path.id(), "integrator",
                        integrator.id(), "grid", Integer.toString(grid), "steps", Integer.toString(steps), "measure", measure.id()));
        return new Entry(description, (listed, _) -> open(listed, problem, new Sampler(target, path, integrator, grid), steps, measure));
    }

    private static Problem problem(int grid, int steps) {
        List<IntParameter> times = IntStream.range(1, steps)
                .mapToObj(i -> IntParameter.linear("time" + i, 1, grid - 1).withDefault(Math.max(1, i * grid / steps))).toList();
        return Problem.of(SearchSpace.of(times), Objective.minimize("error")).withText("Times at which a sampler evaluates its network, " + (steps - 1)
                + " of " + (grid - 1) + " in any order, for samples near those of very many steps.");
    }

    private static Task open(TaskDescription description, Problem problem, Sampler sampler, int steps, Measure measure) {
        return switch (measure) {
            case LOCAL -> {
                Schedules schedules = sampler.schedules();
                Problem solved = problem.withObjectives(List.of(problem.objective().withOptimum(schedules.cost(schedules.best(steps)))));
                yield new ComputedTask(description, solved, evaluation -> error(schedules.cost(times(evaluation.configuration(), steps))));
            }
            case END -> new ComputedTask(description, problem, evaluation -> {
                int[] times = times(evaluation.configuration(), steps);
                Arrays.sort(times);
                return error(sampler.endError(times));
            });
        };
    }

    private static int[] times(Configuration configuration, int steps) {
        return IntStream.range(1, steps).map(i -> (int) configuration.whole("time" + i)).toArray();
    }

    private static Outcome error(double value) {
        return Outcome.of(List.of(value), List.of(), Cost.measured());
    }
}
