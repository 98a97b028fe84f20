package org.optbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.results.export.CsvImport;
import org.optbench.results.export.ExportFormat;
import org.optbench.results.export.ExportSummary;
import org.optbench.results.export.ResultExport;

class ResultExportTest {

    @TempDir Path folder;

    private ResultStore open(String name) {
        return ResultStores.open(ResultStores.fileIn(folder.resolve(name)), StoreOptions.defaults());
    }

    private static void fill(ResultStore store, long delay, boolean reversed) {
        store.registerCampaign("bench", "name: bench");
        List<RunRecord> runs = new ArrayList<>(Samples.runs(Samples.sphere(), "random", 3));
        RunRecord rich = Samples.run(Samples.network(), "async", 7);
        runs.add(rich);
        runs.add(Samples.run(Samples.sphere(), "never", 1));
        store.register("bench", reversed ? runs.reversed() : runs);
        for (RunRecord run : runs.subList(0, 3)) {
            Lease lease = store.claim(run.key(), "w", ResultStoreContract.LEASE).orElseThrow();
            try (RunWriter writer = store.writer(lease, Samples.HERE)) {
                for (int i = 0; i < 20; i++) {
                    writer.append(Samples.ask(i));
                    TrialRecord trial = Samples.sequential(i);
                    writer.append(TrialRecord.of(trial.sequence(), trial.askedAt(), i, trial.configuration(), trial.fidelity(), trial.resumes(),
                            trial.seed(), trial.outcome(), new TrialClock(delay, delay + 1.0, 1, 0, 0), new TrialTimes(delay, delay, 0, delay, 0), 0,
                            delay));
                }
                writer.hit(new TargetHit(0, 10, 0, 1, 1, delay));
            }
            store.complete(lease, new RunSummary("trials", 20, 0, 20, delay));
        }
        Lease lease = store.claim(rich.key(), "w", ResultStoreContract.LEASE).orElseThrow();
        try (RunWriter writer = store.writer(lease, Samples.HERE)) {
            Samples.eventful().forEach(writer::append);
            writer.usage(Map.of("tokens_in", 3.0));
        }
        store.complete(lease, new RunSummary("trials", 4, 1, 4.0 / 3, 7.6));
        store.flush();
    }

    @Test
    void theChecksumIsThatOfTheResultsAndNotOfTheClock() throws IOException {
        try (ResultStore one = open("one"); ResultStore other = open("other")) {
            fill(one, 5, false);
            fill(other, 77_000, true);
            ExportSummary first = ResultExport.write(one.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("a"));
            ExportSummary second = ResultExport.write(other.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("b"));
            ExportSummary parquet = ResultExport.write(other.reader(), RunQuery.all(), ExportFormat.PARQUET, folder.resolve("p"));
            assertThat(first.trials()).isEqualTo(64);
            assertThat(second).isEqualTo(first);
            assertThat(parquet).isEqualTo(first);
            assertThat(Files.readString(folder.resolve("a/trials.csv"))).isNotEqualTo(Files.readString(folder.resolve("b/trials.csv")));
            assertThat(Files.readString(folder.resolve("a/checksums.txt"))).isEqualTo(Files.readString(folder.resolve("b/checksums.txt")))
                    .contains(first.checksum() + "  all");
            ExportSummary fewer = ResultExport.write(one.reader(), RunQuery.all().withStatuses(RunStatus.OPEN), ExportFormat.CSV, folder.resolve("c"));
            assertThat(fewer.checksum()).isNotEqualTo(first.checksum());
        }
    }

