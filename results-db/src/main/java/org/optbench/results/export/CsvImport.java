package org.optbench.results.export;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.Direction;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Verdict;
import org.optbench.model.space.Scale;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.model.task.Trait;
import org.optbench.results.AskRecord;
import org.optbench.results.Lease;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultStore;
import org.optbench.results.RunEvent;
import org.optbench.results.RunKey;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreException;
import org.optbench.results.TargetHit;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.results.TrialTimes;
import org.optbench.results.jdbc.BudgetText;
import org.optbench.results.jdbc.FlatJson;

/**
 * Reads an export in CSV back into a database. The tables of an export stand in one order of runs, so that the files are read side by side and memory
 * stays that of the largest run.
 */
public final class CsvImport {

    private static final Duration LEASE = Duration.ofHours(1);
    private static final String WORKER = "import";

    private final Path folder;
    private final ResultStore store;
    private final String campaign;
    private final Map<String, TaskSnapshot> tasks = new HashMap<>();

    private CsvImport(Path folder, ResultStore store, String campaign) {
        this.folder = folder;
        this.store = store;
        this.campaign = campaign;
    }

    /**
     * Imports as part of a campaign. Runs that are done in the database already are left as they are.
     *
     * @return number of runs that were imported
     * @throws StoreException of kind BAD_FILE when the files are not what {@link ResultExport} writes
     */
    public static int read(Path folder, ResultStore store, String campaign) {
        store.registerCampaign(campaign, "# imported from " + folder.getFileName());
        return new CsvImport(folder, store, campaign).read();
    }

    private CsvTable table(String name) {
        return new CsvTable(folder.resolve(ExportFormat.CSV.file(name)));
    }

