package org.optbench.results.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Constraint;
import org.optbench.model.FailureKind;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunView;
import org.optbench.results.TargetHit;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;
import org.optbench.results.jdbc.BudgetText;
import org.optbench.results.jdbc.FlatJson;

/**
 * The exported tables: their columns, and their rows from records. On the wall clock of a task, seconds stand in columns of the wall clock; on
 * simulated time they are results like any other.
 */
final class ResultTables {

    static final String TASKS = "tasks";
    static final String OBJECTIVES = "objectives";
    static final String CONSTRAINTS = "constraints";
    static final String FIDELITIES = "fidelities";
    static final String RUNS = "runs";
    static final String TRIALS = "trials";
    static final String ASKS = "asks";
    static final String MEASUREMENTS = "measurements";
    static final String TARGET_HITS = "target_hits";

    static final String OBJECTIVE = "objective_";
    static final String CONSTRAINT = "constraint_";

    private ResultTables() {
    }

    static List<Column> tasks() {
        return List.of(Column.text("task"), Column.text("task_version"), Column.text("type"), Column.text("family"), Column.text("domain"),
                Column.whole("dimension"), Column.text("clock"), Column.text("traits"), Column.text("attributes"));
    }

    static @Nullable Object[] row(TaskSnapshot task) {
        return new Object[]{task.id().text(), task.version(), task.type().name(), task.family(), task.domain(), (long) task.dimension(),
                task.clock().name(), task.traits().stream().map(Enum::name).collect(Collectors.joining(" ")), FlatJson.write(task.attributes())};
    }

    static List<Column> objectives() {
        return List.of(Column.text("task"), Column.text("task_version"), Column.whole("position"), Column.text("name"), Column.text("direction"),
                Column.real("optimum"), Column.real("reference_point"), Column.text("targets"));
    }

    static @Nullable Object[] row(TaskSnapshot task, int position, Objective objective) {
        return new Object[]{task.id().text(), task.version(), (long) position, objective.name(), objective.direction().name(),
                orNull(objective.optimum()), orNull(objective.referencePoint()),
                objective.targets().stream().map(String::valueOf).collect(Collectors.joining(" "))};
    }

    static List<Column> constraints() {
        return List.of(Column.text("task"), Column.text("task_version"), Column.whole("position"), Column.text("name"), Column.real("tolerance"));
    }

    static @Nullable Object[] row(TaskSnapshot task, int position, Constraint constraint) {
        return new Object[]{task.id().text(), task.version(), (long) position, constraint.name(), constraint.tolerance()};
    }

    static List<Column> fidelities() {
        return List.of(Column.text("task"), Column.text("task_version"), Column.whole("position"), Column.text("name"), Column.real("lower"),
                Column.real("upper"), Column.text("whole"), Column.text("scale"), Column.text("resumable"), Column.text("cost_share"));
    }

    static @Nullable Object[] row(TaskSnapshot task, int position, FidelityParameter knob) {
        return new Object[]{task.id().text(), task.version(), (long) position, knob.name(), knob.lower(), knob.upper(),
                String.valueOf(knob.integer()), knob.scale().name(), String.valueOf(knob.resumable()), knob.costShare().name()};
    }

    static List<Column> runs() {
        return List.of(Column.text("run"), Column.text("variant"), Column.text("optimizer"), Column.text("optimizer_version"), Column.text("settings"),
                Column.text("options"), Column.text("task"), Column.text("task_version"), Column.text("budget"), Column.whole("workers"),
                Column.whole("seed"), Column.text("execution"), Column.text("status"), Column.text("ending"), Column.whole("trials"),
                Column.whole("failures"), Column.real("full_evaluations"), Column.real("seconds"), Column.real("wall_seconds"),
                Column.whole("wall_attempts"), Column.text("wall_reason"));
    }

