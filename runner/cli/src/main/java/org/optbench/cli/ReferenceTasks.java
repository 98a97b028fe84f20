package org.optbench.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.optbench.model.Problem;
import org.optbench.model.Trial;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.Scores;
import org.optbench.runner.run.FullEvaluation;

/** Tasks of one objective that share a search space, on which configurations are compared. */
final class ReferenceTasks {

    private final TaskCatalog catalog;
    private final TaskContext context;
    private final Map<TaskId, Problem> problems;

    private ReferenceTasks(TaskCatalog catalog, TaskContext context, Map<TaskId, Problem> problems) {
        this.catalog = catalog;
        this.context = context;
        this.problems = problems;
    }

    /**
     * Opens each task once to see what it is.
     *
     * @throws RefusedException when a task has several objectives or contexts, or its space differs from that of the first
     */
    static ReferenceTasks of(TaskCatalog catalog, TaskContext context, Set<TaskId> ids) {
        Map<TaskId, Problem> problems = new LinkedHashMap<>();
        for (TaskId id : ids) {
            try (Task task = catalog.open(id, context)) {
                problems.put(id, task.problem());
            }
        }
        TaskId first = problems.keySet().iterator().next();
        problems.forEach((id, problem) -> {
            if (problem.objectives().size() > 1 || problem.context().isPresent()) {
                throw new RefusedException("Task '" + id + "' has " + (problem.context().isPresent() ? "contexts" : problem.objectives().size() + " objectives")
                        + ": one configuration is best only where there is one objective and no context. Maybe leave it out.");
            }
            difference(Objects.requireNonNull(problems.get(first)).space(), problem.space()).ifPresent(what -> {
                throw new RefusedException("Tasks '" + first + "' and '" + id + "' have different search spaces: " + what
                        + ". Maybe calibrate them apart: one default needs one space.");
            });
        });
        return new ReferenceTasks(catalog, context, problems);
    }

    /** The first thing in which two spaces differ, naming the parameter; the order of the parameters does not matter. */
    static Optional<String> difference(SearchSpace one, SearchSpace other) {
        Set<String> names = new LinkedHashSet<>();
        one.parameters().forEach(parameter -> names.add(parameter.name()));
        other.parameters().forEach(parameter -> names.add(parameter.name()));
        for (String name : names) {
            Optional<Parameter> mine = one.parameter(name);
            Optional<Parameter> theirs = other.parameter(name);
            if (mine.isEmpty() || theirs.isEmpty()) {
                return Optional.of("parameter '" + name + "' is only in the " + (mine.isEmpty() ? "second" : "first"));
            }
            if (!mine.equals(theirs)) {
                return Optional.of("parameter '" + name + "' is " + mine.get() + " and " + theirs.get());
            }
            if (!Objects.equals(one.activations().get(name), other.activations().get(name))) {
                return Optional.of("parameter '" + name + "' is " + activation(one, name) + " and " + activation(other, name));
            }
        }
        return one.forbidden().equals(other.forbidden()) ? Optional.empty()
                : Optional.of("combinations " + one.forbidden().stream().map(Condition::text).toList() + " and "
                        + other.forbidden().stream().map(Condition::text).toList() + " are forbidden");
    }

    private static String activation(SearchSpace space, String parameter) {
        Condition condition = space.activations().get(parameter);
        return condition == null ? "always active" : "active when " + condition.text();
    }

    Set<TaskId> ids() {
        return problems.keySet();
    }

    /** The problem of the first task, whose space is that of all. */
    Problem problem() {
        return problems.values().iterator().next();
    }

    /**
     * The scores of configurations at full fidelity on one of the tasks, in their order. All are given the same seed, so that noise shared by them does
     * not decide.
     */
    List<Score> evaluate(TaskId id, List<Configuration> configurations, RandomStreams random) {
        Path folder = context.workFolder().resolve("calibrate");
        long seed = random.seed("evaluation on " + id);
        try (Task task = catalog.open(id, context)) {
            Scores scores = new Scores(task.problem());
            List<Trial> trials = IntStream.range(0, configurations.size())
                    .mapToObj(i -> FullEvaluation.of(task, i, configurations.get(i), seed, folder)).toList();
            return trials.stream().map(scores::of).toList();
        }
    }
}
