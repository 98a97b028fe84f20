package org.optbench.meta;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Suggest;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;

/** Hyperparameter optimization of optimizers: {@code meta/<optimizer>/<suite>/b<evaluations>}. */
public final class MetaTaskProvider implements TaskProvider {

    private static final List<Integer> BUDGETS = List.of(50, 200);
    private static final int LARGEST_BUDGET = 10_000;
    private static final Problem NUMBERS = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1), FloatParameter.linear("y", 0, 1)),
            Objective.minimize("f"));

    @Override
    public String id() {
        return "meta";
    }

    @Override
    public String summary() {
        return "The settings of an optimizer, tuned for low regret on a suite of functions; the number of runs is the fidelity";
    }

    private static ClassLoader loader() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null ? MetaTaskProvider.class.getClassLoader() : loader;
    }

    private static boolean isTunable(OptimizerProvider provider) {
        var description = provider.description();
        return description.settings().dimension() > 0 && provider.unavailable(Map.of()).isEmpty()
                && description.capabilities().refusals(NUMBERS, 1).isEmpty();
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        List<OptimizerProvider> tunable = OptimizerCatalog.load(loader()).providers().stream().filter(MetaTaskProvider::isTunable).toList();
        return tunable.stream().flatMap(optimizer -> Suite.all().stream()
                .flatMap(suite -> BUDGETS.stream().map(budget -> describe(optimizer, suite, budget))));
    }

    private static TaskDescription describe(OptimizerProvider optimizer, Suite suite, int budget) {
        String name = optimizer.description().id();
        return TaskDescription.of(TaskId.of("meta/" + name + "/" + suite.id() + "/b" + budget), "1",
                "Settings of " + name + " for " + budget + " evaluations on " + suite.id(), name, "optimization",
                MetaTask.problem(optimizer.description().settings(), name))
                .withAttributes(Map.of("optimizer", name, "suite", suite.id(), "budget", Integer.toString(budget)));
    }

    @Override
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        List<String> segments = id.segments();
        if (segments.size() != 4 || !segments.get(3).matches("b[1-9][0-9]{0,4}") || budget(id) > LARGEST_BUDGET) {
            return Optional.empty();
        }
        Optional<OptimizerProvider> optimizer = OptimizerCatalog.load(loader()).providers().stream()
                .filter(provider -> provider.description().id().equals(segments.get(1)) && isTunable(provider)).findFirst();
        return optimizer.flatMap(found -> suite(id).map(suite -> describe(found, suite, budget(id))));
    }

    private static Optional<Suite> suite(TaskId id) {
        return Suite.all().stream().filter(suite -> suite.id().equals(id.segments().get(2))).findFirst();
    }

    private static int budget(TaskId id) {
        return Integer.parseInt(id.segments().get(3).substring(1));
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        TaskDescription description = describe(id, context).orElseThrow(() -> new IllegalArgumentException("Task '" + id
                + "': it must read meta/<optimizer with settings>/<bbob-d2 | bbob-d5 | bbob-d10>/b<1.." + LARGEST_BUDGET + ">. "
                + Suggest.hint(id.text(), catalog(context).map(task -> task.id().text()).toList(), "list them: optbench list tasks 'meta/**'")));
        OptimizerVariant variant = OptimizerCatalog.load(loader()).resolve(id.segments().get(1), Configuration.empty(), Map.of());
        return new MetaTask(description, variant, suite(id).orElseThrow(), budget(id), TaskCatalog.load(loader()), context);
    }
}