    @Test
    void trialsStandInTheOrderOfRunsAndIndex() throws IOException {
        try (ResultStore store = open("one")) {
            fill(store, 5, true);
            ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("a"));
        }
        List<String> lines = Files.readAllLines(folder.resolve("a/trials.csv"));
        assertThat(lines.getFirst()).startsWith("run,variant,task,seed,trial,asked_at,told_at,status,failure,message,configuration,fidelity,reached,"
                + "resumes,trial_seed,objective_1,objective_2,objective_3,constraint_1,constraint_2,full_evaluations,worker,staleness,feedback,"
                + "cost_seconds,resources,start,finish,wall_cost_seconds");
        assertThat(lines).element(1).asString().startsWith(Samples.run(Samples.network(), "async", 7).key() + ",async,test/network,7,0,0,5,FAILED,");
        List<String> random = lines.stream().filter(line -> line.contains(",random,")).map(line -> line.substring(65, line.indexOf(',', 100))).toList();
        assertThat(random).hasSize(60);
        assertThat(random.getFirst()).startsWith("random,test/sphere/d5,1,0,");
        assertThat(random.get(21)).startsWith("random,test/sphere/d5,2,1,");
    }

    @Test
    void anImportedExportIsTheSameExport() throws IOException {
        ExportSummary before;
        try (ResultStore store = open("one")) {
            fill(store, 5, false);
            before = ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("a"));
        }
        try (ResultStore store = open("two")) {
            assertThat(CsvImport.read(folder.resolve("a"), store, "again")).isEqualTo(5);
            ExportSummary after = ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("b"));
            assertThat(after).isEqualTo(before);
            assertThat(store.reader().history(Samples.run(Samples.network(), "async", 7).key())).isEqualTo(Samples.eventful());
            assertThat(store.reader().progress("again").done()).isEqualTo(4);
            // The run without result was open and is open; the others are not imported twice.
            assertThat(CsvImport.read(folder.resolve("a"), store, "again")).isEqualTo(1);
        }
        assertThat(Files.readString(folder.resolve("b/trials.csv"))).isEqualTo(Files.readString(folder.resolve("a/trials.csv")));
    }

    /** A run that two machines worked on: every trial by the speed of the machine that made it. */
    @Test
    void evaluationTimesAreNormalizedByTheCalibrationOfTheirAttempt() throws IOException {
        RunRecord run = Samples.runs(Samples.sphere(), "random", 1).getFirst();
        try (ResultStore store = open("one")) {
            store.registerCampaign("c", "");
            store.register("c", List.of(run));
            Lease first = store.claim(run.key(), "slow", ResultStoreContract.LEASE).orElseThrow();
            try (RunWriter writer = store.writer(first, calibrated("0.010"))) {
                writer.append(Samples.ask(0));
                writer.append(Samples.sequential(0));
            }
            store.release(first);
            Lease second = store.claim(run.key(), "fast", ResultStoreContract.LEASE).orElseThrow();
            try (RunWriter writer = store.writer(second, calibrated("0.0025"))) {
                writer.append(Samples.ask(1));
                writer.append(Samples.sequential(1));
            }
            store.flush();
            assertThat(store.reader().trialAttempts(run.key())).isEqualTo(Map.of(0, 1, 1, 2));
            ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.PARQUET, folder.resolve("a"));
        }
        List<Map<String, Object>> rows = ParquetFiles.read(folder.resolve("a/trials.parquet"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).containsEntry("wall_evaluate_normalized_ns", Samples.sequential(0).times().evaluate() * 0.5);
        assertThat(rows.get(1)).containsEntry("wall_evaluate_normalized_ns", Samples.sequential(1).times().evaluate() * 2.0);
        assertThat(Samples.sequential(0).times().evaluate()).isPositive();
        assertThat(Samples.HERE.speed()).isEmpty();
        assertThat(calibrated("fast").speed()).isEmpty();
        assertThat(calibrated("0").speed()).isEmpty();
    }

    private static Provenance calibrated(String seconds) {
        return new Provenance(Samples.HERE.started(), new TreeMap<>(Map.of("calibration_seconds", seconds, "calibration_reference_seconds", "5.000e-03")));
    }

    @Test
    void aBrokenFileIsRefusedWithItsLine() throws IOException {
        try (ResultStore store = open("one")) {
            fill(store, 5, false);
            ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("a"));
        }
        Path trials = folder.resolve("a/trials.csv");
        Files.writeString(trials, Files.readString(trials).replace("random,test/sphere/d5,2,1,", "random,test/sphere/d5,2,one,"));
        try (ResultStore store = open("two")) {
            // Header, four trials of which one message holds a line break, twenty trials of seed 1, trial 0 of seed 2, then line 28.
            assertThatThrownBy(() -> CsvImport.read(folder.resolve("a"), store, "again")).isInstanceOf(StoreException.class)
                    .hasMessageContaining("'one' in column 'trial'").hasMessageContaining("line 28");
            assertThatThrownBy(() -> CsvImport.read(folder.resolve("nothing"), store, "again")).isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    @Test
    void parquetIsReadByAnIndependentReader() throws IOException {
        try (ResultStore store = open("one")) {
            fill(store, 5, false);
            ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.CSV, folder.resolve("a"));
            ResultExport.write(store.reader(), RunQuery.all(), ExportFormat.PARQUET, folder.resolve("a"));
        }
        List<String> header = List.of(Files.readAllLines(folder.resolve("a/trials.csv")).getFirst().split(","));
        List<Map<String, Object>> rows = ParquetFiles.read(folder.resolve("a/trials.parquet"));
        assertThat(rows).hasSize(64);
        assertThat(rows.get(1)).containsEntry("variant", "async").containsEntry("trial", 1L).containsEntry("objective_1", 0.25)
                .containsEntry("objective_2", Double.NaN).containsEntry("status", "PAUSED").containsEntry("constraint_2", Double.MIN_VALUE)
                .containsEntry("trial_seed", Long.MIN_VALUE + 1).doesNotContainKey("failure");
        assertThat(header).containsAll(rows.get(63).keySet());
        assertThat(rows.get(63)).containsEntry("configuration", Samples.sequential(19).configuration()).containsEntry("wall_recorded_ms", 5L);
        assertThat(ParquetFiles.read(folder.resolve("a/asks.parquet"))).hasSize(3);
        assertThat(ParquetFiles.read(folder.resolve("a/measurements.parquet"))).extracting(row -> row.get("verdict")).containsExactly("CONTINUE", "PAUSE");
    }
}
