package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Direction;
import org.optbench.results.RunQuery;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import tools.jackson.databind.JsonNode;

class IohTest {

    /** As IOHexperimenter 0.3.3 writes it, analyzer.hpp: a maximised function, two runs, positions stored. */
    private static final String JSON = """
            {
                "version": "0.3.3",
                "suite": "PBO",
                "function_id": 1,
                "function_name": "OneMax",
                "maximization": true,
                "algorithm": {"name": "RLS", "info": "test"},
                "attributes": ["evaluations", "raw_y"],
                "scenarios": [
                    {"dimension": 2,
                    "path": "data_f1_OneMax/IOHprofiler_f1_DIM2.dat",
                    "runs": [
                        {"instance": 1, "evals": 5, "best": {"evals": 3, "y": 2.0, "x": [1, 1]}},
                        {"instance": 1, "evals": 2, "best": {"evals": 2, "y": 2.0, "x": [1, 1]}}
                    ]}
                ]
            }
            """;
    private static final String DATA = """
            evaluations raw_y x0 x1
            1 0.0000000000 0.000000 0.000000
            3 2.0000000000 1.000000 1.000000
            evaluations raw_y x0 x1
            1 1.0000000000 1.000000 0.000000
            2 2.0000000000 1.000000 1.000000
            """;

    @TempDir private Path folder;

    @Test
    void readsWhatIohExperimenterWrites() throws IOException {
        write(JSON, DATA);
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.IOH, folder, database.store, ImportOptions.into("ioh")).runs()).isEqualTo(2);
            RunView first = database.runs("ioh").getFirst();
            assertThat(first.run().task().id()).hasToString("ioh/PBO/f1-OneMax/d2/i1");
            assertThat(first.run().task().objectives().getFirst().direction()).isEqualTo(Direction.MAXIMIZE);
            assertThat(database.runs("ioh")).extracting(view -> view.run().seed()).containsExactly(1L, 2L);
            assertThat(database.best(first)).isEqualTo(new TreeMap<>(Map.of(1L, -0.0, 3L, -2.0, 5L, -2.0)));
            assertThat(database.reader().trials(first.run().key()).get(1).configuration()).isEqualTo("{\"x1\":1.0,\"x2\":1.0}");
        }
    }

    @Test
    void exportComesBackUnchanged() throws IOException {
        try (Recorded own = new Recorded(); Recorded other = new Recorded()) {
            TaskSnapshot sphere = Recorded.function("bbob/f1/d2/i3", 2, 79.48);
            TaskSnapshot branin = Recorded.function("classic/branin", 2, 0.397887);
            own.run("cma-es", sphere, 4, 90.5, 85.25, 88, 79.5, 79.48, 81);
            own.run("cma-es", branin, 7, Double.NaN, 3, 4, 2);
            ExchangeSummary summary = IohExport.write(own.reader(), RunQuery.all(), folder);
            assertThat(summary.runs()).isEqualTo(2);
            assertThat(summary.leftOut()).isEmpty();

            JsonNode index = Json.object(folder.resolve("cma-es/IOHprofiler_f1_f1.json"));
            assertThat(index.path("suite").asString()).isEqualTo("BBOB");
            assertThat(index.path("scenarios").path(0).path("runs").path(0).path("instance").asInt()).isEqualTo(3);
            assertThat(index.path("scenarios").path(0).path("runs").path(0).path("best").path("evals").asInt()).isEqualTo(5);
            assertThat(Files.readString(folder.resolve("cma-es").resolve(index.path("scenarios").path(0).path("path").asString())))
                    .startsWith("evaluations raw_y\n1 11.019").endsWith("\n5 0.0\n6 1.519999999999996\n");

            ImportSummary back = ResultImport.read(ImportFormat.IOH, folder, other.store, ImportOptions.into("back")
                    .withTasks(id -> Optional.of(id.equals(sphere.id()) ? sphere : branin).filter(task -> task.id().equals(id))));
            assertThat(back.matched()).isEqualTo(2);
            for (RunView view : own.runs(Recorded.CAMPAIGN)) {
                RunView same = other.runs("back").stream().filter(run -> run.run().task().equals(view.run().task())).findFirst().orElseThrow();
                assertThat(same.run().seed()).isEqualTo(view.run().seed());
                Map<Long, Double> before = own.best(view);
                assertThat(other.best(same)).isNotEmpty().allSatisfy((evaluations, value) -> assertThat(value)
                        .isCloseTo(before.getOrDefault(evaluations, Double.NaN), Offset.offset(1e-13)));
                assertThat(same.summary().orElseThrow().fullEvaluations()).isEqualTo(view.summary().orElseThrow().fullEvaluations());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            json | "'function_id': 1," | | 'function_id' is missing
            json | "'dimension': 2" | "'dimension': '2'" | 'dimension' is "2"
            json | "{'name': 'RLS', 'info': 'test'}" | "{}" | 'name' is missing
            json | "'evals': 5" | "'evals': 2" | says it has 2
            json | _DIM2 | _DIM3 | which is not there
            json | "'scenarios': [" | "'scenarios': [[" | it is not JSON
            data | 3 2.0000000000 | 3 2x | line 3
            data | 3 2.0000000000 1.000000 1.000000 | 3 2.0000000000 | it has 2 columns, the header 4
            data | 3 2.0 | 1 2.0 | evaluations must rise
            data | raw_y | penalty | none of which is one of
            data | evaluations raw_y x0 x1 | | before the first header
            """)
    void saysWhatIsWrongOnce(String file, String replaced, String by, String message) throws IOException {
        String from = replaced.replace('\'', '"');
        String to = by == null ? "" : by.replace('\'', '"');
        assertThat(file.equals("json") ? JSON : DATA).contains(from);
        String changed = (file.equals("json") ? JSON : DATA).replaceFirst(java.util.regex.Pattern.quote(from),
                java.util.regex.Matcher.quoteReplacement(to));
        write(file.equals("json") ? changed : JSON, file.equals("json") ? DATA : changed);
        Broken.refuses(ImportFormat.IOH, folder, message);
    }

    @Test
    void aLostRunIsAnError() throws IOException {
        write(JSON, DATA.substring(0, DATA.lastIndexOf("evaluations")));
        Broken.refuses(ImportFormat.IOH, folder, "it holds 1 runs, but 'IOHprofiler_f1_OneMax.json' lists 2");
    }

    private void write(String json, String data) throws IOException {
        Files.createDirectories(folder.resolve("data_f1_OneMax"));
        Files.writeString(folder.resolve("IOHprofiler_f1_OneMax.json"), json);
        Files.writeString(folder.resolve("data_f1_OneMax/IOHprofiler_f1_DIM2.dat"), data);
    }
}
