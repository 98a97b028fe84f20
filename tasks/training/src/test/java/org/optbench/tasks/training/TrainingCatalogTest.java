package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Finding;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;

class TrainingCatalogTest {

    private final TrainingCatalog catalog = TrainingCatalog.shipped();
    private final TaskContext context = Torch.context(Path.of("none"), Map.of());

    @Test
    void everyWorkloadHasThreePresetsAndAHeldOutVariant() {
        assertThat(catalog.workloads()).extracting(Workload::name).containsExactlyInAnyOrder("fashion-mlp", "fashion-resnet", "fashion-vit", "clicks-dlrm",
                "text-lm", "graphs-gnn", "addition-transformer", "phantom-unet", "sequence-ssm");
        assertThat(catalog.workloads()).allSatisfy(workload -> {
            assertThat(workload.presets()).containsOnlyKeys("smoke", "cpu", "gpu");
            assertThat(workload.variants()).isNotEmpty();
        });
    }

    @Test
    void aTargetIsAnObjectiveOfItsTask() {
        TrainingTaskProvider provider = new TrainingTaskProvider();
        for (Workload workload : catalog.workloads()) {
            Optional<Workload.Target> target = catalog.target(workload.name(), "cpu", Optional.empty());
            TaskDescription task = provider.describe(TaskId.of("train/" + workload.name() + "/cpu"), context).orElseThrow();
            assertThat(Optional.ofNullable(task.attributes().get("target")).map(Double::parseDouble)).isEqualTo(target.map(Workload.Target::value));
        }
    }

    @Test
    void theConditionalSpaceActivatesTheChosenAlgorithmOnly() {
        Workload workload = catalog.workload("fashion-mlp").orElseThrow();
        SearchSpace space = catalog.conditionalSpace(workload, "cpu");
        assertThat(space.defaults().active()).containsKeys("algorithm", "adamw.lr", "dropout", "batch_size").doesNotContainKeys("lion.lr", "muon.lr");
        assertThat(space.violations(space.defaults())).isEmpty();
    }

    @Test
    void aSpaceHoldsTheAlgorithmTheScheduleTheWorkloadAndTheBatchSize() {
        Workload workload = catalog.workload("fashion-mlp").orElseThrow();
        assertThat(catalog.space(workload, "cpu", "muon").parameters()).extracting(Parameter::name).containsExactlyInAnyOrder("lr", "one_minus_momentum",
                "other_lr_factor", "weight_decay", "schedule", "warmup_fraction", "dropout", "label_smoothing", "batch_size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train/fashion-mlp", "train/fashion-mlp/huge", "train/fashion-mlp/cpu/algorithm=adamw", "train/fashion-mlp/cpu/muon",
            "train/fashion-mlp/cpu/variant=none", "train/fashion-mlp/cpu/variant=tanh/algorithm=lion", "train/fashion-mlp/cpu/length=1",
            "train/fashion-mlp/cpu/length=3.0", "train/fashion-mlp/cpu/length=2"})
    void anIdHasOneSpelling(String id) {
        assertThat(new TrainingTaskProvider().describe(TaskId.of(id), context)).isEmpty();
    }

    @Test
    void anIdNamesAlgorithmAndVariant() {
        TaskDescription task = new TrainingTaskProvider().describe(TaskId.of("train/fashion-mlp/gpu/algorithm=lion/variant=tanh"), context).orElseThrow();
        assertThat(task.attributes()).containsEntry("algorithm", "lion").containsEntry("held_out_of", "fashion-mlp");
    }

    @Test
    void aLengthStretchesTheEpochs() {
        TrainingTaskProvider provider = new TrainingTaskProvider();
        TaskDescription usual = provider.describe(TaskId.of("train/fashion-mlp/cpu/algorithm=any"), context).orElseThrow();
        TaskDescription longer = provider.describe(TaskId.of("train/fashion-mlp/cpu/algorithm=any/length=1.5"), context).orElseThrow();
        assertThat(usual.attributes()).containsEntry("length", "1");
        assertThat(longer.attributes()).containsEntry("length", "1.5");
        assertThat(TrainingId.parse(usual.id(), catalog).orElseThrow().epochs()).isEqualTo(9);
        assertThat(TrainingId.parse(longer.id(), catalog).orElseThrow().epochs()).isEqualTo(14);
    }

    @Test
    void aMissingInterpreterMakesTasksUnavailableWithTheCommand() {
        TaskContext wrong = Torch.context(Path.of("none"), Map.of("python", "/nonexistent/python3"));
        assertThat(new TrainingTaskProvider().catalog(wrong).map(TaskDescription::availability)).isNotEmpty().allSatisfy(
                availability -> assertThat(availability).isInstanceOfSatisfying(Availability.Missing.class,
                        missing -> assertThat(missing.remedy()).contains("apt-get install python3-torch")));
    }

    @Test
    void theDoctorNamesWhatIsMissingAndTheCommandThatGetsIt() {
        List<Finding> findings = TrainingDoctor.examine(Torch.context(Path.of("none"), Map.of("python", "/nonexistent/python3")));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.isFound()).isFalse();
            assertThat(finding.remedy()).contains("apt-get install");
        });
    }

    @Test
    void theDoctorExaminesTheInterpreterThatIsThere() {
        Torch.assume(context);
        List<Finding> findings = TrainingDoctor.examine(context);
        assertThat(findings).extracting(Finding::name).contains("interpreter", "torch", "numpy", "cuda", "fashion-mnist", "text");
        assertThat(findings).allSatisfy(finding -> assertThat(finding.isFound()).isEqualTo(finding.remedy().isEmpty()));
    }
}
