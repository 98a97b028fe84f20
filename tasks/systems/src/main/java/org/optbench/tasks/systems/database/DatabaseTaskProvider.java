package org.optbench.tasks.systems.database;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.h2.Driver;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Finding;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.database.worker.DatabaseMain;
import org.optbench.tasks.systems.database.worker.Mix;
import org.optbench.tasks.systems.support.ForkedJvm;
import org.optbench.tasks.systems.support.ListedTaskProvider;
import org.optbench.tasks.systems.support.MeasureLimit;
import org.optbench.tasks.systems.support.MeasuredTask;

/**
 * Settings of the embedded database H2: {@code h2/<mix>/<time | time-disk>/<full | transactions>}. A trial starts a virtual machine, loads 2000 accounts
 * into a new database on disk and measures a fixed mix of 1000 transactions (fewer are the fidelity) with the closing of the database. Runs are killed
 * after a minute or what the setting {@code measure_limit} says. Values differ between machines and repetitions: eight runs of the defaults on a busy machine
 * with two cores spread by 10 % in wall time, 9 % in processor time and 24 % in size on disk (standard deviation).
 */
public final class DatabaseTaskProvider extends ListedTaskProvider {

    private static final String TRANSACTIONS = "transactions";
    private static final int ALL = 1000;
    private static final int FEWEST = 100;
    private static final List<String> OPTIONS = List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** For the service loader. */
    public DatabaseTaskProvider() {
        super("h2", "Cache, page, lock, write and isolation settings of the database H2 measured under small transaction mixes",
                "h2/<bank | lookup | report>/<time | time-disk>/<full | transactions>");
    }

    @Override
    public List<Finding> examine(TaskContext context) {
        return List.of(ForkedJvm.finding());
    }

    @Override
    protected Stream<Entry> entries() {
        return Arrays.stream(Mix.values())
                .flatMap(mix -> Stream.of(false, true).flatMap(disk -> Stream.of(false, true).map(fewer -> entry(mix, disk, fewer))));
    }

    private Entry entry(Mix mix, boolean disk, boolean fewer) {
        Objective time = Objective.minimize("seconds").withReferencePoint(30.0);
        List<Objective> objectives = disk ? List.of(time, Objective.minimize("disk_mb").withReferencePoint(100.0)) : List.of(time);
        Problem problem = Problem.of(DatabaseKnobs.space(), time).withObjectives(objectives).withNoise(true)
                .withFidelities(fewer ? FidelitySpace.of(FidelityParameter.steps(TRANSACTIONS, FEWEST, ALL)) : FidelitySpace.none())
                .withText("Settings of the embedded database H2 for a small transaction mix: " + name(mix) + ".");
        TaskId task = TaskId.of(String.join("/", id(), name(mix), disk ? "time-disk" : "time", fewer ? TRANSACTIONS : "full"));
        TaskDescription description = TaskDescription
                .of(task, "1", "H2 under the mix " + name(mix) + ", wall time" + (disk ? " and size on disk" : ""), name(mix), "systems", problem)
                .withTraits(Trait.REAL, Trait.MEASURED).withAttributes(Map.of("mix", name(mix))).withAvailability(ForkedJvm.availability());
        return new Entry(description, (listed, context) -> open(listed, context, problem, mix));
    }

    private static Task open(TaskDescription description, TaskContext context, Problem problem, Mix mix) {
        ForkedJvm program = new ForkedJvm(List.of(ForkedJvm.locate(DatabaseMain.class), ForkedJvm.locate(Driver.class)), DatabaseMain.class.getName());
        return new MeasuredTask(description, problem, program, context.workFolder(), MeasureLimit.of(context),
                evaluation -> new MeasuredTask.Invocation(OPTIONS, DatabaseKnobs.arguments(mix.name(), transactions(problem, evaluation),
                        evaluation.configuration())));
    }

    private static long transactions(Problem problem, Evaluation evaluation) {
        return problem.isMultiFidelity() ? (long) evaluation.fidelity().level(TRANSACTIONS) : ALL;
    }

    private static String name(Mix mix) {
        return mix.name().toLowerCase(Locale.ROOT);
    }
}
