package org.optbench.tasks.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Finding;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.model.task.Trait;

/**
 * Training workloads: {@code train/fashion-mlp/cpu} tunes AdamW on the CPU preset, {@code train/fashion-mlp/gpu/algorithm=muon} Muon on the GPU preset,
 * {@code .../algorithm=any} chooses the algorithm too, {@code .../variant=tanh} is a held-out variant, {@code .../length=1.5} may take one and a half times
 * as long. The fidelity is the number of epochs.
 *
 * <p>Settings: {@code python}, {@code device}, {@code gpu_slots}, {@code threads}, {@code memory_mib}, {@code clock}, {@code worker},
 * {@code timeout_seconds}, {@code silence_seconds}.
 */
public final class TrainingTaskProvider implements TaskProvider {

    private static final String VERSION = "1";
    private static final Map<String, DeviceSlots> SLOTS = new ConcurrentHashMap<>();

    private final TrainingCatalog catalog = TrainingCatalog.shipped();

    @Override
    public String id() {
        return TrainingId.PROVIDER;
    }

    @Override
    public String summary() {
        return "neural-network training in PyTorch on CPU or GPU; epochs are the fidelity, the training algorithm is fixed or chosen";
    }

    /** Every workload and preset with AdamW, with the choice among all algorithms, and the held-out variants. */
    @Override
    public List<Finding> examine(TaskContext context) {
        return TrainingDoctor.examine(context);
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return ids().map(id -> describe(id, context));
    }

    @Override
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        return TrainingId.parse(id, catalog).map(parsed -> describe(parsed, context));
    }

    @Override
    public List<TaskList> lists() {
        return List.of(list("training-cpu", "The CPU presets of the training workloads", "cpu"),
                list("training-gpu", "The GPU presets of the training workloads", "gpu"),
                list("training-smoke", "The training workloads in seconds, to try the machinery", "smoke"));
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        TrainingId parsed = TrainingId.parse(id, catalog)
                .orElseThrow(() -> new IllegalArgumentException("Task '" + id + "': an id reads train/<workload>/<preset>, then /algorithm=<name>, "
                        + "/variant=<name> and /length=<0.5, 1.5 or 3> where wanted. Maybe list them: optbench list tasks 'train/**'"));
        TaskDescription description = describe(parsed, context);
        if (description.availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(id, missing);
        }
        TrainingSettings settings = TrainingSettings.of(context);
        PythonInstallation python = PythonInstallation.find(context).orElseThrow();
        List<String> devices = settings.devices(PythonInstallation.cards(context));
        return new TrainingTask(parsed, description, problem(parsed), python.interpreter(), settings, slots(devices, settings));
    }

    /** One set of slots serves all tasks of the JVM; the CPU has as many as the runner has workers. */
    private static DeviceSlots slots(List<String> devices, TrainingSettings settings) {
        int perDevice = devices.getFirst().startsWith("cuda") ? settings.slots() : 1024;
        return SLOTS.computeIfAbsent(devices + "x" + perDevice, _ -> new DeviceSlots(devices, perDevice));
    }

    private Stream<TrainingId> ids() {
        return catalog.workloads().stream().flatMap(workload -> Stream.of("smoke", "cpu", "gpu").flatMap(preset -> Stream.concat(
                Stream.of(TrainingId.DEFAULT_ALGORITHM, TrainingId.ANY).map(algorithm -> new TrainingId(workload, preset, algorithm, Optional.empty(), 1)),
                preset.equals("smoke") ? Stream.of()
                        : workload.variants().stream()
                                .map(variant -> new TrainingId(workload, preset, TrainingId.DEFAULT_ALGORITHM, Optional.of(variant), 1)))));
    }

    private TaskList list(String name, String summary, String preset) {
        return new TaskList(name, summary, ids().filter(id -> id.preset().equals(preset) && id.variant().isEmpty()
                && id.algorithm().equals(TrainingId.DEFAULT_ALGORITHM)).map(TrainingId::taskId).toList());
    }

    private TaskDescription describe(TrainingId id, TaskContext context) {
        Workload workload = id.workload();
        TreeMap<String, String> attributes = new TreeMap<>(Map.of("workload", workload.name(), "preset", id.preset(), "algorithm", id.algorithm(),
                "dataset", workload.dataSet(), "metric", workload.metric(), "length", id.lengthText()));
        id.variant().ifPresent(variant -> attributes.put("held_out_of", workload.name()));
        id.variant().ifPresent(variant -> attributes.put("variant", variant));
        catalog.target(workload.name(), id.preset(), id.variant()).ifPresent(target -> {
            attributes.put("target", Double.toString(target.value()));
            attributes.put("target_command", target.command());
        });
        String summary = workload.title() + ", " + id.preset() + " preset, " + (id.algorithm().equals(TrainingId.ANY) ? "any algorithm" : id.algorithm())
                + id.variant().map(variant -> ", variant " + variant).orElse("")
                + (id.length() == 1 ? "" : ", " + id.lengthText() + " times the usual length");
        return TaskDescription.of(id.taskId(), VERSION, summary, workload.name(), "ml", problem(id)).withTraits(Trait.REAL).withAttributes(attributes)
                .withAvailability(availability(id, context));
    }

    private static Availability availability(TrainingId id, TaskContext context) {
        Availability python = PythonInstallation.availability(context);
        if (!python.equals(Availability.available())) {
            return python;
        }
        TrainingSettings settings = TrainingSettings.of(context);
        boolean wantsCard = settings.device().startsWith("cuda") || id.preset().equals("gpu") && !settings.device().equals("cpu");
        if (wantsCard && PythonInstallation.cards(context).isEmpty()) {
            return new Availability.Missing("No NVIDIA card answers nvidia-smi, or torch is built without CUDA.",
                    "python3 -m pip install torch (the build for CUDA), then the GPU presets on a machine with a card, or slowly on this one with the setting device=cpu");
        }
        return TrainingData.availability(id.workload().dataSet());
    }

    private Problem problem(TrainingId id) {
        Workload workload = id.workload();
        SearchSpace space = id.algorithm().equals(TrainingId.ANY) ? catalog.conditionalSpace(workload, id.preset())
                : catalog.space(workload, id.preset(), id.algorithm());
        Objective bare = workload.direction() == org.optbench.model.Direction.MAXIMIZE ? Objective.maximize(workload.metric())
                : Objective.minimize(workload.metric());
        Objective objective = catalog.target(workload.name(), id.preset(), id.variant()).map(target -> bare.withTargets(List.of(target.value())))
                .orElse(bare);
        return Problem.of(space, objective).withFidelities(FidelitySpace.of(FidelityParameter.steps("epochs", 1, id.epochs()).resuming())).withNoise(true)
                .withText(workload.title() + ". The hyperparameters of its training are tuned; the validation metric " + workload.metric() + " counts.");
    }
}
