package org.optbench.tasks.surrogate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optbench.model.Direction;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.model.task.Trait;

/**
 * The collection {@code yahpo}: the 14 scenarios of YAHPO Gym (Pfisterer, Schneider, Moosbauer, Binder, Bischl, "YAHPO Gym - An Efficient
 * Multi-Objective Multi-Fidelity Benchmark for Hyperparameter Optimization", AutoML 2022) with their 852 instances, each as a black-box,
 * multi-fidelity, multi-objective and multi-fidelity-multi-objective task. Search spaces are shipped; the surrogates are looked for in
 * {@code yahpo/SCENARIO/model.onnx} of the data folder.
 *
 * <p>
 * The instance is fixed, not searched. Black-box tasks evaluate at full fidelity. Objectives have the published direction, with one correction: F1 is
 * maximised also in the {@code rbv2} scenarios. The reference point is the worst published value of each target on the instance.
 */
public final class SurrogateTaskProvider implements TaskProvider {

    private final Scenarios scenarios = Scenarios.load();
    private final Surrogates surrogates = new Surrogates();

    @Override
    public String id() {
        return SurrogateId.PROVIDER;
    }

    @Override
    public String summary() {
        return "YAHPO Gym: surrogates of learners tuned on 852 data sets, with fidelities, several targets and recorded training times";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return scenarios.all().stream().flatMap(scenario -> {
            Availability availability = availability(scenario, context);
            return scenario.instances().stream().flatMap(instance -> SurrogateId.usual(scenario, instance).stream())
                    .map(id -> describe(id, availability));
        });
    }

    @Override
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        SurrogateId known;
        try {
            known = SurrogateId.parse(id, scenarios);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        return Optional.of(describe(known, availability(known.scenario(), context)));
    }

    @Override
    public List<TaskList> lists() {
        return scenarios.suites();
    }

    @Override
    public Task open(TaskId text, TaskContext context) {
        SurrogateId id = SurrogateId.parse(text, scenarios);
        Availability availability = availability(id.scenario(), context);
        if (availability instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(text, missing);
        }
        OnnxSurrogate surrogate;
        try {
            surrogate = surrogates.surrogate(file(id.scenario(), context), id.scenario());
        } catch (IllegalArgumentException broken) {
            throw (TaskUnavailableException) new TaskUnavailableException(text,
                    new Availability.Missing("The file " + String.valueOf(broken.getMessage()).strip() + ".", remedy(id.scenario()))).initCause(broken);
        }
        Surrogates.Parts parts = surrogates.parts(id.scenario());
        return new SurrogateTask(describe(id, availability), problem(id, parts), id, surrogate,
                new InputEncoder(id.scenario(), parts.codes(), id.instance()));
    }

    private static Path file(Scenario scenario, TaskContext context) {
        return context.dataFolder().resolve("yahpo").resolve(scenario.name()).resolve("model.onnx");
    }

    private static String remedy(Scenario scenario) {
        return "optbench data get yahpo/" + scenario.name();
    }

    private static Availability availability(Scenario scenario, TaskContext context) {
        Path file = file(scenario, context);
        return Files.isRegularFile(file) ? Availability.available()
                : new Availability.Missing("The surrogate " + file + " is not there.", remedy(scenario));
    }

    private static TaskDescription describe(SurrogateId id, Availability availability) {
        Scenario scenario = id.scenario();
        Set<Trait> traits = EnumSet.of(Trait.SURROGATE);
        traits.addAll(scenario.traits());
        String summary = scenario.about() + ", instance " + id.instance() + ": " + String.join(", ", id.targets());
        return new TaskDescription(id.id(), Scenarios.VERSION, summary, scenario.name(), "ml", scenario.dimension(), id.targets().size(), 0,
                id.isMultiFidelity() ? scenario.fidelities().size() : 0, TaskClock.SIMULATED, traits,
                new TreeMap<>(Map.of("scenario", scenario.name(), "instance", id.instance(), "targets", String.join(",", id.targets()))), availability);
    }

    private static Problem problem(SurrogateId id, Surrogates.Parts parts) {
        Scenario scenario = id.scenario();
        Objective[] objectives = id.targets().stream().map(target -> objective(id, target, parts.ranges())).toArray(Objective[]::new);
        return Problem.of(parts.space(), objectives).withFidelities(id.isMultiFidelity() ? scenario.fidelitySpace() : FidelitySpace.none())
                .withText("Hyperparameters: " + scenario.about() + ", data set " + id.instance() + ". Optimise "
                        + String.join(" and ", id.targets()) + ".");
    }

    private static Objective objective(SurrogateId id, String target, Ranges ranges) {
        int output = id.scenario().indexOf(target);
        return id.scenario().outputs().get(output).direction() == Direction.MINIMIZE
                ? Objective.minimize(target).withReferencePoint(ranges.highest(id.instance(), output))
                : Objective.maximize(target).withReferencePoint(ranges.lowest(id.instance(), output));
    }
}
