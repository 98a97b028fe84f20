package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.optbench.indicators.Hypervolume;
import org.optbench.indicators.ParetoFront;
import org.optbench.model.Constraint;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskType;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunTrials;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialStatus;

/**
 * The finished runs of a query as a performance table.
 *
 * <p>A result counts when it succeeded, satisfies every constraint and stands at full fidelity. Tasks with several objectives are measured by
 * the hypervolume of the results so far, to be maximised, with the reference point stored with the task. One run is in memory at a time.
 *
 * @param table     the runs
 * @param leftOut   tasks that cannot be measured, with the reason
 * @param unfinished runs of the query that are not done
 */
public record CampaignRuns(PerformanceTable table, Map<String, String> leftOut, long unfinished) {

    /** Points of a run at which a hypervolume is computed. */
    private static final int HYPERVOLUME_POINTS = 64;

    /**
     * Reads the runs.
     *
     * @throws IllegalArgumentException when two versions of a task are in the query, or two runs differ in nothing but their budget or settings
     */
    public static CampaignRuns read(ResultReader reader, RunQuery query) {
        return read(reader, query, Effort.FULL_EVALUATIONS);
    }

    /**
     * Reads the runs with the efforts of the table in a unit. Where the budget of a run does not limit that unit, the axis ends with the longest run;
     * that normalises nothing.
     */
    public static CampaignRuns read(ResultReader reader, RunQuery query, Effort unit) {
        Map<String, TaskSnapshot> snapshots = new LinkedHashMap<>();
        Map<String, Double> budgets = new LinkedHashMap<>();
        long[] unfinished = new long[1];
        reader.runs(query, view -> {
            if (view.status() == RunStatus.DONE) {
                register(view, snapshots, budgets, unit);
            } else {
                unfinished[0]++;
            }
        });
        if (unit == Effort.SECONDS_WITH_OVERHEAD) {
            // The summary of a run does not tell the optimizer's time.
            reader.scan(query.withStatuses(RunStatus.DONE), trials -> {
                RunRecord run = trials.run().run();
                if (run.budget().seconds().isEmpty() && trials.size() > 0) {
                    budgets.merge(run.task().id().toString(), efforts(trials, seconds(trials.suggestNanos()), unit)[trials.size() - 1], Math::max);
                }
            });
        }
        List<TaskInfo> tasks = new ArrayList<>();
        Map<String, String> leftOut = new LinkedHashMap<>();
        snapshots.values().stream().sorted((a, b) -> a.id().toString().compareTo(b.id().toString())).forEach(snapshot -> {
            String id = snapshot.id().toString();
            if (!isMeasurable(snapshot)) {
                leftOut.put(id, "The task has several objectives and no reference point for their hypervolume.");
            } else {
                tasks.add(info(snapshot, budgets.getOrDefault(id, 1.0)));
            }
        });
        PerformanceTable.Builder builder = PerformanceTable.builder(tasks, unit);
        reader.scan(query.withStatuses(RunStatus.DONE), trials -> {
            String task = trials.run().run().task().id().toString();
            if (!leftOut.containsKey(task)) {
                builder.add(trace(trials, unit));
            }
        });
        return new CampaignRuns(builder.build(), Map.copyOf(leftOut), unfinished[0]);
    }

    private static void register(RunView view, Map<String, TaskSnapshot> snapshots, Map<String, Double> budgets, Effort unit) {
        RunRecord run = view.run();
        String id = run.task().id().toString();
        TaskSnapshot known = snapshots.putIfAbsent(id, run.task());
        if (known != null && !known.version().equals(run.task().version())) {
            throw new IllegalArgumentException("task '" + id + "' is in the results with the versions " + known.version() + " and "
                    + run.task().version() + ", whose values must not be mixed.\nMaybe report one campaign at a time.");
        }
        double planned = unit == Effort.FULL_EVALUATIONS ? run.budget().expectedFullEvaluations() : run.budget().seconds().orElse(Double.POSITIVE_INFINITY);
        double spent = view.summary().map(s -> unit == Effort.FULL_EVALUATIONS ? s.fullEvaluations() : s.seconds()).orElse(1.0);
        double budget = Double.isFinite(planned) ? planned : spent;
        budgets.merge(id, Math.max(budget, 1e-9), Math::max);
    }

    /** Whether runs of a task have a value to compare: with several objectives each needs a reference point. */
    public static boolean isMeasurable(TaskSnapshot snapshot) {
        return snapshot.objectives().size() == 1 || snapshot.objectives().stream().allMatch(o -> o.referencePoint().isPresent());
    }

