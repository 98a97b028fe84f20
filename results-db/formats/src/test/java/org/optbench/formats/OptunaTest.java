package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.FailureKind;
import org.optbench.model.task.TaskType;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunView;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import tools.jackson.databind.JsonNode;

class OptunaTest {

    /** The tables of schema 12 as Optuna 3.1.0 makes them, with a study written by hand. */
    private static final List<String> STUDY = List.of("CREATE TABLE version_info (version_info_id INTEGER, schema_version INTEGER, library_version VARCHAR)",
            "CREATE TABLE studies (study_id INTEGER, study_name VARCHAR)",
            "CREATE TABLE study_directions (study_direction_id INTEGER, direction VARCHAR, study_id INTEGER, objective INTEGER)",
            "CREATE TABLE study_user_attributes (study_user_attribute_id INTEGER, study_id INTEGER, \"key\" VARCHAR, value_json TEXT)",
            "CREATE TABLE trials (trial_id INTEGER, number INTEGER, study_id INTEGER, state VARCHAR, datetime_start DATETIME, datetime_complete DATETIME)",
            "CREATE TABLE trial_params (param_id INTEGER, trial_id INTEGER, param_name VARCHAR, param_value FLOAT, distribution_json TEXT)",
            "CREATE TABLE trial_values (trial_value_id INTEGER, trial_id INTEGER, objective INTEGER, value FLOAT, value_type VARCHAR)",
            "CREATE TABLE trial_intermediate_values (trial_intermediate_value_id INTEGER, trial_id INTEGER, step INTEGER, intermediate_value FLOAT, "
                    + "intermediate_value_type VARCHAR)",
            "INSERT INTO version_info VALUES (1, 12, '3.1.0')", "INSERT INTO studies VALUES (1, 'my study')",
            "INSERT INTO study_directions VALUES (1, 'MAXIMIZE', 1, 0)",
            "INSERT INTO study_user_attributes VALUES (1, 1, 'seed', '5'), (2, 1, 'optimizer', '\"tpe\"')",
            "INSERT INTO trials VALUES (1, 0, 1, 'COMPLETE', '2026-01-01 10:00:00.000000', '2026-01-01 10:00:04.000000'), "
                    + "(2, 1, 1, 'PRUNED', '2026-01-01 10:00:01.500000', '2026-01-01 10:00:02.500000'), "
                    + "(3, 2, 1, 'FAIL', '2026-01-01 10:00:05.000000', '2026-01-01 10:00:06.000000'), "
                    + "(4, 3, 1, 'RUNNING', '2026-01-01 10:00:05.000000', NULL), "
                    + "(5, 4, 1, 'COMPLETE', '2026-01-01 10:00:07.000000', '2026-01-01 10:00:08.000000')",
            "INSERT INTO trial_params VALUES (1, 1, 'x', 0.5, '{\"name\": \"FloatDistribution\", \"attributes\": {\"low\": 0.0, \"high\": 1.0}}'), "
                    + "(2, 1, 'c', 1.0, '{\"name\": \"CategoricalDistribution\", \"attributes\": {\"choices\": [\"a\", 2, null]}}'), "
                    + "(3, 1, 'n', 7.0, '{\"name\": \"IntDistribution\", \"attributes\": {\"low\": 1, \"high\": 9}}')",
            "INSERT INTO trial_values VALUES (1, 1, 0, 0.75, 'FINITE'), (2, 2, 0, 0.25, 'FINITE'), (3, 5, 0, NULL, 'INF_POS')",
            "INSERT INTO trial_intermediate_values VALUES (1, 1, 0, 0.5, 'FINITE'), (2, 1, 3, 0.75, 'FINITE'), (3, 2, 0, 0.25, 'FINITE')");

    @TempDir private Path folder;

