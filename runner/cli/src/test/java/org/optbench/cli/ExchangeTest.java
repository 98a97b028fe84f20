package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results out to other programs and back in. */
class ExchangeTest {

    @TempDir private Path folder;

    @Test
    void importedRunsStandBesideOwnOnes() throws IOException {
        Path campaign = folder.resolve("own.yaml");
        Files.writeString(campaign, """
                schema: 1
                name: own
                seeds: {count: 2}
                budget: {trials: 30}
                optimizers: [random, cma-es]
                tasks: ["bbob/f{1,8}/d2/i1", "bbob-biobj/f1/d2/i1"]
                """);
        String results = folder.resolve("results").toString();
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", results, "--no-report");
        assertThat(run.code()).as(run.err()).isZero();
        for (String format : new String[]{"coco", "ioh"}) {
            Path data = folder.resolve(format);
            CommandTester export = CommandTester.call("export", "own", "--results", results, "--format", format, "-o", data.toString());
            assertThat(export.code()).as(export.err()).isZero();
            assertThat(export.out()).contains("Exported 8 runs", "Left out 1 tasks");
            CommandTester back = CommandTester.call("import", "--format", format, data.toString(), "--campaign", format, "--results", results);
            assertThat(back.code()).as(back.err()).isZero();
            assertThat(back.out()).contains("Imported 8 runs", "8 of them are on tasks of this platform");
        }
        CommandTester same = CommandTester.call("import", "--format", "coco", folder.resolve("coco").toString(), "--campaign", "own", "--results", results);
        assertThat(same.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(same.err()).contains("Campaign 'own' holds another run of 'cma-es' on 'bbob/f1/d2/i1' with seed 1", "Maybe");
        CommandTester beside = CommandTester.call("import", "--format", "coco", folder.resolve("coco/bbob/cma-es").toString(), "--campaign", "own",
                "--optimizer", "cma-es-of-coco", "--results", results);
        assertThat(beside.code()).as(beside.err()).isZero();
        CommandTester report = CommandTester.call("report", "own", "--results", results);
        assertThat(report.code()).as(report.err()).isZero();
        assertThat(Files.readString(folder.resolve("results/own.html"))).contains("cma-es-of-coco");
        CommandTester goesOn = CommandTester.call("run", campaign.toString(), "--results", results, "--no-report");
        assertThat(goesOn.code()).as("a campaign goes on with imported runs in it: " + goesOn.err()).isZero();
    }

    @Test
    void tablesComeBackToo() throws IOException {
        Path campaign = folder.resolve("own.yaml");
        Files.writeString(campaign, """
                schema: 1
                name: own
                budget: {trials: 5}
                seeds: {count: 1}
                optimizers: [random]
                tasks: [bbob/f1/d2/i1]
                """);
        CommandTester.call("run", campaign.toString(), "--results", folder.resolve("one").toString(), "--no-report");
        CommandTester export = CommandTester.call("export", "--results", folder.resolve("one").toString(), "-o", folder.resolve("tables").toString());
        assertThat(export.code()).isZero();
        CommandTester back = CommandTester.call("import", "--format", "csv", folder.resolve("tables").toString(), "--campaign", "own", "--results",
                folder.resolve("two").toString());
        assertThat(back.out()).contains("Imported 1 runs into campaign 'own'");
        CommandTester again = CommandTester.call("export", "--results", folder.resolve("two").toString(), "-o", folder.resolve("again").toString());
        assertThat(again.out().replaceAll("(?s).*clock: ", "")).isEqualTo(export.out().replaceAll("(?s).*clock: ", ""));
    }

    @Test
    void aBrokenSourceIsOneClearError() throws IOException {
        Files.writeString(folder.resolve("GP.json"), "[1]");
        CommandTester bad = CommandTester.call("import", "--format", "hpob", folder.resolve("GP.json").toString(), "--results",
                folder.resolve("results").toString());
        assertThat(bad.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(bad.err().lines()).singleElement().asString().contains("GP.json", "must hold one JSON object", "Maybe");
    }
}
