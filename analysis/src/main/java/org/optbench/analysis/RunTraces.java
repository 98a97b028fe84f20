package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.indicators.ParetoFront;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.results.RunRecord;
import org.optbench.results.RunTrials;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialStatus;

/** Reduces recorded runs to traces. */
final class RunTraces {

    /** Points of a run at which an indicator is computed. */
    private static final int INDICATOR_POINTS = 64;

    private final ReadOptions options;
    private final Map<String, Indicator.Gauge> gauges;

    /** @param gauges by id of every task with several objectives */
    RunTraces(ReadOptions options, Map<String, Indicator.Gauge> gauges) {
        this.options = options;
        this.gauges = gauges;
    }

    RunTrace of(RunTrials trials) {
        RunRecord run = trials.run().run();
        int n = trials.size();
        boolean[] counts = new boolean[n];
        int failures = 0;
        boolean anyLevel = options.fidelity() == FidelityPolicy.HIGHEST_SEEN && !run.task().fidelities().isEmpty();
        for (int i = 0; i < n; i++) {
            failures += isFailed(trials, i) ? 1 : 0;
            counts[i] = counts(trials, i, anyLevel);
        }
        double[] suggest = seconds(trials.suggestNanos());
        double[] levels = anyLevel ? trials.fidelity() : new double[0];
        double[] efforts = efforts(trials, options.effort());
        if (run.task().objectives().size() == 1) {
            return new RunTrace(run.optimizer().variant(), run.task().id().toString(), run.seed(), efforts, values(trials, counts), trials.finish(), suggest,
                    failures, levels, new double[0][]);
        }
        Series series = indicators(run.task(), trials, counts, levels);
        return new RunTrace(run.optimizer().variant(), run.task().id().toString(), run.seed(), efforts, series.values, trials.finish(), suggest, failures,
                series.levels, series.front);
    }

    private static boolean isFailed(RunTrials trials, int i) {
        return trials.status()[i] == TrialStatus.FAILED.ordinal();
    }

    /** Whether a result counts: not failed, feasible, and at full fidelity unless any will do. */
    static boolean counts(RunTrials trials, int i, boolean anyLevel) {
        return !isFailed(trials, i) && (anyLevel || trials.fullFidelity()[i]) && feasible(trials.run().run().task().constraints(), trials, i);
    }

    /** The values of a result, to be minimised. */
    static double[] point(List<Objective> objectives, RunTrials trials, int i) {
        double[] point = new double[objectives.size()];
        for (int j = 0; j < point.length; j++) {
            point[j] = objectives.get(j).toMinimize(trials.objectives()[j][i]);
        }
        return point;
    }

    /** Effort up to and with every result. */
    static double[] efforts(RunTrials trials, Effort unit) {
        RunRecord run = trials.run().run();
        double[] effort = new double[trials.size()];
        boolean add = run.task().clock() == TaskClock.SIMULATED && !isCharged(run);
        double[] amounts = unit.kind() == Effort.Kind.RESOURCE ? trials.resources().getOrDefault(unit.resource(), new double[0]) : new double[0];
        double share = unit.kind() == Effort.Kind.RESOURCE ? trials.usage().getOrDefault(unit.resource(), 0.0) / Math.max(1, effort.length) : 0;
        double evaluations = 0;
        double overhead = 0;
        double latest = 0;
        double amount = 0;
        for (int i = 0; i < effort.length; i++) {
            evaluations += trials.fullEvaluations()[i];
            overhead += trials.suggestNanos()[i] / 1e9;
            latest = Math.max(latest, trials.finish()[i]);
            amount += share + (amounts.length == 0 ? 0 : Math.max(0, amounts[i]));
            effort[i] = switch (unit.kind()) {
                case EVALUATIONS -> i + 1.0;
                case FULL_EVALUATIONS -> evaluations;
                case SECONDS -> latest;
                case SECONDS_WITH_OVERHEAD -> add ? latest + overhead : latest;
                case RESOURCE -> amount;
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

    /** The gauge of a task with several objectives. */
    static Indicator.Gauge gauge(TaskSnapshot task, ReadOptions options) {
        double[] reference = task.objectives().stream().mapToDouble(o -> o.toMinimize(o.referencePoint().orElse(Double.NaN))).toArray();
        return options.indicator().gauge(reference, options.indicator().needsFront() ? front(task, options) : new double[0][]);
    }

    /**
     * Bounds of the indicator that follow from what is stored: of the hypervolume, nothing and that of the stored front; of IGD+, epsilon and R2, 0 or the
     * stored front's own value, and 1, since the objectives are scaled to the stored front. Empty for the spread and without a front.
     */
    static Optional<Bounds> indicatorBounds(TaskSnapshot task, ReadOptions options) {
        double[][] front = front(task, options);
        if (front.length == 0 || options.indicator() == Indicator.SPREAD) {
            return Optional.empty();
        }
        double best = gauge(task, options).of(front);
        return options.indicator() == Indicator.HYPERVOLUME ? Optional.of(best).filter(v -> v > 0).map(v -> Bounds.linear(-v, 0))
                : Optional.of(best).filter(v -> v < 1).map(v -> Bounds.linear(v, 1));
    }

    private static double[][] front(TaskSnapshot task, ReadOptions options) {
        return options.references().of(task.id().toString(), task.version(), task.objectives().size()).map(reference -> Arrays.stream(reference.front())
                .map(point -> toMinimize(task.objectives(), point)).toArray(double[][]::new)).orElse(new double[0][]);
    }

    private static double[] toMinimize(List<Objective> objectives, double[] point) {
        double[] turned = new double[point.length];
        for (int j = 0; j < turned.length; j++) {
            turned[j] = objectives.get(j).toMinimize(point[j]);
        }
        return turned;
    }

    private record Series(double[] values, double[] levels, double[][] front) {
    }

    /** Indicator of the results so far, at some results that are evenly spaced on a logarithmic scale; NaN at the others. */
    private Series indicators(TaskSnapshot task, RunTrials trials, boolean[] counts, double[] levels) {
        Indicator.Gauge gauge = gauges.get(task.id().toString());
        int n = trials.size();
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        // The spread may get worse: every value replaces the one before.
        boolean replaces = options.indicator() == Indicator.SPREAD;
        double[] order = replaces || levels.length > 0 ? new double[n] : new double[0];
        List<double[]> archive = new ArrayList<>();
        double level = 0;
        int[] at = new int[INDICATOR_POINTS];
        for (int k = 0; k < INDICATOR_POINTS; k++) {
            at[k] = (int) Math.round(Math.pow(Math.max(1, n), k / (INDICATOR_POINTS - 1.0))) - 1;
        }
        for (int i = 0; i < n; i++) {
            if (counts[i] && (levels.length == 0 || levels[i] >= level)) {
                double[] point = point(task.objectives(), trials, i);
                if (Arrays.stream(point).allMatch(Double::isFinite)) {
                    if (levels.length > 0 && levels[i] > level) {
                        archive.clear();
                        level = levels[i];
                    }
                    archive.add(point);
                }
            }
            if (order.length > 0) {
                order[i] = replaces ? i : level;
            }
            if (Arrays.binarySearch(at, i) >= 0 && !archive.isEmpty()) {
                archive = new ArrayList<>(Arrays.asList(ParetoFront.of(archive.toArray(double[][]::new))));
                values[i] = gauge == null ? Double.NaN : gauge.of(archive.toArray(double[][]::new));
            }
        }
        return new Series(values, order, archive.isEmpty() ? new double[0][] : ParetoFront.of(archive.toArray(double[][]::new)));
    }
}
