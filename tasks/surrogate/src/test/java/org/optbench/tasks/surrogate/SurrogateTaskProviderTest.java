package org.optbench.tasks.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Direction;
import org.optbench.model.Problem;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.model.task.TaskType;
import org.optbench.model.task.TaskUnavailableException;

class SurrogateTaskProviderTest {

    private final SurrogateTaskProvider provider = new SurrogateTaskProvider();

    @TempDir private Path folder;

    private TaskContext empty() {
        return new TaskContext(folder, folder.resolve("work"), Map.of());
    }

    /** The numbers of scenarios, instances and dimensions are those of the table in the documentation of YAHPO Gym 1.0. */
    @Test
    void listsAllInstancesWithoutData() {
        List<TaskDescription> all = provider.catalog(empty()).toList();
        assertThat(all).hasSize(4 * 852);
        assertThat(all).noneMatch(TaskDescription::isAvailable);
        for (TaskType type : TaskType.values()) {
            assertThat(all.stream().filter(task -> task.type() == type)).hasSize(852);
        }
    }

    @ParameterizedTest
    @CsvSource({"rbv2_super,38,103,9", "rbv2_svm,6,106,9", "rbv2_rpart,5,117,9", "rbv2_aknn,6,118,9", "rbv2_glmnet,3,115,9", "rbv2_ranger,8,119,9",
            "rbv2_xgboost,14,119,9", "nb301,34,1,2", "lcbench,7,34,6", "iaml_super,28,4,12", "iaml_rpart,4,4,12", "iaml_glmnet,2,4,12",
            "iaml_ranger,8,4,12", "iaml_xgboost,13,4,12"})
    void scenariosHaveThePublishedSizes(String name, int dimension, int instances, int outputs) {
        Scenario scenario = Scenarios.load().find(name).orElseThrow();
        assertThat(List.of(scenario.dimension(), scenario.instances().size(), scenario.outputs().size())).containsExactly(dimension, instances, outputs);
        Surrogates.Parts parts = new Surrogates().parts(scenario);
        SearchSpace space = parts.space();
        assertThat(space.dimension()).isEqualTo(dimension);
        TaskDescription derived = TaskDescription.of(TaskId.of("yahpo/x"), "1", "x", "x", "ml", Problem.of(space, org.optbench.model.Objective.minimize("y")));
        assertThat(derived.traits()).isEqualTo(scenario.traits());
        for (String instance : scenario.instances()) {
            new InputEncoder(scenario, parts.codes(), instance); // every instance and every categorical input has a code
            for (int output = 0; output < outputs; output++) {
                assertThat(parts.ranges().lowest(instance, output)).isLessThanOrEqualTo(parts.ranges().highest(instance, output));
            }
        }
    }

    @Test
    void aMissingSurrogateIsSaidWithTheCommandThatGetsIt() {
        TaskDescription task = provider.describe(TaskId.of("yahpo/lcbench/3945"), empty()).orElseThrow();
        assertThat(task.availability()).isInstanceOfSatisfying(Availability.Missing.class,
                missing -> assertThat(missing.remedy()).isEqualTo("optbench data get yahpo/lcbench"));
        assertThatExceptionOfType(TaskUnavailableException.class).isThrownBy(() -> provider.open(TaskId.of("yahpo/lcbench/3945"), empty()))
                .withMessageContaining("yahpo/lcbench/3945").withMessageContaining("optbench data get yahpo/lcbench");
    }

    @Test
    void aTruncatedSurrogateIsOneClearError() throws IOException {
        byte[] whole = Files.readAllBytes(PublishedData.folder().resolve("yahpo/lcbench/model.onnx"));
        for (int length : new int[]{0, 100, whole.length / 2, whole.length - 1000}) {
            write("lcbench", Arrays.copyOf(whole, length));
            assertThatExceptionOfType(TaskUnavailableException.class).isThrownBy(() -> provider.open(TaskId.of("yahpo/lcbench/3945"), empty()))
                    .withMessageContaining("yahpo/lcbench/3945").withMessageContaining("model.onnx")
                    .withMessageContaining("optbench data get yahpo/lcbench");
        }
        write("lcbench", whole); // a broken file is not remembered
        try (Task task = provider.open(TaskId.of("yahpo/lcbench/3945"), empty())) {
            assertThat(task.description().isAvailable()).isTrue();
        }
    }

