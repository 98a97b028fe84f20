package org.optbench.results.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.results.TrialTimes;

/** Log entries as rows and back. */
final class LogRows {

    static final String INSERT_TRIAL = insert("trial", "id", "attempt", "sequence", "asked_at", "status", "failure", "message", "configuration",
            "fidelity", "reached", "resumes", "seed", "objective", "more_objectives", "constraints", "full_fidelity", "cost_seconds", "resources_json",
            "feedback_json", "full_evaluations", "worker", "staleness", "retries", "clock_start", "clock_finish", "start_offset", "suggest", "queue",
            "evaluate", "store", "recorded");
    static final String INSERT_ASK = insert("ask", "id", "at_most", "pending", "context", "first_trial", "given");
    static final String INSERT_MEASUREMENT = insert("measurement", "id", "trial", "verdict", "fidelity", "objective", "more_objectives", "constraints",
            "seconds", "extra_json", "nanos");

    private static final TrialStatus[] STATUSES = TrialStatus.values();
    private static final Verdict[] VERDICTS = Verdict.values();
    private static final String TEXT = "text";
    private static final String SECTION = "section ";

    private LogRows() {
    }

    static void bind(Columns.Binder row, long run, int attempt, FidelitySpace fidelities, TrialRecord trial) throws SQLException {
        double[] objectives = trial.objectives();
        row.start().set(EntryIds.of(run, trial.index())).set(attempt).set(trial.sequence()).set(trial.askedAt()).set(trial.status().ordinal())
                .text(trial.failure().map(FailureKind::name).orElse(null)).sparse(trial.message()).text(trial.configuration())
                .sparse(trial.fidelity().canonicalText()).text(reached(trial)).set(trial.resumes()).set(trial.seed());
        if (objectives.length == 0) {
            row.set(java.util.OptionalDouble.empty());
        } else {
            row.set(objectives[0]);
        }
        TrialClock clock = trial.clock();
        TrialTimes times = trial.times();
        row.vector(objectives, 1).vector(trial.constraints(), 0).set(fidelities.isEmpty() || fidelities.isFull(trial.reached()))
                .set(trial.cost().seconds()).numbers(trial.cost().resources()).text(feedback(trial.feedback())).set(clock.fullEvaluations())
                .set(clock.worker()).set(clock.staleness()).set(trial.retries()).set(clock.start()).set(clock.finish()).set(times.startOffset())
                .set(times.suggest()).set(times.queue()).set(times.evaluate()).set(times.store()).set(trial.recorded()).add();
    }

    static void bind(Columns.Binder row, long run, AskRecord ask) throws SQLException {
        row.start().set(EntryIds.of(run, ask.sequence())).set(ask.atMost()).set(ask.pending()).text(ask.context().orElse(null)).set(ask.firstTrial())
                .set(ask.given()).add();
    }

    static void bind(Columns.Binder row, long run, MeasurementRecord report) throws SQLException {
        Measurement point = report.point();
        double[] objectives = array(point.objectives());
        row.start().set(EntryIds.of(run, report.sequence())).set(report.trial()).set(report.verdict().ordinal()).sparse(point.at().canonicalText())
                .set(objectives[0]).vector(objectives, 1).vector(array(point.constraints()), 0).set(point.seconds()).numbers(point.extra())
                .set(report.nanos()).add();
    }

    static TrialRecord trial(ResultSet row) throws SQLException {
        Fidelity fidelity = Fidelity.parse(Columns.text(row, "fidelity"));
        Optional<String> reached = Columns.optionalText(row, "reached");
        return new TrialRecord(row.getInt("sequence"), row.getInt("asked_at"), EntryIds.number(row.getLong("id")), row.getString("configuration"),
                fidelity, reached.map(Fidelity::parse).orElse(fidelity), Columns.optionalInt(row, "resumes"), row.getLong("seed"),
                STATUSES[row.getInt("status")], Columns.optionalText(row, "failure").map(FailureKind::valueOf), Columns.text(row, "message"),
                Columns.vector(row, "objective", "more_objectives"), Columns.vector(row, "constraints"),
                new Cost(Columns.optionalDouble(row, "cost_seconds"), Columns.numbers(row, "resources_json")), feedback(row.getString("feedback_json")),
                new TrialClock(row.getDouble("clock_start"), row.getDouble("clock_finish"), row.getDouble("full_evaluations"), row.getInt("worker"),
                        row.getInt("staleness")),
                new TrialTimes(row.getLong("start_offset"), row.getLong("suggest"), row.getLong("queue"), row.getLong("evaluate"), row.getLong("store")),
                row.getInt("retries"), row.getLong("recorded"));
    }

    static AskRecord ask(ResultSet row) throws SQLException {
        return new AskRecord(EntryIds.number(row.getLong("id")), row.getInt("at_most"), row.getInt("pending"), Columns.optionalText(row, "context"),
                row.getInt("first_trial"), row.getInt("given"));
    }

    static MeasurementRecord measurement(ResultSet row) throws SQLException {
        Measurement point = new Measurement(Fidelity.parse(Columns.text(row, "fidelity")), list(Columns.vector(row, "objective", "more_objectives")),
                list(Columns.vector(row, "constraints")), Columns.optionalDouble(row, "seconds"), Columns.numbers(row, "extra_json"));
        return new MeasurementRecord(EntryIds.number(row.getLong("id")), row.getInt("trial"), point, VERDICTS[row.getInt("verdict")],
                row.getLong("nanos"));
    }

    private static @Nullable String reached(TrialRecord trial) {
        return trial.reached().equals(trial.fidelity()) ? null : trial.reached().canonicalText();
    }

    private static @Nullable String feedback(Feedback feedback) {
        if (feedback.isEmpty()) {
            return null;
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put(TEXT, feedback.text());
        feedback.sections().forEach((name, text) -> parts.put(SECTION + name, text));
        return FlatJson.write(parts);
    }

    private static Feedback feedback(@Nullable String json) {
        if (json == null) {
            return Feedback.none();
        }
        SortedMap<String, String> parts = FlatJson.read(json);
        Map<String, String> sections = new TreeMap<>();
        parts.tailMap(SECTION).forEach((name, text) -> {
            if (name.startsWith(SECTION)) {
                sections.put(name.substring(SECTION.length()), text);
            }
        });
        return Feedback.of(parts.getOrDefault(TEXT, ""), sections);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static String insert(String table, String... columns) {
        return "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES (" + "?, ".repeat(columns.length - 1) + "?)";
    }
}
