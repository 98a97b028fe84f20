package org.optbench.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.results.RunQuery;
import org.optbench.results.RunView;
import org.optbench.results.StoreException;
import org.optbench.results.TaskSnapshot;

class CocoTest {

    /** As COCO 2.6 writes it: an .info of two dimensions, two runs each; written by hand after logger_bbob.c. */
    private static final Map<String, String> COCO = Map.of("bbobexp_f1.info", """
            suite = 'bbob', funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'RS, seeded', coco_version = '2.6.3', logger = 'bbob', data_format = 'bbob-new2'
            % a comment
            data_f1/bbobexp_f1_DIM2.dat, 1:40|5.0e-02, 2:30|1.0e+00
            """, "data_f1/bbobexp_f1_DIM2.dat", """
            % f evaluations | g evaluations | best noise-free fitness - Fopt (7.948000000000e+01) + sum g_i+ | measured fitness | best | x1 | x2...
            1 0 +4.000000000e+00 +8.348000000e+01 +8.348000000e+01 +1.0000e+00 -2.0000e+00
            7 0 +5.000000000e-02 +7.953000000e+01 +7.953000000e+01 +2.5000e-01 +3.5000e-01
            % f evaluations | g evaluations | best noise-free fitness - Fopt (3.942100000000e+02) + sum g_i+ | measured fitness | best | x1 | x2...
            1 0 +1.000000000e+00 +3.952100000e+02 +3.952100000e+02 +0.0000e+00 +0.0000e+00
            """, "data_f1/bbobexp_f1_DIM2.tdat", """
            % f evaluations | g evaluations | best noise-free fitness - Fopt (7.948000000000e+01) + sum g_i+ | measured fitness | best | x1 | x2...
            1 0 +4.000000000e+00 +8.348000000e+01 +8.348000000e+01 +1.0000e+00 -2.0000e+00
            10 0 +5.000000000e-02 +9.953000000e+01 +7.953000000e+01 +2.0000e+00 +2.0000e+00
            40 0 +5.000000000e-02 +9.953000000e+01 +7.953000000e+01 +2.0000e+00 +2.0000e+00
            % f evaluations | g evaluations | best noise-free fitness - Fopt (3.942100000000e+02) + sum g_i+ | measured fitness | best | x1 | x2...
            1 0 +1.000000000e+00 +3.952100000e+02 +3.952100000e+02 +0.0000e+00 +0.0000e+00
            30 0 +1.000000000e+00 +3.992100000e+02 +3.952100000e+02 +1.0000e+00 +1.0000e+00
            """);

    @TempDir private Path folder;

    @Test
    void exportKeepsTheStrictFormatAndComesBackUnchanged() throws IOException {
        try (Recorded own = new Recorded(); Recorded other = new Recorded()) {
            TaskSnapshot sphere2 = Recorded.function("bbob/f1/d2/i1", 2, 79.48);
            TaskSnapshot sphere10 = Recorded.function("bbob/f1/d10/i3", 10, -50);
            own.run("cma es", sphere2, 1, 90.5, 85.25, 88, 79.5, 79.48 + 1e-9, 81);
            own.run("cma es", sphere2, 2, Double.NaN, 85, 84);
            own.run("cma es", sphere10, 1, 10, -49.999, -20);
            own.run("random", Recorded.function("bbob/f8/d3/i2", 3, 0), 1, 3, 2, 1);
            own.run("random", Recorded.function("classic/branin", 2, 0.397887), 1, 3);
            ExchangeSummary summary = CocoExport.write(own.reader(), RunQuery.all(), folder);
            assertThat(summary.runs()).isEqualTo(4);
            assertThat(summary.leftOut()).containsOnlyKeys("classic/branin");

            List<CocoFiles.Entry> entries = CocoFiles.read(folder.resolve("bbob/cma-es/bbobexp_f1.info"));
            assertThat(entries).extracting(CocoFiles.Entry::dimension).containsExactly(2, 10);
            assertThat(entries.getFirst().algorithm()).isEqualTo("cma-es");
            assertThat(entries.getFirst().runs()).extracting(CocoFiles.Run::instance).containsExactly(1, 1);
            CocoFiles.Run first = entries.getFirst().runs().getFirst();
            assertThat(first.byTarget()).extracting(row -> row[0]).containsExactly(1.0, 2.0, 4.0, 5.0);
            assertThat(first.byTarget().getLast()[2]).isEqualTo(79.48 + 1e-9 - 79.48);
            assertThat(entries.getFirst().runs().get(1).byTarget().getFirst()[3]).as("COCO's own stand-in for NaN").isEqualTo(8.8888e88);

            ImportSummary back = ResultImport.read(ImportFormat.COCO, folder, other.store,
                    ImportOptions.into("back").withTasks(id -> Optional.of(id.text().contains("d10") ? sphere10 : sphere2).filter(t -> t.id().equals(id))));
            assertThat(back.runs()).isEqualTo(4);
            assertThat(back.matched()).isEqualTo(3);
            for (RunView view : own.runs(Recorded.CAMPAIGN)) {
                if (view.run().task().id().text().startsWith("bbob/f1/")) {
                    RunView same = other.runs("back").stream().filter(run -> run.run().task().equals(view.run().task())
                            && run.run().seed() == view.run().seed()).findFirst().orElseThrow();
                    Map<Long, Double> before = own.best(view);
                    other.best(same).forEach((evaluations, value) -> {
                        if (value < 1e80) {
                            assertThat(value).as("after %s evaluations", evaluations).isCloseTo(before.getOrDefault(evaluations, Double.NaN),
                                    org.assertj.core.data.Offset.offset(1e-13));
                        }
                    });
                    assertThat(same.summary().orElseThrow().fullEvaluations()).isEqualTo(view.summary().orElseThrow().fullEvaluations());
                }
            }
        }
    }

