package org.optbench.tasks.systems.jvm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Finding;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.jvm.worker.Kernel;
import org.optbench.tasks.systems.jvm.worker.KernelMain;
import org.optbench.tasks.systems.support.ForkedJvm;
import org.optbench.tasks.systems.support.ListedTaskProvider;
import org.optbench.tasks.systems.support.MeasureLimit;
import org.optbench.tasks.systems.support.MeasuredTask;

/**
 * Flags of the Java virtual machine: {@code jvm/<kernel>/<time | time-memory>/<full | repeats>}. A trial starts a virtual machine, runs a kernel 20 times
 * (fewer are the fidelity) and measures wall time from start to end, and the largest resident size. Runs are killed after a minute or what the setting
 * {@code measure_limit} says. Values differ between machines and repetitions: eight runs of the defaults on a busy machine with two cores spread by 10 to 20 %
 * in wall time, 7 to 10 % in processor time and less than 1 % in memory (standard deviation).
 */
public final class JvmTaskProvider extends ListedTaskProvider {

    private static final String REPEATS = "repeats";
    private static final int ALL = 20;
    private static final int FEWEST = 2;

    /** For the service loader. */
    public JvmTaskProvider() {
        super("jvm", "Collector, heap, compiler and tiling of kernels measured in a Java virtual machine of their own",
                "jvm/<fft | relaxation | monte-carlo | sparse | lu | tiled-product | maps | texts>/<time | time-memory>/<full | repeats>");
    }

    @Override
    public List<Finding> examine(TaskContext context) {
        return List.of(ForkedJvm.finding());
    }

    @Override
    protected Stream<Entry> entries() {
        return Arrays.stream(Kernel.values())
                .flatMap(kernel -> Stream.of(false, true).flatMap(memory -> Stream.of(false, true).map(fewer -> entry(kernel, memory, fewer))));
    }

    private Entry entry(Kernel kernel, boolean memory, boolean fewer) {
        Objective time = Objective.minimize("seconds").withReferencePoint(30.0);
        List<Objective> objectives = memory ? List.of(time, Objective.minimize("memory_mb").withReferencePoint(1000.0)) : List.of(time);
        Problem problem = Problem.of(JvmFlags.space(kernel == Kernel.TILED_PRODUCT), time).withObjectives(objectives).withNoise(true)
                .withFidelities(fewer ? FidelitySpace.of(FidelityParameter.steps(REPEATS, FEWEST, ALL)) : FidelitySpace.none())
                .withText("Flags of the HotSpot Java virtual machine for a short run of the kernel " + name(kernel) + ".");
        TaskId task = TaskId.of(String.join("/", id(), name(kernel), memory ? "time-memory" : "time", fewer ? REPEATS : "full"));
        TaskDescription description = TaskDescription
                .of(task, "1", name(kernel) + " in a forked virtual machine, wall time" + (memory ? " and memory" : ""), name(kernel), "systems", problem)
                .withTraits(Trait.REAL, Trait.MEASURED).withAttributes(Map.of("kernel", name(kernel))).withAvailability(ForkedJvm.availability());
        return new Entry(description, (listed, context) -> open(listed, context, problem, kernel));
    }

    private static Task open(TaskDescription description, TaskContext context, Problem problem, Kernel kernel) {
        ForkedJvm program = new ForkedJvm(List.of(ForkedJvm.locate(KernelMain.class)), KernelMain.class.getName());
        return new MeasuredTask(description, problem, program, context.workFolder(), MeasureLimit.of(context),
                evaluation -> invocation(problem, kernel, evaluation));
    }

    private static MeasuredTask.Invocation invocation(Problem problem, Kernel kernel, Evaluation evaluation) {
        Configuration configuration = evaluation.configuration();
        long repeats = problem.isMultiFidelity() ? (long) evaluation.fidelity().level(REPEATS) : ALL;
        long tile = configuration.isActive(JvmFlags.TILE) ? configuration.whole(JvmFlags.TILE) : 1;
        return new MeasuredTask.Invocation(JvmFlags.options(configuration), List.of(kernel.name(), Long.toString(repeats), Long.toString(tile)));
    }

    private static String name(Kernel kernel) {
        return kernel.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