    @Test
    void readsStatesValuesAndSteps() throws SQLException {
        write(STUDY);
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.OPTUNA, folder, database.store, ImportOptions.into("optuna")).runs()).isEqualTo(1);
            RunView run = database.runs("optuna").getFirst();
            assertThat(run.run().optimizer().variant()).isEqualTo("tpe");
            assertThat(run.run().seed()).isEqualTo(5);
            assertThat(run.run().workers()).as("two trials ran side by side").isEqualTo(2);
            assertThat(run.run().task().id()).hasToString("optuna/my-study");
            assertThat(run.run().task().type()).isEqualTo(TaskType.MULTI_FIDELITY);
            List<TrialRecord> trials = database.reader().trials(run.run().key());
            assertThat(trials).extracting(TrialRecord::status).as("in the order of completion")
                    .containsExactly(TrialStatus.STOPPED, TrialStatus.SUCCESS, TrialStatus.FAILED, TrialStatus.FAILED);
            assertThat(trials).extracting(trial -> trial.failure()).endsWith(Optional.of(FailureKind.CRASH), Optional.of(FailureKind.NOT_A_NUMBER));
            assertThat(trials.getFirst().reached().level("step")).isEqualTo(1);
            assertThat(trials).extracting(trial -> trial.clock().fullEvaluations()).startsWith(0.25, 1.0);
            assertThat(trials).extracting(trial -> trial.clock().start()).containsExactly(1.5, 0.0, 5.0, 7.0);
            assertThat(trials.get(1).configuration()).isEqualTo("{\"c\":\"2\",\"n\":7,\"x\":0.5}");
            assertThat(database.reader().measurements(run.run().key())).extracting(MeasurementRecord::trial).containsExactly(0, 1, 1);
        }
    }

    @Test
    void readsWhatOptunaWrites() throws IOException, InterruptedException {
        Path file = folder.resolve("real.db");
        String script = """
                import json, sys, optuna
                optuna.logging.set_verbosity(optuna.logging.ERROR)
                storage = "sqlite:///" + sys.argv[1]
                one = optuna.create_study(storage=storage, study_name="one", direction="maximize", sampler=optuna.samplers.TPESampler(seed=1))
                def objective(trial):
                    x = trial.suggest_float("x", 1e-3, 1, log=True)
                    c = trial.suggest_categorical("c", ["a", 2, None, True])
                    n = trial.suggest_int("n", 1, 9)
                    for step in range(3): trial.report(step * x, step)
                    if trial.number == 3: raise optuna.TrialPruned()
                    if trial.number == 4: raise ValueError("broken")
                    return x * n
                one.optimize(objective, n_trials=8, catch=(ValueError,))
                two = optuna.create_study(storage=storage, study_name="two", directions=["minimize", "maximize"])
                two.optimize(lambda t: (t.suggest_float("x", 0, 1), t.suggest_float("y", 0, 1)), n_trials=4)
                print(json.dumps([[t.number, t.state.name, t.values, {k: str(v) for k, v in t.params.items()}] for s in (one, two) for t in s.trials]))
                """;
        Path log = folder.resolve("log.txt");
        Optional<String> answer = python(script, file, log);
        Assumptions.assumeTrue(answer.isPresent(), "no python3 with Optuna: its own file was not read");
        JsonNode told = Json.MAPPER.readTree(answer.orElseThrow());
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.OPTUNA, file, database.store, ImportOptions.into("optuna")).runs()).isEqualTo(2);
            List<RunView> runs = database.runs("optuna");
            assertThat(runs).extracting(run -> run.run().task().id().text()).containsExactly("optuna/one", "optuna/two");
            List<TrialRecord> all = new java.util.ArrayList<>(database.reader().trials(runs.getFirst().run().key()));
            all.addAll(database.reader().trials(runs.get(1).run().key()));
            assertThat(all).hasSize(12).hasSize(told.size());
            Map<String, TrialStatus> states = Map.of("COMPLETE", TrialStatus.SUCCESS, "PRUNED", TrialStatus.STOPPED, "FAIL", TrialStatus.FAILED);
            for (int i = 0; i < 12; i++) {
                assertThat(all.get(i).status()).isEqualTo(states.get(told.get(i).get(1).asString()));
                if (all.get(i).status() == TrialStatus.SUCCESS) {
                    assertThat(all.get(i).objectives()).containsExactly(told.get(i).get(2).valueStream().mapToDouble(JsonNode::asDouble).toArray());
                }
                assertThat(Json.MAPPER.readTree(all.get(i).configuration()).path("x").asDouble())
                        .isEqualTo(Double.parseDouble(told.get(i).get(3).path("x").asString()));
            }
        }
    }

    private Optional<String> python(String script, Path file, Path log) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder("/usr/bin/python3", "-c", script, file.toString()).redirectOutput(log.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            return process.exitValue() == 0 ? Files.readAllLines(log).stream().reduce((a, b) -> b) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            (1, 12, | (1, 9, | "its schema has version '9', but only 12 can be read"
            'MAXIMIZE' | 'NOT_SET' | "has the directions [NOT_SET]"
            "'seed', '5'" | "'seed', '-5'" | "user attribute seed = '-5'"
            "(1, 1, 0, 0.75, 'FINITE'), " | "" | "trial 0 of study 'my study' has 0 values, the study 1 objectives"
            "'c', 1.0" | "'c', 4.0" | "parameter 'c' has choice number 4.0"
            trial_params | other_params | no such table
            """)
    void saysWhatIsWrongOnce(String replaced, String by, String message) throws SQLException {
        assertThat(STUDY).anyMatch(statement -> statement.contains(replaced));
        write(STUDY.stream().map(statement -> statement.replace(replaced, by == null ? "" : by)).toList());
        Broken.refuses(ImportFormat.OPTUNA, folder, message, "study.db");
    }

    @Test
    void aFileThatIsNoDatabaseIsAnError() throws IOException {
        Files.writeString(folder.resolve("study.db"), "This is no database, but a text of more than sixteen bytes.");
        Broken.refuses(ImportFormat.OPTUNA, folder, "no readable SQLite file of Optuna");
    }

    private void write(List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("study.db"));
                Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.executeUpdate(text);
            }
        }
    }
}