    @Test
    void theSurrogateOfAnotherScenarioIsRefused() throws IOException {
        write("lcbench", Files.readAllBytes(PublishedData.folder().resolve("yahpo/iaml_glmnet/model.onnx")));
        assertThatExceptionOfType(TaskUnavailableException.class).isThrownBy(() -> provider.open(TaskId.of("yahpo/lcbench/3945"), empty()))
                .withMessageContaining("is not the surrogate of lcbench");
    }

    @ParameterizedTest
    @CsvSource({"yahpo/lcbench/3946, 3945", "yahpo/lcbnch/3945, lcbench", "yahpo/lcbench/3945/mfo, mf", "yahpo/lcbench/3945/mf:val_acuracy, val_accuracy",
            "yahpo/lcbench/3945/bb, yahpo/lcbench/3945", "yahpo/lcbench/3945/mf:val_accuracy, yahpo/lcbench/3945/mf", "yahpo/lcbench, SCENARIO",
            "yahpo/lcbench/3945/mo:time, two", "yahpo/lcbench/3945/mo:time:time, two", "yahpo/lcbench/3945/bb:time:val_accuracy, one",
            "yahpo/lcbench/3945/mf/mo, SCENARIO", "yahpo/lcbench/3945/mf:, target"})
    void unknownIdsAreRefusedWithAHint(String id, String hint) {
        assertThat(provider.describe(TaskId.of(id), empty())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> provider.open(TaskId.of(id), empty())).withMessageContaining(id).withMessageContaining(hint)
                .withMessageContaining("Maybe");
    }

    @Test
    void theOfficialSuitesAreLists() {
        List<TaskList> lists = provider.lists();
        assertThat(lists).extracting(TaskList::name).containsExactly("yahpo-so-v1.0", "yahpo-mo-v1.0");
        assertThat(lists).extracting(list -> list.tasks().size()).containsExactly(20, 25);
        assertThat(lists.getFirst().tasks()).contains(TaskId.of("yahpo/nb301/CIFAR10"), TaskId.of("yahpo/rbv2_super/1457"));
        assertThat(lists.getLast().tasks()).contains(TaskId.of("yahpo/lcbench/167152/mo"), TaskId.of("yahpo/iaml_xgboost/1489/mo:mmce:nf:ias:rammodel"));
        for (TaskList list : lists) {
            assertThat(list.tasks()).doesNotHaveDuplicates().allSatisfy(id -> assertThat(provider.describe(id, empty())).isPresent());
        }
    }

    @Test
    void objectivesHaveDirectionsAndThePublishedWorstValueAsReference() {
        try (Task task = provider.open(TaskId.of("yahpo/lcbench/167152/mo"), PublishedData.context())) {
            assertThat(task.problem().objectives()).extracting(objective -> objective.name()).containsExactly("val_accuracy", "val_cross_entropy");
            assertThat(task.problem().objectives()).extracting(objective -> objective.direction()).containsExactly(Direction.MAXIMIZE, Direction.MINIMIZE);
            // global_statistics/instance_target_statistics.csv: minimum of val_accuracy, maximum of val_cross_entropy
            assertThat(task.problem().objectives().getFirst().referencePoint()).hasValue(1.4570326);
            assertThat(task.problem().objectives().getLast().referencePoint()).hasValue(3.6913893);
            assertThat(task.problem().space().parameter("OpenML_task_id")).isEmpty();
            assertThat(task.problem().space().parameter("epoch")).isEmpty();
        }
    }

    @Test
    void shippedFilesAreThoseOfThePublishedData() throws IOException {
        Path data = PublishedData.folder().resolve("yahpo");
        for (Scenario scenario : Scenarios.load().all()) {
            for (String name : List.of("config_space.json", "encoding.json")) {
                assertThat(Scenarios.text(scenario.name() + "/" + name).replaceAll("\\s", ""))
                        .isEqualTo(Files.readString(data.resolve(scenario.name()).resolve(name)).replaceAll("\\s", ""));
            }
        }
    }

    private void write(String scenario, byte[] bytes) throws IOException {
        Path file = folder.resolve("yahpo").resolve(scenario).resolve("model.onnx");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
