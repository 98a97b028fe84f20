package org.optbench.tasks.surrogate;

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
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.optbench.model.Outcome;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;

/**
 * Microseconds an evaluation of a black-box task (one row) and a row in batches of 256, on one thread. The surrogates are looked for in the folder of
 * the system property {@code optbench.data}: {@code -Djmh.jvm="-Doptbench.data=FOLDER"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SurrogateBenchmark {

    private static final int ROWS = 256;

    @Param({"lcbench/3945", "iaml_glmnet/1489", "rbv2_rpart/14", "rbv2_xgboost/12"}) public String instance = "";

    private final List<Evaluation> evaluations = new ArrayList<>();
    private Task task;
    private OnnxSurrogate surrogate;
    private float[] numbers;
    private int[] categories;
    private int next;

    /** Opens the task and encodes a batch of random configurations. */
    @Setup
    public void open() {
        Path data = Path.of(System.getProperty("optbench.data", "data"));
        task = new SurrogateTaskProvider().open(TaskId.of("yahpo/" + instance), new TaskContext(data, Path.of("target"), Map.of()));
        String[] parts = instance.split("/");
        Scenario scenario = Scenarios.load().find(parts[0]).orElseThrow();
        Surrogates shared = new Surrogates();
        surrogate = shared.surrogate(data.resolve("yahpo").resolve(parts[0]).resolve("model.onnx"), scenario);
        InputEncoder encoder = new InputEncoder(scenario, shared.parts(scenario).codes(), parts[1]);
        numbers = new float[ROWS * scenario.continuous().size()];
        categories = new int[ROWS * scenario.categorical().size()];
        RandomGenerator random = RandomStreams.of("benchmark").stream("configurations");
        for (int row = 0; row < ROWS; row++) {
            Evaluation evaluation = new Evaluation(row, task.problem().space().sample(random), task.problem().fidelities().full(), row);
            evaluations.add(evaluation);
            encoder.encode(evaluation.configuration(), scenario.fidelitySpace().full(), row, numbers, categories);
        }
    }

    /** One configuration after the other. */
    @Benchmark
    public Outcome evaluate() throws Exception {
        next = (next + 1) % ROWS;
        return task.evaluate(evaluations.get(next), Runs.toTheEnd());
    }

    /** A batch; the time is that of one row. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] batch() {
        return surrogate.predict(numbers, categories, ROWS);
    }
}
