package org.optbench.tasks.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskId;

class SurrogateTaskTest {

    /** The example in the documentation of YAHPO Gym 1.0. */
    private static final Configuration EXAMPLE = Configuration.of(Map.of("batch_size", Value.of(106L), "learning_rate", Value.of(0.013981961408994055),
            "max_dropout", Value.of(0.6027633760716439), "max_units", Value.of(289L), "momentum", Value.of(0.47705277141162516), "num_layers", Value.of(4L),
            "weight_decay", Value.of(0.04376434525415663)));

    private final SurrogateTaskProvider provider = new SurrogateTaskProvider();

    @Test
    void givesTheValuesOfYahpoGym() throws Exception {
        try (Task task = open("yahpo/lcbench/167152/momf:time:val_accuracy:val_cross_entropy")) {
            Outcome outcome = task.evaluate(new Evaluation(0, EXAMPLE, Fidelity.of("epoch", 29), 1), Runs.toTheEnd());
            assertThat(outcome).isInstanceOfSatisfying(Outcome.Success.class, success -> {
                assertThat(success.objectives()).extracting(Double::floatValue).containsExactly(119.49651f, 61.29708f, 1.485465f);
                assertThat(success.cost().seconds()).hasValueCloseTo(119.49651, within(1e-5));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lcbench", "rbv2_rpart", "rbv2_xgboost", "iaml_glmnet"})
    void predictionsLieInThePublishedRanges(String name) {
        Scenario scenario = Scenarios.load().find(name).orElseThrow();
        Surrogates surrogates = new Surrogates();
        OnnxSurrogate surrogate = surrogates.surrogate(PublishedData.folder().resolve("yahpo").resolve(name).resolve("model.onnx"), scenario);
        Surrogates.Parts parts = surrogates.parts(scenario);
        RandomGenerator random = RandomStreams.of(name).stream("configurations");
        int rows = 40;
        int outputs = scenario.outputs().size();
        for (String instance : scenario.instances()) {
            InputEncoder encoder = new InputEncoder(scenario, parts.codes(), instance);
            float[] numbers = new float[rows * scenario.continuous().size()];
            int[] categories = new int[rows * scenario.categorical().size()];
            for (int row = 0; row < rows; row++) {
                encoder.encode(parts.space().sample(random), anyFidelity(scenario, random), row, numbers, categories);
            }
            float[] predicted = surrogate.predict(numbers, categories, rows);
            for (int i = 0; i < predicted.length; i++) {
                double lowest = parts.ranges().lowest(instance, i % outputs);
                double highest = parts.ranges().highest(instance, i % outputs);
                // the published extremes are those of a sample, which a few of the predictions exceed by up to half a percent of the range
                double slack = 0.01 * (highest - lowest) + 1e-9;
                assertThat((double) predicted[i]).as("%s %s %s", name, instance, scenario.outputs().get(i % outputs))
                        .isBetween(lowest - slack, highest + slack);
            }
        }
    }

    @Test
    void blackBoxTasksEvaluateAtFullFidelity() throws Exception {
        for (String id : List.of("yahpo/lcbench/3945", "yahpo/rbv2_rpart/14", "yahpo/iaml_glmnet/1067")) {
            try (Task blackBox = open(id); Task multiFidelity = open(id + "/mf")) {
                Configuration configuration = blackBox.problem().space().defaults();
                Fidelity full = multiFidelity.problem().fidelities().full();
                Outcome expected = multiFidelity.evaluate(new Evaluation(0, configuration, full, 1), Runs.toTheEnd());
                Outcome found = blackBox.evaluate(new Evaluation(0, configuration, Fidelity.none(), 1), Runs.toTheEnd());
                assertClose(found, expected);
            }
        }
    }

    @Test
    void epochsOnTheWayAreReported() throws Exception {
        try (Task task = open("yahpo/lcbench/167152/mf")) {
            Runs whole = Runs.toTheEnd();
            Outcome last = task.evaluate(new Evaluation(0, EXAMPLE, Fidelity.of("epoch", 29), 1), whole);
            assertThat(whole.curve()).extracting(point -> point.at().level("epoch")).containsExactlyElementsOf(levels(1, 28));
            double before = 0;
            for (Measurement point : whole.curve()) {
                assertThat(point.seconds().orElseThrow()).isBetween(before, last.cost().seconds().orElseThrow());
                before = point.seconds().orElseThrow();
                Outcome alone = task.evaluate(new Evaluation(0, EXAMPLE, point.at(), 1), Runs.toTheEnd());
                assertThat(((Outcome.Success) alone).objectives().getFirst()).isCloseTo(point.objectives().getFirst(), within(1e-4));
            }
        }
    }

    @Test
    void aResumedTrialCostsWhatItAdds() throws Exception {
        try (Task task = open("yahpo/lcbench/167152/mf")) {
            Outcome whole = task.evaluate(new Evaluation(0, EXAMPLE, Fidelity.of("epoch", 52), 1), Runs.toTheEnd());
            Outcome paused = task.evaluate(new Evaluation(1, EXAMPLE, Fidelity.of("epoch", 52), 1), Runs.until(20, Verdict.PAUSE));
            assertThat(paused).isInstanceOfSatisfying(Outcome.Interrupted.class, early -> {
                assertThat(early.paused()).isTrue();
                assertThat(early.reached()).isEqualTo(Fidelity.of("epoch", 20));
            });
            Runs rest = Runs.toTheEnd();
            Outcome resumed = task.evaluate(new Evaluation(2, EXAMPLE, Fidelity.of("epoch", 52), 2,
                    Optional.of(new Evaluation.Resumed(1, Fidelity.of("epoch", 20), 1))), rest);
            assertThat(rest.curve()).extracting(point -> point.at().level("epoch")).containsExactlyElementsOf(levels(21, 51));
            assertThat(((Outcome.Success) resumed).objectives().getFirst()).isCloseTo(((Outcome.Success) whole).objectives().getFirst(), within(1e-4));
            assertThat(paused.cost().seconds().orElseThrow() + resumed.cost().seconds().orElseThrow())
                    .isCloseTo(whole.cost().seconds().orElseThrow(), within(1e-3));
            assertThat(resumed.cost().seconds().orElseThrow()).isGreaterThan(10);
        }
    }

    @Test
    void aConfigurationOutsideTheSpaceOrAMissingFidelityIsOneClearFailure() throws Exception {
        try (Task task = open("yahpo/lcbench/167152/mf")) {
            assertInvalid(task, EXAMPLE.with("num_layers", Value.of(9L)), Fidelity.of("epoch", 5), "yahpo/lcbench/167152/mf", "num_layers", "9");
            assertInvalid(task, EXAMPLE.without("momentum"), Fidelity.of("epoch", 5), "momentum", "no value");
            assertInvalid(task, EXAMPLE.with("OpenML_task_id", Value.of("3945")), Fidelity.of("epoch", 5), "OpenML_task_id");
            assertInvalid(task, EXAMPLE, Fidelity.none(), "epoch", "missing");
            assertInvalid(task, EXAMPLE, Fidelity.of("epoch", 53), "epoch", "53");
            assertInvalid(task, EXAMPLE, Fidelity.of("epoch", 1.5), "epoch", "whole");
        }
    }

    @Test
    void threadsShareOneSurrogate() throws Exception {
        try (Task one = open("yahpo/rbv2_xgboost/12/mo"); Task two = open("yahpo/rbv2_xgboost/16/mo");
                ExecutorService pool = Executors.newFixedThreadPool(4)) {
            RandomGenerator random = RandomStreams.of("threads").stream("configurations");
            List<Outcome> alone = new ArrayList<>();
            List<Future<Outcome>> together = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Task task = i % 2 == 0 ? one : two;
                Evaluation evaluation = new Evaluation(i, task.problem().space().sample(random), Fidelity.none(), i);
                alone.add(task.evaluate(evaluation, Runs.toTheEnd()));
                together.add(pool.submit(() -> task.evaluate(evaluation, Runs.toTheEnd())));
            }
            for (int i = 0; i < alone.size(); i++) {
                assertThat(together.get(i).get()).isEqualTo(alone.get(i));
            }
        }
    }

    @Test
    void batchesLargerThanAPassGiveTheRowsOneByOne() throws IOException {
        Scenario scenario = Scenarios.load().find("iaml_glmnet").orElseThrow();
        Path file = PublishedData.folder().resolve("yahpo/iaml_glmnet/model.onnx");
        OnnxSurrogate surrogate = OnnxSurrogate.load(file, scenario);
        int rows = 2 * OnnxSurrogate.LARGEST_PASS + 3;
        float[] numbers = new float[rows * 3];
        int[] categories = new int[rows];
        for (int i = 0; i < rows; i++) {
            numbers[3 * i] = i / (float) rows;
            numbers[3 * i + 1] = 0.5f;
            numbers[3 * i + 2] = 1;
            categories[i] = 1 + i % 4;
        }
        float[] together = surrogate.predict(numbers, categories, rows);
        for (int i : new int[]{0, 255, 256, 511, 512, rows - 1}) {
            float[] alone = surrogate.predict(Arrays.copyOfRange(numbers, 3 * i, 3 * i + 3), new int[]{categories[i]}, 1);
            for (int output = 0; output < alone.length; output++) {
                assertThat(together[i * alone.length + output]).isCloseTo(alone[output], within(1e-4f * Math.max(1, Math.abs(alone[output]))));
            }
        }
        assertThat(Files.size(file)).isPositive();
    }

    private Task open(String id) {
        return provider.open(TaskId.of(id), PublishedData.context());
    }

    private static Fidelity anyFidelity(Scenario scenario, RandomGenerator random) {
        Fidelity fidelity = Fidelity.none();
        for (FidelityParameter knob : scenario.fidelities()) {
            fidelity = fidelity.with(knob.name(), knob.clamp(random.nextDouble(knob.lower(), knob.upper())));
        }
        return fidelity;
    }

    private static List<Double> levels(int first, int last) {
        List<Double> levels = new ArrayList<>();
        for (int level = first; level <= last; level++) {
            levels.add((double) level);
        }
        return levels;
    }

    private static void assertClose(Outcome found, Outcome expected) {
        List<Double> values = ((Outcome.Success) expected).objectives();
        assertThat(((Outcome.Success) found).objectives()).hasSameSizeAs(values);
        for (int i = 0; i < values.size(); i++) {
            // one row and a batch of rows may be summed in another order
            assertThat(((Outcome.Success) found).objectives().get(i)).isCloseTo(values.get(i), within(1e-4));
        }
        assertThat(found.cost().seconds().orElseThrow()).isCloseTo(expected.cost().seconds().orElseThrow(), within(1e-2));
    }

    private static void assertInvalid(Task task, Configuration configuration, Fidelity fidelity, String... words) throws Exception {
        Runs runs = Runs.toTheEnd();
        assertThat(task.evaluate(new Evaluation(0, configuration, fidelity, 1), runs)).isInstanceOfSatisfying(Outcome.Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_SUGGESTION);
            assertThat(failure.message()).contains(words);
        });
        assertThat(runs.curve()).isEmpty();
    }
}
