package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.FailureKind;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskType;
import org.optbench.results.RunView;
import org.optbench.results.TrialRecord;

class CarpsTest {

    private static final String CONFIG = """
            optimizer_id: SMAC3-1.0
            task_id: yahpo/rbv2_svm/458
            benchmark_id: YAHPO
            seed: 3
            outdir: ${baserundir}/x
            """;
    private static final String LOG = """
            {"n_trials": 0.25, "n_function_calls": 1, "trial_info": {"config": [0.5, 3, "rbf", null], "instance": null, "seed": null, "budget": 5.0, "normalized_budget": 0.25, "name": null, "checkpoint": null}, "trial_value": {"cost": 0.5, "time": 0.25, "virtual_time": 10.0, "status": 1, "starttime": 1700000000.0, "endtime": 1700000001.0, "additional_info": {}}}
            {"n_trials": 1.25, "n_function_calls": 2, "trial_info": {"config": [0.25, 4, "poly", 7], "instance": null, "seed": null, "budget": 20.0, "normalized_budget": 1.0, "name": null, "checkpoint": null}, "trial_value": {"cost": 0.125, "time": 0.25, "virtual_time": 30.0, "status": 1, "starttime": 1700000001.0, "endtime": 1700000002.0, "additional_info": {}}}
            {"n_trials": 1.5, "n_function_calls": 3, "trial_info": {"config": [0.125, 4, "poly", 7], "instance": null, "seed": null, "budget": 5.0, "normalized_budget": 0.25, "name": null, "checkpoint": null}, "trial_value": {"cost": 1.0, "time": 0.25, "virtual_time": 2.0, "status": 3, "starttime": 1700000002.0, "endtime": 1700000003.0, "additional_info": {}}}
            """;

    @TempDir private Path folder;

    @Test
    void readsARunFolder() throws IOException {
        write(CONFIG, LOG);
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.CARPS, folder, database.store, ImportOptions.into("carps")).runs()).isEqualTo(1);
            RunView run = database.runs("carps").getFirst();
            assertThat(run.run().optimizer().variant()).isEqualTo("SMAC3-1.0");
            assertThat(run.run().task().id()).hasToString("carps/yahpo/rbv2_svm/458");
            assertThat(run.run().task().type()).isEqualTo(TaskType.MULTI_FIDELITY);
            assertThat(run.run().task().clock()).as("virtual time").isEqualTo(TaskClock.SIMULATED);
            assertThat(run.run().seed()).isEqualTo(3);
            List<TrialRecord> trials = database.reader().trials(run.run().key());
            assertThat(trials).extracting(TrialRecord::configuration).startsWith("{\"x1\":0.5,\"x2\":3,\"x3\":\"rbf\"}",
                    "{\"x1\":0.25,\"x2\":4,\"x3\":\"poly\",\"x4\":7}");
            assertThat(trials).extracting(trial -> trial.clock().finish()).as("virtual seconds only").containsExactly(10.0, 40.0, 42.0);
            assertThat(trials.getLast().failure()).isEqualTo(Optional.of(FailureKind.TIMEOUT));
            assertThat(run.summary().orElseThrow().fullEvaluations()).isEqualTo(1.5);
            assertThat(database.best(run)).isEqualTo(new TreeMap<>(Map.of(0L, 0.5, 1L, 0.125)));
            assertThat(database.reader().attempts(run.run().key()).getFirst().provenance().orElseThrow().facts())
                    .containsEntry("source", "SMAC3/3/trial_logs.jsonl");
        }
    }

    @Test
    void readsSeveralCostsOnWallTime() throws IOException {
        write(CONFIG, LOG.replaceAll("\"cost\": ([0-9.]+)", "\"cost\": [$1, 2.0]").replaceAll("\"virtual_time\": [0-9.]+", "\"virtual_time\": 0.0")
                .replaceAll("\"normalized_budget\": [0-9.]+", "\"normalized_budget\": null"));
        try (Recorded database = new Recorded()) {
            ResultImport.read(ImportFormat.CARPS, folder, database.store, ImportOptions.into("carps"));
            RunView run = database.runs("carps").getFirst();
            assertThat(run.run().task().type()).isEqualTo(TaskType.MULTI_OBJECTIVE);
            assertThat(run.run().task().clock()).isEqualTo(TaskClock.WALL);
            List<TrialRecord> trials = database.reader().trials(run.run().key());
            assertThat(trials.getFirst().objectives()).containsExactly(0.5, 2.0);
            assertThat(trials).extracting(trial -> trial.clock().finish()).containsExactly(1.0, 2.0, 3.0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            config | "seed: 3" | | 'seed' is missing
            config | "seed: 3" | "seed: x" | 'seed' is "x"
            config | "task_id: yahpo/rbv2_svm/458" | "task_id: ${task}" | 'task_id' is '${task}'
            config | optimizer_id | name | 'optimizer_id' is missing
            config | "seed: 3" | "seed: [3" | it is not YAML
            log | "'cost': 0.125" | "'cost': 'x'" | line 2: it needs trial_info
            log | "'config': [0.25" | "'config': [[0.25" | line 2: it is not JSON
            log | "'cost': 0.125" | "'cost': [1, 2]" | "line 2: it has 2 costs, the first line 1"
            """)
    void saysWhatIsWrongOnce(String file, String replaced, String by, String message) throws IOException {
        String from = replaced.replace('\'', '"');
        String to = by == null ? "" : by.replace('\'', '"');
        assertThat(file.equals("config") ? CONFIG : LOG).contains(from);
        write(file.equals("config") ? CONFIG.replace(from, to) : CONFIG, file.equals("log") ? LOG.replace(from, to) : LOG);
        Broken.refuses(ImportFormat.CARPS, folder, message);
    }

    @Test
    void aLogWithoutItsSettingsIsAnError() throws IOException {
        write(CONFIG, LOG);
        Files.delete(folder.resolve("SMAC3/3/.hydra/config.yaml"));
        Broken.refuses(ImportFormat.CARPS, folder, "beside it is no .hydra/config.yaml");
    }

    private void write(String config, String log) throws IOException {
        Files.createDirectories(folder.resolve("SMAC3/3/.hydra"));
        Files.writeString(folder.resolve("SMAC3/3/.hydra/config.yaml"), config);
        Files.writeString(folder.resolve("SMAC3/3/trial_logs.jsonl"), log);
    }
}
