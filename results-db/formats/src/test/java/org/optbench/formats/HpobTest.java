package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.results.RunView;

class HpobTest {

    @TempDir private Path folder;

    @Test
    void theFirstValueStandsAfterTheInitialDesign() throws IOException {
        Files.writeString(folder.resolve("GP.json"), """
                {"4796": {"3549": {"test0": [0.5, 0.75, 0.75], "test1": [1.0]}}}""");
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.HPOB, folder, database.store, ImportOptions.into("hpo-b").withOptimizer("my gp")).runs()).isEqualTo(2);
            RunView run = database.runs("hpo-b").getFirst();
            assertThat(run.run().optimizer().variant()).isEqualTo("my gp");
            assertThat(run.run().task().id()).hasToString("hpo-b/4796/3549");
            assertThat(run.run().seed()).isZero();
            assertThat(database.best(run)).isEqualTo(new TreeMap<>(Map.of(5L, -0.5, 6L, -0.75, 7L, -0.75)));
            assertThat(run.summary().orElseThrow().fullEvaluations()).isEqualTo(7);
        }
    }

    @Test
    void readsThePublishedResults() {
        Optional<Path> shared = shared();
        Assumptions.assumeTrue(shared.isPresent(), "no reference data beside the project: the published results were not read");
        try (Recorded database = new Recorded()) {
            Path file = shared.orElseThrow().resolve("reference/hpob_results/RF.json");
            int runs = 0;
            for (Map.Entry<String, tools.jackson.databind.JsonNode> space : Json.object(file).properties()) {
                for (Map.Entry<String, tools.jackson.databind.JsonNode> set : space.getValue().properties()) {
                    runs += set.getValue().size();
                }
            }
            ImportSummary summary = ResultImport.read(ImportFormat.HPOB, file, database.store, ImportOptions.into("hpo-b"));
            assertThat(summary.runs()).isEqualTo(runs).isPositive();
            assertThat(database.runs("hpo-b")).hasSize(runs).allSatisfy(run -> assertThat(run.summary().orElseThrow().trials()).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]|one JSON object", "{}|search spaces must be a JSON object that is not empty", "{\"1\": {\"2\": {\"test0\": 3}}}|must be a list",
            "{\"1\": {\"2\": {\"test0\": [0.5, \"x\"]}}}|at position 1, which is no number", "{\"1\": {\"2\": {\"test0\": [0.5, 0.4]}}}|never falls",
            "{\"1\": {\"2\": {\"first\": [0.5]}}}|the seed is called 'first'", "{\"1\": {\"2\": |it is not JSON"})
    void saysWhatIsWrongOnce(String example) throws IOException {
        String[] parts = example.split("\\|");
        Files.writeString(folder.resolve("bad.json"), parts[0]);
        Broken.refuses(ImportFormat.HPOB, folder.resolve("bad.json"), parts[1], "bad.json");
    }

    private static Optional<Path> shared() {
        String property = System.getProperty("optbench.shared");
        if (property != null) {
            return Optional.of(Path.of(property, "data"));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent).map(dir -> dir.resolve("shared/data"))
                .filter(Files::isDirectory).findFirst();
    }
}
