package org.optbench.tasks.systems.serving;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.systems.support.ComputedTask;
import org.optbench.tasks.systems.support.ListedTaskProvider;

/**
 * A simulator of language-model serving: {@code serving/<hardware>/<model>/<workload>/<goal>/<full | requests>/i<1..3>}. Tasks that differ in the
 * hardware alone are a pair for transfer; l4x8 serves 8b only. {@code requests} makes the number of requests in the trace a fidelity. The simulated clock counts start-up and
 * the trace.
 */
public final class ServingTaskProvider extends ListedTaskProvider {

    private static final String REQUESTS = "requests";
    private static final int ALL = 500;
    private static final int FEWEST = 50;
    private static final int INSTANCES = 3;
    private static final double START = 40.0;

    /** For the service loader. */
    public ServingTaskProvider() {
        super("serving", "Simulator of language-model serving: batching, paged cache, parallelism; goodput, latency, cost; three kinds of hardware",
                "serving/<h100x4 | a100x8 | l4x8>/<8b | 70b>/<chat | summary | code | burst>/<goodput | latency-cost | slo>/<full | requests>/i<1.."
                        + INSTANCES + ">");
    }

    /** All that an id says. */
    private record Case(Hardware hardware, ServedModel model, Workload workload, Goal goal, boolean fidelity, int instance) {
    }

    @Override
    protected Stream<Entry> entries() {
        return Arrays.stream(Hardware.values()).flatMap(hardware -> {
            SearchSpace space = ServerSettings.space(hardware);
            return Arrays.stream(ServedModel.values()).filter(model -> isServed(hardware, model))
                    .flatMap(model -> Arrays.stream(Workload.values()).flatMap(workload -> Arrays.stream(Goal.values())
                            .flatMap(goal -> Stream.of(false, true).flatMap(fidelity -> IntStream.rangeClosed(1, INSTANCES)
                                    .mapToObj(instance -> entry(space, new Case(hardware, model, workload, goal, fidelity, instance)))))));
        });
    }

    /** Whether settings other than the default have a chance: the large model fills the small devices. */
    private static boolean isServed(Hardware hardware, ServedModel model) {
        return hardware != Hardware.L4X8 || model == ServedModel.M8B;
    }

    private Entry entry(SearchSpace space, Case of) {
        Problem problem = of.goal
                .on(Problem.of(space, Objective.minimize("replaced"))
                        .withFidelities(of.fidelity ? FidelitySpace.of(FidelityParameter.steps(REQUESTS, FEWEST, ALL)) : FidelitySpace.none()))
                .withText("Settings of a server of a language model with " + of.model.id() + " parameters on " + of.hardware.id() + " under a "
                        + of.workload.id() + " load.");
        TaskId task = TaskId.of(String.join("/", id(), of.hardware.id(), of.model.id(), of.workload.id(), of.goal.id(),
                of.fidelity ? REQUESTS : "full", "i" + of.instance));
        TaskDescription description = TaskDescription
                .of(task, "1", "simulated " + of.model.id() + " model on " + of.hardware.id() + ", " + of.workload.id() + ", " + of.goal.id() + ", trace "
                        + of.instance, of.workload.id(), "systems", problem)
                .withClock(TaskClock.SIMULATED).withTraits(Trait.SIMULATOR).withAttributes(Map.of("hardware", of.hardware.id(), "model", of.model.id(),
                        "workload", of.workload.id(), "goal", of.goal.id(), "instance", Integer.toString(of.instance)));
        return new Entry(description, (listed, _) -> {
            List<Request> trace = of.workload.trace(of.model.load(), ALL, of.instance);
            return new ComputedTask(listed, problem, evaluation -> evaluate(of, trace, evaluation));
        });
    }

    private static Outcome evaluate(Case of, List<Request> trace, Evaluation evaluation) {
        ServerSettings settings = ServerSettings.of(evaluation.configuration());
        Cluster.Memory memory = Cluster.memory(of.hardware, of.model, settings);
        if (memory.objection().isPresent()) {
            return new Outcome.Failure(FailureKind.OUT_OF_MEMORY, memory.objection().get(), Cost.ofSeconds(START), Feedback.none());
        }
        int count = of.fidelity ? (int) evaluation.fidelity().level(REQUESTS) : ALL;
        Cluster.Served served = Cluster.serve(Cluster.engine(of.model, settings, memory.blocks()),
                new Roofline(of.hardware, of.model, settings.parallel()), settings.replicas(), trace.subList(0, count));
        return Outcome.of(of.goal.objectives(served, of.model, settings.devices()), of.goal.constraints(served, of.model),
                Cost.ofSeconds(START + served.seconds()));
    }
}
