package org.optbench.tasks.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Pickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.Value;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.tasks.testkit.RecordingProgress;

class TabularTaskProviderTest {

    private final TabularTaskProvider provider = new TabularTaskProvider();
    private final RecordingProgress progress = RecordingProgress.letting(Path.of("target", "work"));

    @TempDir private Path folder;

    /** Rows, repeats, best repeat and best mean as Python's pickle, len, min or max and sum give them for the published files. */
    @ParameterizedTest
    @CsvSource({"hpobench/australian,30000,150000,0.9725756699440911,0.9446693657219974",
            "hpobench/blood_transfusion,30000,150000,0.7837402885682574,0.74669256381798", "hpobench/car,30000,150000,1.0,1.0",
            "hpobench/credit_g,30000,150000,0.9294241573033708,0.8852744165946413", "hpobench/kc1,30000,150000,0.9033748297996499,0.8524411593075276",
            "hpobench/phoneme,30000,150000,0.9578657365281569,0.944469719947427", "hpobench/segment,30000,150000,0.978134110787172,0.9685131195335277",
            "hpobench/vehicle,30000,150000,0.9842490842490843,0.9515701247904638",
            "hpolib/naval_propulsion,62208,248832,2.47925563598983e-05,3.19113473778998e-05",
            "hpolib/parkinsons_telemonitoring,62208,248832,0.0038210339844226837,0.0067059280117973685",
            "hpolib/protein_structure,62208,248832,0.22013874351978302,0.221378855407238",
            "hpolib/slice_localization,62208,248832,0.00015851978969294578,0.00019159916337230243",
            "nasbench201/cifar10,15625,39419,91.71999999023437,91.60666665039064", "nasbench201/cifar100,15625,39419,73.71999997558594,73.49333332519531",
            "nasbench201/imagenet,15625,39419,47.39999989827474,46.73333321634928"})
    void tablesAreWholeAndTheirOptimaKnown(String name, int rows, int repeats, double best, double bestMean) {
        try (Task task = open(name)) {
            Table table = ((TabularTask) task).table();
            TableFamily family = family(name);
            assertThat(table.rows()).isEqualTo(rows);
            assertThat(family.rows()).isEqualTo(rows);
            int all = 0;
            for (int row = 0; row < rows; row++) {
                all += table.repeats(row);
            }
            assertThat(all).isEqualTo(repeats);
            assertThat(task.problem().objective().optimum()).hasValue(best);
            assertThat(table.bestMean(family.direction())).isCloseTo(bestMean, within(1e-12 * bestMean));
        }
    }

    @ParameterizedTest
    @CsvSource({"hpobench/vehicle", "hpolib/protein_structure", "nasbench201/imagenet"})
    void everyConfigurationIsFoundInItsOwnRow(String name) throws Exception {
        try (Task task = open(name)) {
            List<Parameter> parameters = task.problem().space().parameters();
            Table table = ((TabularTask) task).table();
            for (int row = 0; row < table.rows(); row++) {
                Configuration configuration = configuration(parameters, row);
                assertThat(((TabularTask) task).index().of(configuration)).isEqualTo(row);
                double value = ((Outcome.Success) task.evaluate(new Evaluation(0, configuration, Fidelity.none(), row), progress)).objectives().getFirst();
                boolean isRecorded = false;
                for (int repeat = 0; repeat < table.repeats(row); repeat++) {
                    isRecorded |= table.value(row, repeat) == value;
                }
                assertThat(isRecorded).isTrue();
            }
        }
    }

    /** Results of keys in the published files, read by Python. */
    @Test
    void digitsOfAKeyArePositionsOfChoices() {
        try (Task task = open("hpobench/australian")) { // key 00000
            Table table = ((TabularTask) task).table();
            assertThat(table.value(0, 0)).isEqualTo(0.8232118758434548);
            assertThat(table.value(0, 4)).isEqualTo(0.8078368999421631);
        }
        try (Task task = open("nasbench201/cifar10")) { // key 421211
            Configuration cell = Configuration.of(Map.of("Op0", Value.of("avg_pool_3x3"), "Op1", Value.of("nor_conv_1x1"), "Op2", Value.of("skip_connect"),
                    "Op3", Value.of("nor_conv_1x1"), "Op4", Value.of("skip_connect"), "Op5", Value.of("skip_connect")));
            int row = ((TabularTask) task).index().of(cell);
            Table table = ((TabularTask) task).table();
            assertThat(List.of(table.value(row, 0), table.value(row, 1), table.value(row, 2))).containsExactly(82.09199998291015, 81.61599997314453,
                    82.24000001464844);
        }
    }

    @Test
    void theSeedChoosesEachRepeatEquallyOften() throws Exception {
        try (Task task = open("hpobench/phoneme")) {
            Configuration configuration = task.problem().space().defaults();
            int row = ((TabularTask) task).index().of(configuration);
            int[] counts = new int[5];
            for (long seed = 0; seed < 5000; seed++) {
                Evaluation evaluation = new Evaluation(0, configuration, Fidelity.none(), seed);
                double value = ((Outcome.Success) task.evaluate(evaluation, progress)).objectives().getFirst();
                assertThat(task.evaluate(evaluation, progress)).isEqualTo(Outcome.of(value));
                for (int repeat = 0; repeat < 5; repeat++) {
                    counts[repeat] += ((TabularTask) task).table().value(row, repeat) == value ? 1 : 0;
                }
            }
            // binomial(5000, 0.2) has a standard deviation of 28.3: five of them
            assertThat(Arrays.stream(counts).boxed()).allSatisfy(count -> assertThat(count).isBetween(1000 - 142, 1000 + 142));
        }
    }

