package org.optbench.results.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.optbench.results.AskRecord;
import org.optbench.results.AttemptRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.Provenance;
import org.optbench.results.ResultReader;
import org.optbench.results.RunEvent;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;

/**
 * Writes results as tables into a folder: tasks with their objectives, constraints and fidelities; runs; trials by run and index; measurements, asks
 * and target hits; {@code provenance.json}; and {@code checksums.txt}, by which two exports are compared without the columns of the wall clock. Runs
 * stand in the order of variant, task, seed, key.
 */
public final class ResultExport {

    private final ResultReader reader;
    private final RunQuery query;
    private final ExportFormat format;
    private final Path folder;
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private long trials;

    private ResultExport(ResultReader reader, RunQuery query, ExportFormat format, Path folder) {
        this.reader = reader;
        this.query = query;
        this.format = format;
        this.folder = folder;
    }

    /**
     * Exports the runs of a query. Files of an earlier export are replaced. Memory stays that of the largest run.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static ExportSummary write(ResultReader reader, RunQuery query, ExportFormat format, Path folder) {
        try {
            return new ResultExport(reader, query, format, folder).write();
        } catch (IOException e) {
            throw new UncheckedIOException("Export to '" + folder + "' failed: " + e + ". Maybe the disk is full or the folder cannot be written.", e);
        }
    }

    private ExportSummary write() throws IOException {
        Files.createDirectories(folder);
        List<RunView> runs = reader.runs(query);
        int objectives = runs.stream().mapToInt(view -> view.run().task().objectives().size()).max().orElse(1);
        int constraints = runs.stream().mapToInt(view -> view.run().task().constraints().size()).max().orElse(0);
        try {
            open(ResultTables.TASKS, ResultTables.tasks());
            open(ResultTables.OBJECTIVES, ResultTables.objectives());
            open(ResultTables.CONSTRAINTS, ResultTables.constraints());
            open(ResultTables.FIDELITIES, ResultTables.fidelities());
            open(ResultTables.RUNS, ResultTables.runs());
            open(ResultTables.TRIALS, ResultTables.trials(objectives, constraints));
            open(ResultTables.ASKS, ResultTables.asks());
            open(ResultTables.MEASUREMENTS, ResultTables.measurements(objectives, constraints));
            open(ResultTables.TARGET_HITS, ResultTables.targetHits());
            tasks(runs);
            for (RunView view : runs) {
                add(ResultTables.RUNS, ResultTables.row(view));
                log(view.run(), objectives, constraints);
            }
        } finally {
            for (Table table : tables.values()) {
                table.sink.close();
            }
        }
        Files.writeString(folder.resolve("provenance.json"), ProvenanceJson.write(reader, runs), StandardCharsets.UTF_8);
        return summary(runs.size());
    }

    private void tasks(List<RunView> runs) throws IOException {
        Set<String> seen = new HashSet<>();
        List<TaskSnapshot> distinct = runs.stream().map(view -> view.run().task()).filter(task -> seen.add(task.id() + " " + task.version()))
                .sorted(Comparator.comparing(TaskSnapshot::id).thenComparing(TaskSnapshot::version)).toList();
        for (TaskSnapshot task : distinct) {
            add(ResultTables.TASKS, ResultTables.row(task));
            for (int i = 0; i < task.objectives().size(); i++) {
                add(ResultTables.OBJECTIVES, ResultTables.row(task, i, task.objectives().get(i)));
            }
            for (int i = 0; i < task.constraints().size(); i++) {
                add(ResultTables.CONSTRAINTS, ResultTables.row(task, i, task.constraints().get(i)));
            }
            for (int i = 0; i < task.fidelities().parameters().size(); i++) {
                add(ResultTables.FIDELITIES, ResultTables.row(task, i, task.fidelities().parameters().get(i)));
            }
        }
    }

    private void log(RunRecord run, int objectives, int constraints) throws IOException {
        List<TrialRecord> told = new ArrayList<>();
        Set<Integer> implied = new HashSet<>();
        List<RunEvent> history = reader.history(run.key());
        for (RunEvent event : history) {
            switch (event) {
                case TrialRecord trial -> {
                    told.add(trial);
                    if (trial.askedAt() == trial.sequence() - 1) {
                        implied.add(trial.askedAt());
                    }
                }
                case MeasurementRecord report -> add(ResultTables.MEASUREMENTS, ResultTables.row(run, report, objectives, constraints));
                case AskRecord _ -> {
                }
            }
        }
        for (RunEvent event : history) {
            if (event instanceof AskRecord ask && !(implied.contains(ask.sequence()) && ask.equals(AskRecord.one(ask.sequence(), ask.firstTrial())))) {
                add(ResultTables.ASKS, ResultTables.row(run, ask));
            }
        }
        told.sort(Comparator.comparingInt(TrialRecord::index));
        IntFunction<OptionalDouble> speed = told.isEmpty() ? _ -> OptionalDouble.empty() : speeds(run.key());
        for (TrialRecord trial : told) {
            add(ResultTables.TRIALS, ResultTables.row(run, trial, speed.apply(trial.index()), objectives, constraints));
        }
        trials += told.size();
        for (var hit : reader.targetHits(run.key())) {
            add(ResultTables.TARGET_HITS, ResultTables.row(run, hit));
        }
    }

    /** By index of a trial, how fast the process computed that made it. */
    private IntFunction<OptionalDouble> speeds(RunKey run) {
        Map<Integer, OptionalDouble> byAttempt = new HashMap<>();
        for (AttemptRecord attempt : reader.attempts(run)) {
            byAttempt.put(attempt.attempt(), attempt.provenance().map(Provenance::speed).orElse(OptionalDouble.empty()));
        }
        if (byAttempt.size() == 1) {
            OptionalDouble only = byAttempt.values().iterator().next();
            return _ -> only;
        }
        Map<Integer, Integer> attempts = reader.trialAttempts(run);
        return trial -> byAttempt.getOrDefault(attempts.getOrDefault(trial, 0), OptionalDouble.empty());
    }

    private ExportSummary summary(long runs) throws IOException {
        TreeMap<String, String> checksums = new TreeMap<>();
        tables.forEach((name, table) -> checksums.put(name, table.checksum.hex()));
        StringBuilder text = new StringBuilder();
        checksums.forEach((name, checksum) -> text.append(checksum).append("  ").append(name).append('\n'));
        String all = sha256(text.toString());
        Files.writeString(folder.resolve("checksums.txt"), text + all + "  all\n", StandardCharsets.UTF_8);
        return new ExportSummary(runs, trials, all, checksums);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private record Table(TableSink sink, TableChecksum checksum) {
    }

    private void open(String name, List<Column> columns) throws IOException {
        tables.put(name, new Table(format.open(folder.resolve(format.file(name)), columns), new TableChecksum(columns)));
    }

    private void add(String name, @Nullable Object[] cells) throws IOException {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException("Table '" + name + "' was not opened.");
        }
        table.sink.row(cells);
        table.checksum.add(cells);
    }
}