    static @Nullable Object[] row(RunView view) {
        RunRecord run = view.run();
        Optional<RunSummary> summary = view.summary();
        Double seconds = summary.map(RunSummary::seconds).orElse(null);
        boolean simulated = run.task().clock() == TaskClock.SIMULATED;
        return new Object[]{run.key().sha256(), run.optimizer().variant(), run.optimizer().provider(), run.optimizer().version(),
                run.optimizer().settings(), FlatJson.write(run.optimizer().options()), run.task().id().text(), run.task().version(),
                BudgetText.write(run.budget()), (long) run.workers(), run.seed(), FlatJson.write(run.execution()), view.status().name(),
                summary.map(RunSummary::ending).orElse(null), summary.map(one -> (long) one.trials()).orElse(null),
                summary.map(one -> (long) one.failures()).orElse(null), summary.map(RunSummary::fullEvaluations).orElse(null),
                simulated ? seconds : null, simulated ? null : seconds, (long) view.attempts(), orNull(view.reason())};
    }

    /** Columns of the trials of runs with up to so many objectives and constraints. */
    static List<Column> trials(int objectives, int constraints) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("run"), Column.text("variant"), Column.text("task"), Column.whole("seed"),
                Column.whole("trial"), Column.whole("asked_at"), Column.whole("told_at"), Column.text("status"), Column.text("failure"),
                Column.text("message"), Column.text("configuration"), Column.text("fidelity"), Column.text("reached"), Column.whole("resumes"),
                Column.whole("trial_seed")));
        numbered(columns, OBJECTIVE, objectives);
        numbered(columns, CONSTRAINT, constraints);
        columns.addAll(List.of(Column.real("full_evaluations"), Column.whole("worker"), Column.whole("staleness"), Column.text("feedback"),
                Column.real("cost_seconds"), Column.text("resources"), Column.real("start"), Column.real("finish"), Column.real("wall_cost_seconds"),
                Column.text("wall_resources"), Column.real("wall_start"), Column.real("wall_finish"), Column.whole("wall_retries"),
                Column.whole("wall_start_offset_ns"), Column.whole("wall_suggest_ns"), Column.whole("wall_queue_ns"),
                Column.whole("wall_evaluate_ns"), Column.whole("wall_store_ns"), Column.whole("wall_recorded_ms"),
                Column.real("wall_evaluate_normalized_ns")));
        return columns;
    }

    /** @param speed reference time over measured time of the calibration kernel where the trial was made; empty when it was not measured */
    static @Nullable Object[] row(RunRecord run, TrialRecord trial, OptionalDouble speed, int objectives, int constraints) {
        boolean simulated = run.task().clock() == TaskClock.SIMULATED;
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(run.key().sha256());
        cells.add(run.optimizer().variant());
        cells.add(run.task().id().text());
        cells.add(run.seed());
        cells.add((long) trial.index());
        cells.add((long) trial.askedAt());
        cells.add((long) trial.sequence());
        cells.add(trial.status().name());
        cells.add(trial.failure().map(FailureKind::name).orElse(null));
        cells.add(orNull(trial.message()));
        cells.add(trial.configuration());
        cells.add(orNull(trial.fidelity().canonicalText()));
        cells.add(trial.reached().equals(trial.fidelity()) ? null : trial.reached().canonicalText());
        cells.add(trial.resumes().isPresent() ? (long) trial.resumes().getAsInt() : null);
        cells.add(trial.seed());
        vector(cells, trial.objectives(), objectives);
        vector(cells, trial.constraints(), constraints);
        cells.add(trial.clock().fullEvaluations());
        cells.add((long) trial.clock().worker());
        cells.add((long) trial.clock().staleness());
        cells.add(trial.feedback().isEmpty() ? null : feedback(trial));
        Object[] timed = {orNull(trial.cost().seconds()), numbers(trial.cost().resources()), trial.clock().start(), trial.clock().finish()};
        for (boolean here : new boolean[]{simulated, !simulated}) {
            for (Object cell : timed) {
                cells.add(here ? cell : null);
            }
        }
        cells.add((long) trial.retries());
        cells.add(trial.times().startOffset());
        cells.add(trial.times().suggest());
        cells.add(trial.times().queue());
        cells.add(trial.times().evaluate());
        cells.add(trial.times().store());
        cells.add(trial.recorded());
        cells.add(speed.isPresent() ? (Double) (trial.times().evaluate() * speed.getAsDouble()) : null);
        return cells.toArray();
    }

    static List<Column> asks() {
        return List.of(Column.text("run"), Column.whole("sequence"), Column.whole("at_most"), Column.whole("pending"), Column.text("context"),
                Column.whole("first_trial"), Column.whole("given"));
    }

    static @Nullable Object[] row(RunRecord run, AskRecord ask) {
        return new Object[]{run.key().sha256(), (long) ask.sequence(), (long) ask.atMost(), (long) ask.pending(), ask.context().orElse(null),
                (long) ask.firstTrial(), (long) ask.given()};
    }

    static List<Column> measurements(int objectives, int constraints) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("run"), Column.whole("sequence"), Column.whole("trial"), Column.text("fidelity"),
                Column.text("verdict")));
        numbered(columns, OBJECTIVE, objectives);
        numbered(columns, CONSTRAINT, constraints);
        columns.addAll(List.of(Column.text("extra"), Column.real("seconds"), Column.real("wall_seconds"), Column.whole("wall_ns")));
        return columns;
    }

    static @Nullable Object[] row(RunRecord run, MeasurementRecord report, int objectives, int constraints) {
        boolean simulated = run.task().clock() == TaskClock.SIMULATED;
        Measurement point = report.point();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(run.key().sha256());
        cells.add((long) report.sequence());
        cells.add((long) report.trial());
        cells.add(orNull(point.at().canonicalText()));
        cells.add(report.verdict().name());
        vector(cells, point.objectives().stream().mapToDouble(Double::doubleValue).toArray(), objectives);
        vector(cells, point.constraints().stream().mapToDouble(Double::doubleValue).toArray(), constraints);
        cells.add(numbers(point.extra()));
        cells.add(simulated ? orNull(point.seconds()) : null);
        cells.add(simulated ? null : orNull(point.seconds()));
        cells.add(report.nanos());
        return cells.toArray();
    }

    static List<Column> targetHits() {
        return List.of(Column.text("run"), Column.whole("objective"), Column.real("target"), Column.whole("trial"), Column.whole("evaluations"),
                Column.real("full_evaluations"), Column.real("seconds"), Column.real("wall_seconds"));
    }

    static @Nullable Object[] row(RunRecord run, TargetHit hit) {
        boolean simulated = run.task().clock() == TaskClock.SIMULATED;
        return new Object[]{run.key().sha256(), (long) hit.objective(), hit.target(), (long) hit.trial(), (long) hit.evaluations(),
                hit.fullEvaluations(), simulated ? hit.seconds() : null, simulated ? null : hit.seconds()};
    }

    private static String feedback(TrialRecord trial) {
        SortedMap<String, String> parts = new TreeMap<>();
        parts.put("", trial.feedback().text());
        trial.feedback().sections().forEach((name, text) -> parts.put("." + name, text));
        return FlatJson.write(parts);
    }

    private static @Nullable String numbers(SortedMap<String, Double> amounts) {
        return amounts.isEmpty() ? null : FlatJson.writeNumbers(amounts);
    }

    private static void numbered(List<Column> columns, String prefix, int count) {
        for (int i = 1; i <= count; i++) {
            columns.add(Column.real(prefix + i));
        }
    }

    private static void vector(List<@Nullable Object> cells, double[] values, int length) {
        for (int i = 0; i < length; i++) {
            cells.add(i < values.length ? (Object) values[i] : null);
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