    @Test
    void aConfigurationOutsideTheSpaceOrAnUnknownFidelityIsOneClearFailure() throws Exception {
        try (Task task = open("hpolib/protein_structure")) {
            Configuration legal = task.problem().space().defaults();
            assertInvalid(task, legal.with("batch_size", Value.of("7")), Fidelity.none(), "batch_size", "7", "tabular/hpolib/protein_structure");
            assertInvalid(task, legal.with("batch_size", Value.of(8L)), Fidelity.none(), "batch_size");
            assertInvalid(task, legal.without("init_lr"), Fidelity.none(), "init_lr");
            assertInvalid(task, legal.without("init_lr").with("lr", Value.of("0.1")), Fidelity.none(), "init_lr", "lr");
            assertInvalid(task, legal, Fidelity.of("epoch", 3), "epoch");
        }
    }

    @Test
    void listsFifteenTablesAndSaysHowToGetThem() {
        TaskContext empty = new TaskContext(folder, folder, Map.of());
        List<TaskDescription> all = provider.catalog(empty).toList();
        assertThat(all).hasSize(15).allSatisfy(task -> assertThat(task.availability()).isInstanceOfSatisfying(Availability.Missing.class,
                missing -> assertThat(missing.remedy()).isEqualTo("optbench data get tabular/" + task.family())));
        assertThatExceptionOfType(TaskUnavailableException.class).isThrownBy(() -> provider.open(TaskId.of("tabular/hpolib/protein_structure"), empty))
                .withMessageContaining("optbench data get tabular/hpolib");
        Set<String> listed = new HashSet<>();
        provider.lists().forEach(list -> list.tasks().forEach(id -> listed.add(id.text())));
        assertThat(listed).hasSize(15);
    }

    @Test
    void unknownTablesAreRefusedWithAHint() {
        assertThatIllegalArgumentException().isThrownBy(() -> provider.open(TaskId.of("tabular/hpolib/protein"), PublishedTables.context()))
                .withMessageContaining("tabular/hpolib/protein").withMessageContaining("Maybe");
        assertThatIllegalArgumentException().isThrownBy(() -> provider.open(TaskId.of("tabular/hpolib/protein_structur"), PublishedTables.context()))
                .withMessageContaining("tabular/hpolib/protein_structure");
    }

    @Test
    void brokenFilesAreOneClearError() throws IOException {
        byte[] whole = Files.readAllBytes(PublishedTables.folder().resolve("tabular/nasbench201/cifar10.pkl"));
        for (int length : new int[]{0, 1, 15, 1000, whole.length / 2, whole.length - 1}) {
            assertBroken(Arrays.copyOf(whole, length), "not a readable pickle");
        }
        assertBroken("not a pickle at all".getBytes(java.nio.charset.StandardCharsets.UTF_8), "cifar10.pkl");
        Pickler pickler = new Pickler();
        assertBroken(pickler.dumps(List.of(1, 2)), "must hold a dict");
        assertBroken(pickler.dumps(Map.of("000000", List.of(1.0))), "15625");
        assertBroken(Files.readAllBytes(PublishedTables.folder().resolve("tabular/hpobench/car.pkl")), "30000");
    }

    private void assertBroken(byte[] bytes, String word) throws IOException {
        Path file = folder.resolve("tabular/nasbench201/cifar10.pkl");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        assertThatExceptionOfType(TaskUnavailableException.class)
                .isThrownBy(() -> provider.open(TaskId.of("tabular/nasbench201/cifar10"), new TaskContext(folder, folder, Map.of())))
                .withMessageContaining("cifar10.pkl").withMessageContaining(word).withMessageContaining("optbench data get tabular/nasbench201");
    }

    private Task open(String name) {
        return provider.open(TaskId.of("tabular/" + name), PublishedTables.context());
    }

    private static TableFamily family(String name) {
        return TableFamily.all().stream().filter(family -> name.startsWith(family.name() + "/")).findFirst().orElseThrow();
    }

    /** The configuration of a row, from the last parameter to the first. */
    private static Configuration configuration(List<Parameter> parameters, int row) {
        Configuration configuration = Configuration.empty();
        int rest = row;
        for (Parameter parameter : parameters.reversed()) {
            int choices = (int) parameter.cardinality();
            Value value = parameter.decode(new double[]{(rest % choices + 0.5) / choices}, 0);
            configuration = configuration.with(parameter.name(), value);
            rest /= choices;
        }
        return configuration;
    }

    private void assertInvalid(Task task, Configuration configuration, Fidelity fidelity, String... words) throws Exception {
        assertThat(task.evaluate(new Evaluation(0, configuration, fidelity, 1), progress)).isInstanceOfSatisfying(Outcome.Failure.class, failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_SUGGESTION);
            assertThat(failure.message()).contains(words);
        });
    }
}
