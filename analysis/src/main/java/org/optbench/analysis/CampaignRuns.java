package org.optbench.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunTrials;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;

/**
 * The finished runs of a query as a performance table.
 *
 * <p>A result counts when it succeeded, satisfies every constraint and stands at the fidelity that the options ask for. Tasks with several objectives
 * are measured by an indicator of the results so far. One run is in memory at a time.
 *
 * @param table      the runs
 * @param leftOut    tasks that cannot be measured, with the reason
 * @param unfinished runs of the query that are not done
 * @param options    how they were read
 */
public record CampaignRuns(PerformanceTable table, Map<String, String> leftOut, long unfinished, ReadOptions options) {

    /** {@link #read(ResultReader, RunQuery, ReadOptions)} as is usual. */
    public static CampaignRuns read(ResultReader reader, RunQuery query) {
        return read(reader, query, ReadOptions.standard());
    }

    /**
     * Reads the runs. Where the budget of a run does not limit the unit of effort, the axis ends with the longest run; that normalises nothing.
     *
     * @throws IllegalArgumentException when two versions of a task are in the query, or two runs differ in nothing but their budget or settings; when
     *                                  wall-clock seconds of different machines would be compared and the options do not allow it; when no trial
     *                                  names the resource that is counted
     */
    public static CampaignRuns read(ResultReader reader, RunQuery query, ReadOptions options) {
        requireComparable(reader, query, options);
        Map<String, TaskSnapshot> snapshots = new LinkedHashMap<>();
        Map<String, Double> budgets = new LinkedHashMap<>();
        long[] unfinished = new long[1];
        reader.runs(query, view -> {
            if (view.status() == RunStatus.DONE) {
                register(view, snapshots, budgets, options.effort());
            } else {
                unfinished[0]++;
            }
        });
        RunQuery done = query.withStatuses(RunStatus.DONE);
        Set<String> resources = options.effort().kind() == Effort.Kind.RESOURCE ? Set.of(options.effort().resource()) : Set.of();
        if (options.effort().kind() == Effort.Kind.SECONDS_WITH_OVERHEAD || !resources.isEmpty()) {
            // The summary of a run does not tell the optimizer's time nor resources.
            reader.scan(done, resources, trials -> {
                RunRecord run = trials.run().run();
                if (planned(run, options.effort()).isEmpty() && trials.size() > 0) {
                    budgets.merge(run.task().id().toString(), RunTraces.efforts(trials, options.effort())[trials.size() - 1], Math::max);
                }
            });
        }
        if (!resources.isEmpty() && !budgets.isEmpty() && budgets.values().stream().allMatch(budget -> budget <= Double.MIN_NORMAL)) {
            throw new IllegalArgumentException("resource '" + options.effort().resource()
                    + "' is not recorded by any trial.\nMaybe another resource is meant: the trials that optbench export writes name what was recorded.");
        }
        Map<String, String> leftOut = new LinkedHashMap<>();
        List<TaskInfo> tasks = new ArrayList<>();
        Map<String, Indicator.Gauge> gauges = new LinkedHashMap<>();
        snapshots.values().stream().sorted((a, b) -> a.id().toString().compareTo(b.id().toString())).forEach(snapshot -> {
            String id = snapshot.id().toString();
            Optional<String> objection = snapshot.objectives().size() > 1 ? objection(snapshot, options) : Optional.empty();
            if (!(budgets.getOrDefault(id, 1.0) > Double.MIN_NORMAL)) {
                objection = Optional.of("No trial on the task names the resource '" + options.effort().resource() + "'.");
            }
            if (objection.isPresent()) {
                leftOut.put(id, objection.get());
                return;
            }
            tasks.add(info(snapshot, budgets.getOrDefault(id, 1.0), options));
            if (snapshot.objectives().size() > 1) {
                gauges.put(id, RunTraces.gauge(snapshot, options));
            }
        });
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks, options.effort());
        RunTraces traces = new RunTraces(options, gauges);
        reader.scan(done, resources, trials -> {
            if (!leftOut.containsKey(trials.run().run().task().id().toString())) {
                builder.add(traces.of(trials));
            }
        });
        return new CampaignRuns(builder.build(), Map.copyOf(leftOut), unfinished[0], options);
    }

    /**
     * Refuses to compare wall-clock seconds of different machines, unless the options allow it.
     *
     * @throws IllegalArgumentException when they would be compared; the message names the machines
     */
    public static void requireComparable(ResultReader reader, RunQuery query, ReadOptions options) {
        if (options.effort().isTime() && !options.mixMachines()) {
            Machines.requireOne(Machines.of(reader, query.withStatuses(RunStatus.DONE), options.effort()));
        }
    }

    private static void register(RunView view, Map<String, TaskSnapshot> snapshots, Map<String, Double> budgets, Effort unit) {
        RunRecord run = view.run();
        String id = run.task().id().toString();
        TaskSnapshot known = snapshots.putIfAbsent(id, run.task());
        if (known != null && !known.version().equals(run.task().version())) {
            throw new IllegalArgumentException("task '" + id + "' is in the results with the versions " + known.version() + " and "
                    + run.task().version() + ", whose values must not be mixed.\nMaybe report one campaign at a time.");
        }
        double spent = view.summary().map(s -> switch (unit.kind()) {
            case EVALUATIONS -> (double) s.trials();
            case FULL_EVALUATIONS -> s.fullEvaluations();
            case SECONDS, SECONDS_WITH_OVERHEAD -> s.seconds();
            case RESOURCE -> 0.0;
        }).orElse(1.0);
        budgets.merge(id, Math.max(planned(run, unit).orElse(spent), unit.kind() == Effort.Kind.RESOURCE ? Double.MIN_NORMAL : 1e-9), Math::max);
    }

    /** The limit of the run in a unit; empty when it has none. */
    private static OptionalDouble planned(RunRecord run, Effort unit) {
        double limit = switch (unit.kind()) {
            case EVALUATIONS -> run.budget().trials().isPresent() ? run.budget().trials().getAsLong() : Double.POSITIVE_INFINITY;
            case FULL_EVALUATIONS -> run.budget().expectedFullEvaluations();
            case SECONDS, SECONDS_WITH_OVERHEAD -> run.budget().seconds().orElse(Double.POSITIVE_INFINITY);
            case RESOURCE -> run.budget().costResource().equals(unit.resource()) ? run.budget().cost().orElse(Double.POSITIVE_INFINITY)
                    : Double.POSITIVE_INFINITY;
        };
        return Double.isFinite(limit) ? OptionalDouble.of(limit) : OptionalDouble.empty();
    }

    private static Optional<String> objection(TaskSnapshot snapshot, ReadOptions options) {
        if (options.indicator() == Indicator.HYPERVOLUME) {
            return snapshot.objectives().stream().allMatch(o -> o.referencePoint().isPresent()) ? Optional.empty()
                    : Optional.of("The task has several objectives and no reference point for their hypervolume.");
        }
        return options.references().of(snapshot.id().toString(), snapshot.version(), snapshot.objectives().size())
                .filter(reference -> reference.front().length > 0).isPresent() ? Optional.empty()
                        : Optional.of("No front is stored for the task, which " + options.indicator().label() + " is measured against.");
    }

    /** Whether runs of a task have a value to compare in the standard way: with several objectives each needs a reference point. */
    public static boolean isMeasurable(TaskSnapshot snapshot) {
        return snapshot.objectives().size() == 1 || objection(snapshot, ReadOptions.standard()).isEmpty();
    }

    /** What a table needs to know of a task that is read in the standard way, with the effort that a run may spend. */
    public static TaskInfo info(TaskSnapshot snapshot, double budget) {
        return info(snapshot, budget, ReadOptions.standard());
    }

    /** A run reduced in the standard way to what is compared, with its efforts in a unit; the task must be measurable. */
    public static RunTrace trace(RunTrials trials, Effort unit) {
        TaskSnapshot task = trials.run().run().task();
        ReadOptions options = ReadOptions.standard().withEffort(unit);
        return new RunTraces(options, task.objectives().size() == 1 ? Map.of() : Map.of(task.id().toString(), RunTraces.gauge(task, options))).of(trials);
    }

    private static TaskInfo info(TaskSnapshot snapshot, double budget, ReadOptions options) {
        Objective first = snapshot.objectives().getFirst();
        if (snapshot.objectives().size() > 1) {
            Indicator indicator = options.indicator();
            return new TaskInfo(snapshot.id().toString(), snapshot.type().code(), snapshot.family(), snapshot.dimension(), indicator.label(),
                    indicator.direction(), OptionalDouble.empty(), List.of(), budget, RunTraces.indicatorBounds(snapshot, options));
        }
        Optional<Bounds> stored = options.references().of(snapshot.id().toString(), snapshot.version(), 1).flatMap(reference -> bounds(first, reference));
        Direction direction = first.direction();
        return new TaskInfo(snapshot.id().toString(), snapshot.type().code(), snapshot.family(), snapshot.dimension(), first.name(), direction,
                first.optimum(), first.targets(), budget, stored.or(() -> Bounds.ofTargets(direction, first.optimum(), first.targets())));
    }

    private static Optional<Bounds> bounds(Objective objective, References.Reference reference) {
        double lower = objective.toMinimize(reference.best()[0]);
        double upper = objective.toMinimize(reference.worst()[0]);
        return lower < upper ? Optional.of(Bounds.linear(lower, upper)) : Optional.empty();
    }
}