    @Test
    void constraintsAreExportedAsDigitsAndAddedViolations() throws IOException {
        try (Recorded own = new Recorded()) {
            TaskSnapshot task = Recorded.function("bbob-constrained/f1/d2/i1", 2, 10, Constraint.of("g1"), Constraint.of("g2"));
            own.run("random", task, 1, new double[]{5, 12, 11}, new double[][]{{2, -1}, {0.05, -1}, {-1, 0}});
            CocoExport.write(own.reader(), RunQuery.all(), folder);
            CocoFiles.Run run = CocoFiles.read(folder.resolve("bbob-constrained/random/bbobexp_f1.info")).getFirst().runs().getFirst();
            // max(5, 10) - 10 + 2; 12 - 10 + 0.05 is no improvement; 11 - 10
            assertThat(run.byTarget()).extracting(row -> row[2]).containsExactly(2.0, 1.0);
            assertThat(run.byTarget()).extracting(row -> row[1]).containsExactly(1.0, 3.0);
            assertThat(run.fifth()).containsExactly("90", "00");
        }
    }

    @Test
    void neverWritesIntoAnExportThatIsThere() {
        try (Recorded own = new Recorded()) {
            own.run("random", Recorded.function("bbob/f1/d2/i1", 2, 0), 1, 3);
            CocoExport.write(own.reader(), RunQuery.all(), folder);
            assertThatThrownBy(() -> CocoExport.write(own.reader(), RunQuery.all(), folder)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("exists already").hasMessageContaining("Maybe");
        }
    }

    @Test
    void readsWhatCocoWrites() throws IOException {
        write(Map.of());
        try (Recorded database = new Recorded()) {
            ImportSummary summary = ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("old"));
            assertThat(summary.runs()).isEqualTo(2);
            assertThat(summary.matched()).isZero();
            RunView run = database.runs("old").getFirst();
            assertThat(run.run().optimizer().variant()).isEqualTo("RS, seeded");
            assertThat(run.run().task().id()).hasToString("coco/bbob/f1/d2/i1");
            assertThat(run.run().task().objectives()).containsExactly(Objective.minimize("value").withOptimum(79.48));
            assertThat(database.best(run)).containsOnlyKeys(1L, 7L, 10L, 40L).containsEntry(1L, 83.48).containsEntry(7L, 79.48 + 0.05)
                    .containsEntry(40L, 79.48 + 0.05);
            assertThat(database.reader().trials(run.run().key()).get(1).configuration()).isEqualTo("{\"x1\":0.25,\"x2\":0.35}");
            assertThat(run.summary().orElseThrow().fullEvaluations()).isEqualTo(40);
            assertThat(database.reader().attempts(run.run().key()).getFirst().provenance().orElseThrow().facts()).containsEntry("imported_from", "coco")
                    .containsKey("source");
            ImportSummary again = ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("old"));
            assertThat(again.runs()).isZero();
            assertThat(again.there()).isEqualTo(2);
        }
    }

    @Test
    void changedDataNeverOverwrite() throws IOException {
        write(Map.of());
        try (Recorded database = new Recorded()) {
            ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("old"));
            RunView before = database.runs("old").getFirst();
            Map<Long, Double> values = database.best(before);
            write(Map.of("data_f1/bbobexp_f1_DIM2.dat", COCO.getOrDefault("data_f1/bbobexp_f1_DIM2.dat", "").replace("+4.000000000e+00", "+3.000000000e+00"),
                    "data_f1/bbobexp_f1_DIM2.tdat", COCO.getOrDefault("data_f1/bbobexp_f1_DIM2.tdat", "").replace("+4.000000000e+00", "+3.000000000e+00")));
            assertThatThrownBy(() -> ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("old")))
                    .isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CONFLICT))
                    .hasMessageContaining("'RS, seeded' on 'coco/bbob/f1/d2/i1' with seed 1").hasMessageContaining("Maybe");
            assertThat(database.best(database.runs("old").getFirst())).isEqualTo(values);
            assertThat(ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("new")).runs()).isEqualTo(1);
            assertThat(database.runs("old")).hasSize(2);
        }
    }

    @Test
    void aTaskWithAnotherOptimumIsNotTheSame() throws IOException {
        write(Map.of());
        try (Recorded database = new Recorded()) {
            ImportSummary summary = ResultImport.read(ImportFormat.COCO, folder, database.store, ImportOptions.into("old")
                    .withTasks(id -> Optional.of(Recorded.function(id.text(), 2, id.text().endsWith("i1") ? 79.48 : 17))));
            assertThat(summary.matched()).isEqualTo(1);
            assertThat(summary.notes()).singleElement().asString().contains("bbob/f1/d2/i2", "optimum 17.0", "394.21");
            assertThat(database.runs("old")).extracting(view -> view.run().task().id().text()).containsExactly("bbob/f1/d2/i1", "coco/bbob/f1/d2/i2");
        }
    }

    @Test
    void readsPackedFolders() throws IOException {
        Path packed = folder.resolve("RS.tar.gz");
        try (OutputStream raw = Files.newOutputStream(packed); TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(raw))) {
            for (Map.Entry<String, String> file : COCO.entrySet()) {
                byte[] bytes = file.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                var entry = new org.apache.commons.compress.archivers.tar.TarArchiveEntry("RS/" + file.getKey());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        try (Recorded database = new Recorded()) {
            assertThat(ResultImport.read(ImportFormat.COCO, packed, database.store, ImportOptions.into("packed")).runs()).isEqualTo(2);
            Files.write(packed, java.util.Arrays.copyOf(Files.readAllBytes(packed), 100));
            assertThatThrownBy(() -> ResultImport.read(ImportFormat.COCO, packed, database.store, ImportOptions.into("cut")))
                    .isInstanceOf(StoreException.class).hasMessageContaining("RS.tar.gz").hasMessageContaining("Maybe");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            bbobexp_f1.info | funcId = 1 | funcId = x | line 1: the header has funcId = 'x'
            bbobexp_f1.info | algId = 'RS, seeded', | | the header names no algId
            bbobexp_f1.info | bbob-new2 | bbob-new9 | data_format 'bbob-new9'
            bbobexp_f1.info | 2:30 | 2;30 | '2;30
            bbobexp_f1.info | suite = | "suite = 'bbob-biobj', indicator = 'hyp', x =" | hypervolumes
            bbobexp_f1.info | 1:40 | 1:20 | "says it has 20"
            bbobexp_f1.info | ", 2:30" | ", 7, 2:30" | holds 2 runs
            bbobexp_f1.info | _DIM2.dat | _DIM3.dat | which is not there
            data_f1/bbobexp_f1_DIM2.dat | 7 0 +5 | 7 0 +5x | is no number
            data_f1/bbobexp_f1_DIM2.dat | 7 0 +5.000000000e-02 | 7 0 +5.000000000e+02 | evaluations must rise and the best value must not
            data_f1/bbobexp_f1_DIM2.dat | 7 0 | 1 0 | evaluations must rise
            data_f1/bbobexp_f1_DIM2.dat | 7 0 | 7.5 0 | must be a whole number
            """)
    void saysWhatIsWrongOnce(String file, String replaced, String by, String message) throws IOException {
        String text = COCO.getOrDefault(file, "");
        assertThat(text).contains(replaced);
        write(Map.of(file, text.replaceFirst(java.util.regex.Pattern.quote(replaced), java.util.regex.Matcher.quoteReplacement(by == null ? "" : by))));
        Broken.refuses(ImportFormat.COCO, folder, message, "bbobexp_f1");
    }

    @Test
    void anEmptyFolderAndAMissingOneAreErrors() {
        Broken.refuses(ImportFormat.COCO, folder, "holds no run in the format coco");
        Broken.refuses(ImportFormat.COCO, folder.resolve("none"), "no such file or folder");
    }

    @Test
    void theEvaluationsOfTimedRecordsAreThoseOfCoco() {
        // 1, 2, 5 times 10^k times the dimension, and floor(10^(k/20)); in 3 dimensions up to 30
        assertThat(Stream.iterate(1L, i -> i + 1).limit(40).filter(i -> CocoExport.isDue(i - 1, i, 3)).toList())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 10L, 11L, 12L, 14L, 15L, 17L, 19L, 22L, 25L, 28L, 30L, 31L, 35L, 39L);
    }

    private void write(Map<String, String> changed) throws IOException {
        for (Map.Entry<String, String> file : COCO.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, changed.getOrDefault(file.getKey(), file.getValue()));
        }
    }
}