    /** What a table needs to know of a task, with the effort that a run may spend. */
    public static TaskInfo info(TaskSnapshot snapshot, double budget) {
        Objective first = snapshot.objectives().getFirst();
        boolean several = snapshot.objectives().size() > 1;
        return new TaskInfo(snapshot.id().toString(), snapshot.type().code(), snapshot.family(), snapshot.dimension(),
                several ? "hypervolume" : first.name(), several ? Direction.MAXIMIZE : first.direction(),
                several ? OptionalDouble.empty() : first.optimum(), several ? List.of() : first.targets(), budget);
    }

    /** A run reduced to what is compared, with its efforts in a unit; the task must be measurable. */
    public static RunTrace trace(RunTrials trials, Effort unit) {
        RunRecord run = trials.run().run();
        int n = trials.size();
        boolean[] counts = new boolean[n];
        int failures = 0;
        for (int i = 0; i < n; i++) {
            boolean failed = trials.status()[i] == TrialStatus.FAILED.ordinal();
            failures += failed ? 1 : 0;
            counts[i] = !failed && trials.fullFidelity()[i] && feasible(run.task().constraints(), trials, i);
        }
        double[] suggest = seconds(trials.suggestNanos());
        TaskType type = run.task().type();
        boolean several = type == TaskType.MULTI_OBJECTIVE || type == TaskType.MULTI_FIDELITY_MULTI_OBJECTIVE || run.task().objectives().size() > 1;
        double[] values = several ? hypervolumes(run.task().objectives(), trials, counts) : values(trials, counts);
        return new RunTrace(run.optimizer().variant(), run.task().id().toString(), run.seed(), efforts(trials, suggest, unit), values, trials.finish(), suggest,
                failures);
    }

    private static double[] efforts(RunTrials trials, double[] suggest, Effort unit) {
        RunRecord run = trials.run().run();
        double[] effort = new double[trials.size()];
        boolean add = unit == Effort.SECONDS_WITH_OVERHEAD && run.task().clock() == TaskClock.SIMULATED && !isCharged(run);
        double evaluations = 0;
        double overhead = 0;
        double latest = 0;
        for (int i = 0; i < effort.length; i++) {
            evaluations += trials.fullEvaluations()[i];
            overhead += suggest[i];
            latest = Math.max(latest, trials.finish()[i]);
            effort[i] = switch (unit) {
                case FULL_EVALUATIONS -> evaluations;
                case SECONDS -> latest;
                case SECONDS_WITH_OVERHEAD -> add ? latest + overhead : latest;
            };
        }
        return effort;
    }

    private static double[] seconds(long[] nanos) {
        return Arrays.stream(nanos).mapToDouble(n -> n / 1e9).toArray();
    }

    private static boolean isCharged(RunRecord run) {
        return "charged".equalsIgnoreCase(run.execution().getOrDefault("overhead", ""));
    }

    private static boolean feasible(List<Constraint> constraints, RunTrials trials, int i) {
        for (int c = 0; c < constraints.size(); c++) {
            if (!constraints.get(c).isSatisfied(trials.constraints()[c][i])) {
                return false;
            }
        }
        return true;
    }

    private static double[] values(RunTrials trials, boolean[] counts) {
        double[] values = new double[trials.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = counts[i] ? trials.objectives()[0][i] : Double.NaN;
        }
        return values;
    }

    /** Hypervolume of the results so far, at some results that are evenly spaced on a logarithmic scale; NaN at the others. */
    private static double[] hypervolumes(List<Objective> objectives, RunTrials trials, boolean[] counts) {
        int n = trials.size();
        double[] reference = objectives.stream().mapToDouble(o -> o.toMinimize(o.referencePoint().orElseThrow())).toArray();
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        List<double[]> archive = new ArrayList<>();
        int[] at = new int[HYPERVOLUME_POINTS];
        for (int k = 0; k < HYPERVOLUME_POINTS; k++) {
            at[k] = (int) Math.round(Math.pow(Math.max(1, n), k / (HYPERVOLUME_POINTS - 1.0))) - 1;
        }
        for (int i = 0; i < n; i++) {
            if (counts[i]) {
                double[] point = new double[reference.length];
                for (int j = 0; j < point.length; j++) {
                    point[j] = objectives.get(j).toMinimize(trials.objectives()[j][i]);
                }
                if (Arrays.stream(point).allMatch(Double::isFinite)) {
                    archive.add(point);
                }
            }
            if (Arrays.binarySearch(at, i) >= 0 && !archive.isEmpty()) {
                archive = new ArrayList<>(Arrays.asList(ParetoFront.of(archive.toArray(double[][]::new))));
                values[i] = Hypervolume.of(archive.toArray(double[][]::new), reference);
            }
        }
        return values;
    }
}
