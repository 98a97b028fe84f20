package org.optbench.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.RunningTrial;

/** Tasks and optimizers that behave, and some that do not. */
final class Fakes {

    static final SearchSpace PLANE = SearchSpace.of(FloatParameter.linear("x", -5, 5), FloatParameter.linear("y", -5, 5));
    static final Problem SPHERE = Problem.of(PLANE, Objective.minimize("value").withOptimum(0).withTargets(List.of(10.0, 1.0, 0.1)));
    static final Problem CURVE = SPHERE.withFidelities(FidelitySpace.of(FidelityParameter.steps("epochs", 1, 9)));

    private Fakes() {
    }

    /** What a task does with an evaluation. */
    @FunctionalInterface
    interface Behaviour {
        Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception;
    }

    static double sphere(Evaluation evaluation) {
        double x = evaluation.configuration().real("x");
        double y = evaluation.configuration().real("y");
        return x * x + y * y;
    }

    static Outcome good(Evaluation evaluation, Progress progress) {
        return Outcome.of(sphere(evaluation));
    }

    /** Nine epochs; the cost of each depends on the configuration, so that workers overtake each other. */
    static Outcome curve(Evaluation evaluation, Progress progress) {
        double perEpoch = 1 + Math.abs(evaluation.configuration().real("x"));
        int from = evaluation.resumed().map(resumed -> (int) resumed.fidelity().level("epochs")).orElse(0);
        int to = (int) evaluation.fidelity().level("epochs");
        for (int epoch = from + 1; epoch <= to; epoch++) {
            double value = sphere(evaluation) + 10.0 / epoch;
            Verdict verdict = progress.report(new Measurement(Fidelity.of("epochs", epoch), List.of(value), List.of(),
                    OptionalDouble.of(perEpoch * (epoch - from)), new TreeMap<>()));
            if (verdict != Verdict.CONTINUE) {
                return new Outcome.Interrupted(verdict == Verdict.PAUSE, Fidelity.of("epochs", epoch), List.of(value), List.of(),
                        Cost.ofSeconds(perEpoch * (epoch - from)));
            }
        }
        return Outcome.of(List.of(sphere(evaluation) + 10.0 / to), List.of(), Cost.ofSeconds(perEpoch * (to - from)));
    }

    static TaskProvider tasks(Task... tasks) {
        return new TaskProvider() {

            @Override
            public String id() {
                return "fake";
            }

            @Override
            public String summary() {
                return "tasks for tests";
            }

            @Override
            public Stream<TaskDescription> catalog(TaskContext context) {
                return Stream.of(tasks).map(Task::description);
            }

            @Override
            public Task open(TaskId id, TaskContext context) {
                return Stream.of(tasks).filter(task -> task.description().id().equals(id)).findFirst().orElseThrow();
            }
        };
    }

    /** The same tasks with something done before each is opened. */
    static TaskProvider opening(TaskProvider provider, Runnable before) {
        return new TaskProvider() {

            @Override
            public String id() {
                return provider.id();
            }

            @Override
            public String summary() {
                return provider.summary();
            }

            @Override
            public Stream<TaskDescription> catalog(TaskContext context) {
                return provider.catalog(context);
            }

            @Override
            public Task open(TaskId id, TaskContext context) {
                before.run();
                return provider.open(id, context);
            }
        };
    }

    static Task task(String name, Problem problem, TaskClock clock, Behaviour behaviour) {
        TaskDescription description = TaskDescription.of(TaskId.of("fake/" + name), "1", name, "fake", "synthetic", problem).withClock(clock);
        return new Task() {

            @Override
            public TaskDescription description() {
                return description;
            }

            @Override
            public Problem problem() {
                return problem;
            }

            @Override
            public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
                return behaviour.evaluate(evaluation, progress);
            }
        };
    }

    static OptimizerProvider optimizer(String id, Function<OptimizerContext, Optimizer> factory) {
        OptimizerDescription description = new OptimizerDescription(id, "1", id, "fake", "for tests", List.of(),
                Capabilities.allParameters(Feature.PARALLEL, Feature.MULTI_FIDELITY, Feature.EARLY_STOPPING), SearchSpace.of());
        return new OptimizerProvider() {

            @Override
            public OptimizerDescription description() {
                return description;
            }

            @Override
            public Optimizer create(OptimizerContext context) {
                return factory.apply(context);
            }
        };
    }

    /** Random, but each suggestion depends on everything it was told, so that any change of order or value shows. */
    static class Chained implements Optimizer {

        private final OptimizerContext context;
        private final RandomGenerator random;
        private double sum;
        private long tag;

        Chained(OptimizerContext context) {
            this.context = context;
            this.random = context.random().stream("chained");
        }

        @Override
        public Ask ask(AskRequest request) {
            List<Suggestion> suggestions = new ArrayList<>();
            for (int i = 0; i < request.atMost(); i++) {
                double[] point = {random.nextDouble(), Math.abs(Math.sin(sum + tag))};
                suggestions.add(new Suggestion(context.problem().space().unitCube().decode(point), context.problem().fidelities().full(), tag++));
            }
            return new Ask.Suggest(suggestions);
        }

        @Override
        public void tell(Trial trial) {
            if (trial.outcome() instanceof Outcome.Valued valued) {
                sum = sum * 0.9 + valued.objectives().getFirst();
            } else {
                sum += 1;
            }
        }

        @Override
        public Verdict report(RunningTrial trial, Measurement measurement) {
            sum += measurement.objectives().getFirst() / 7;
            return measurement.at().level("epochs") == 4 && trial.index() % 3 == 1 ? Verdict.STOP : Verdict.CONTINUE;
        }
    }

}
