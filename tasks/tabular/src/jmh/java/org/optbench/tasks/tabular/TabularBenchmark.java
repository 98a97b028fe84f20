package org.optbench.tasks.tabular;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

/** Microseconds a look-up. The tables are looked for in the folder of the system property {@code optbench.data}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TabularBenchmark {

    private static final int CONFIGURATIONS = 4096;

    @Param({"hpolib/protein_structure", "hpobench/car", "nasbench201/cifar10"}) public String table = "";

    private final List<Evaluation> evaluations = new ArrayList<>();
    private final RecordingProgress progress = RecordingProgress.letting(Path.of("target"));
    private Task task;
    private int next;

    /** Opens the table and draws configurations. */
    @Setup
    public void open() {
        Path data = Path.of(System.getProperty("optbench.data", "data"));
        task = new TabularTaskProvider().open(TaskId.of("tabular/" + table), new TaskContext(data, Path.of("target"), Map.of()));
        RandomGenerator random = RandomStreams.of("benchmark").stream("configurations");
        for (int i = 0; i < CONFIGURATIONS; i++) {
            evaluations.add(new Evaluation(i, task.problem().space().sample(random), Fidelity.none(), i));
        }
    }

    /** One configuration after the other. */
    @Benchmark
    public Outcome lookUp() throws Exception {
        next = (next + 1) % CONFIGURATIONS;
        return task.evaluate(evaluations.get(next), progress);
    }
}