    private int read() {
        readTasks();
        int imported = 0;
        try (CsvTable runs = table(ResultTables.RUNS);
                Log trials = new Log(table(ResultTables.TRIALS));
                Log asks = new Log(table(ResultTables.ASKS));
                Log reports = new Log(table(ResultTables.MEASUREMENTS));
                Log hits = new Log(table(ResultTables.TARGET_HITS))) {
            while (runs.next()) {
                RunRecord run = run(runs);
                boolean simulated = run.task().clock() == TaskClock.SIMULATED;
                List<RunEvent> events = new ArrayList<>();
                Map<Integer, RunEvent> asked = new LinkedHashMap<>();
                trials.each(run, row -> {
                    TrialRecord trial = trial(row, simulated);
                    events.add(trial);
                    asked.putIfAbsent(trial.askedAt(), AskRecord.one(trial.askedAt(), trial.index()));
                });
                asks.each(run, row -> asked.put(row.count("sequence"), ask(row)));
                reports.each(run, row -> events.add(report(row, simulated)));
                List<TargetHit> targets = new ArrayList<>();
                hits.each(run, row -> targets.add(hit(row, simulated)));
                events.addAll(asked.values());
                events.sort(Comparator.comparingInt(RunEvent::sequence));
                imported += write(run, summary(runs, simulated), events, targets);
            }
        } catch (IllegalArgumentException e) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "Folder '" + folder + "': " + e.getMessage() + " Maybe a file was edited.", e);
        }
        store.flush();
        return imported;
    }

    private int write(RunRecord run, Optional<RunSummary> summary, List<RunEvent> events, List<TargetHit> hits) {
        store.register(campaign, List.of(run));
        Optional<Lease> lease = store.claim(run.key(), WORKER, LEASE);
        if (lease.isEmpty()) {
            return 0;
        }
        try (RunWriter writer = store.writer(lease.get(), new Provenance(Instant.now(), new TreeMap<>(Map.of("imported_from", "csv"))))) {
            events.forEach(writer::append);
            hits.forEach(writer::hit);
        }
        if (summary.isPresent()) {
            store.complete(lease.get(), summary.get());
        } else {
            store.release(lease.get());
        }
        return 1;
    }

    private void readTasks() {
        Map<String, List<Objective>> objectives = new HashMap<>();
        each(ResultTables.OBJECTIVES, row -> objectives.computeIfAbsent(taskKey(row), _ -> new ArrayList<>())
                .add(new Objective(row.text("name"), Direction.valueOf(row.text("direction")), row.optionalReal("optimum"), numbers(row.text("targets")),
                        row.optionalReal("reference_point"))));
        Map<String, List<Constraint>> constraints = new HashMap<>();
        each(ResultTables.CONSTRAINTS, row -> constraints.computeIfAbsent(taskKey(row), _ -> new ArrayList<>())
                .add(new Constraint(row.text("name"), row.real("tolerance"))));
        Map<String, List<FidelityParameter>> knobs = new HashMap<>();
        each(ResultTables.FIDELITIES, row -> knobs.computeIfAbsent(taskKey(row), _ -> new ArrayList<>())
                .add(new FidelityParameter(row.text("name"), row.real("lower"), row.real("upper"), Boolean.parseBoolean(row.text("whole")),
                        Scale.valueOf(row.text("scale")), Boolean.parseBoolean(row.text("resumable")),
                        FidelityParameter.CostShare.valueOf(row.text("cost_share")))));
        each(ResultTables.TASKS, row -> {
            String key = taskKey(row);
            List<FidelityParameter> levels = knobs.getOrDefault(key, List.of());
            tasks.put(key, new TaskSnapshot(TaskId.of(row.text("task")), row.text("task_version"), TaskType.valueOf(row.text("type")),
                    row.text("family"), row.text("domain"), row.count("dimension"), TaskClock.valueOf(row.text("clock")), traits(row.text("traits")),
                    objectives.getOrDefault(key, List.of()), constraints.getOrDefault(key, List.of()),
                    levels.isEmpty() ? FidelitySpace.none() : new FidelitySpace(levels), FlatJson.read(row.text("attributes"))));
        });
    }

    private interface RowReader {
        void read(CsvTable row);
    }

    private void each(String table, RowReader reader) {
        try (CsvTable rows = table(table)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (IllegalArgumentException e) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "Folder '" + folder + "', table " + table + ": " + e.getMessage()
                    + " Maybe the file was edited.", e);
        }
    }

    /** Rows that come in the order of the runs. */
    private static final class Log implements AutoCloseable {
        private final CsvTable rows;
        private boolean more;

        Log(CsvTable rows) {
            this.rows = rows;
            this.more = rows.next();
        }

        void each(RunRecord run, RowReader reader) {
            while (more && rows.text("run").equals(run.key().sha256())) {
                reader.read(rows);
                more = rows.next();
            }
        }

        @Override
        public void close() {
            rows.close();
        }
    }

    private RunRecord run(CsvTable row) {
        TaskSnapshot task = tasks.get(taskKey(row));
        if (task == null) {
            throw row.bad("names task '" + row.text("task") + "', which is not in the table of tasks");
        }
        OptimizerSnapshot optimizer = new OptimizerSnapshot(row.text("variant"), row.text("optimizer"), row.text("optimizer_version"),
                row.text("settings"), FlatJson.read(row.text("options")));
        return new RunRecord(new RunKey(row.text("run")), optimizer, task, BudgetText.read(row.text("budget")), row.count("workers"), row.whole("seed"),
                FlatJson.read(row.text("execution")));
    }

    private static Optional<RunSummary> summary(CsvTable row, boolean simulated) {
        if (RunStatus.valueOf(row.text("status")) != RunStatus.DONE) {
            return Optional.empty();
        }
        return Optional.of(new RunSummary(row.text("ending"), row.count("trials"), row.count("failures"), row.real("full_evaluations"),
                row.real(simulated ? "seconds" : "wall_seconds")));
    }

    private static TrialRecord trial(CsvTable row, boolean simulated) {
        String wall = simulated ? "" : "wall_";
        Fidelity fidelity = Fidelity.parse(row.text("fidelity"));
        return new TrialRecord(row.count("told_at"), row.count("asked_at"), row.count("trial"), row.text("configuration"), fidelity,
                row.optional("reached").map(Fidelity::parse).orElse(fidelity), row.optionalCount("resumes"), row.whole("trial_seed"),
                TrialStatus.valueOf(row.text("status")), row.optional("failure").map(FailureKind::valueOf), row.text("message"),
                row.vector(ResultTables.OBJECTIVE), row.vector(ResultTables.CONSTRAINT),
                new Cost(row.optionalReal(wall + "cost_seconds"), numbers(row.optional(wall + "resources"))), feedback(row.optional("feedback")),
                new TrialClock(row.real(wall + "start"), row.real(wall + "finish"), row.real("full_evaluations"), row.count("worker"),
                        row.count("staleness")),
                new TrialTimes(row.whole("wall_start_offset_ns"), row.whole("wall_suggest_ns"), row.whole("wall_queue_ns"),
                        row.whole("wall_evaluate_ns"), row.whole("wall_store_ns")),
                row.count("wall_retries"), row.whole("wall_recorded_ms"));
    }

    private static AskRecord ask(CsvTable row) {
        return new AskRecord(row.count("sequence"), row.count("at_most"), row.count("pending"), row.optional("context"), row.count("first_trial"),
                row.count("given"));
    }

    private static MeasurementRecord report(CsvTable row, boolean simulated) {
        Measurement point = new Measurement(Fidelity.parse(row.text("fidelity")), list(row.vector(ResultTables.OBJECTIVE)),
                list(row.vector(ResultTables.CONSTRAINT)), row.optionalReal(simulated ? "seconds" : "wall_seconds"), numbers(row.optional("extra")));
        return new MeasurementRecord(row.count("sequence"), row.count("trial"), point, Verdict.valueOf(row.text("verdict")), row.whole("wall_ns"));
    }

    private static TargetHit hit(CsvTable row, boolean simulated) {
        return new TargetHit(row.count("objective"), row.real("target"), row.count("trial"), row.count("evaluations"), row.real("full_evaluations"),
                row.real(simulated ? "seconds" : "wall_seconds"));
    }

    private static Feedback feedback(Optional<String> json) {
        if (json.isEmpty()) {
            return Feedback.none();
        }
        Map<String, String> sections = new TreeMap<>();
        FlatJson.read(json.get()).forEach((name, text) -> {
            if (!name.isEmpty()) {
                sections.put(name.substring(1), text);
            }
        });
        return Feedback.of(FlatJson.read(json.get()).getOrDefault("", ""), sections);
    }

    private static SortedMap<String, Double> numbers(Optional<String> json) {
        return json.map(FlatJson::readNumbers).orElseGet(TreeMap::new);
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String number : text.split(" ")) {
            if (!number.isEmpty()) {
                numbers.add(Double.valueOf(number));
            }
        }
        return numbers;
    }

    private static List<Double> list(double[] values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    private static Set<Trait> traits(String text) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String name : text.split(" ")) {
            if (!name.isEmpty()) {
                traits.add(Trait.valueOf(name));
            }
        }
        return traits;
    }

    private static String taskKey(CsvTable row) {
        return row.text("task") + "\n" + row.text("task_version");
    }
}
