package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on PostgreSQL in place of the embedded database. */
class PostgresCommandTest {

    private static final String CAMPAIGN = """
            schema: 1
            name: served
            seeds: {count: 3}
            budget: {trials: 30}
            optimizers: [random, cma-es]
            tasks: ["bbob/f{1,8}/d2/i1", "bbob-biobj/f1/d2/i1"]
            """;

    @TempDir private Path folder;

    @Test
    void runsReportsAndExportsTheSameTrials() throws Exception {
        Path campaign = Files.writeString(folder.resolve("served.yaml"), CAMPAIGN);
        String url = PostgresServer.get().newDatabase();
        String results = folder.resolve("served").toString();
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", results, "--db", url);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("15 runs finished, 0 failed, 0 left", "Report: ");
        assertThat(Files.readString(folder.resolve("served/served.html"))).contains("<html", "cma-es");
        assertThat(folder.resolve("served/results.mv.db")).doesNotExist();
        CommandTester again = CommandTester.call("run", campaign.toString(), "--results", results, "--db", url, "--no-report");
        assertThat(again.out()).contains("0 runs finished, 15 were finished before");
        assertThat(CommandTester.call("status", "served", "--db", url).out()).contains("served: 15 of 15 runs done");
        assertThat(CommandTester.call("report", "served", "--db", url, "--results", folder.resolve("other").toString()).code()).isZero();
        assertThat(folder.resolve("other/served.html")).isNotEmptyFile();
        String local = folder.resolve("local").toString();
        assertThat(CommandTester.call("run", campaign.toString(), "--results", local, "--no-report").code()).isZero();
        assertThat(Exports.checksum("--db", url)).isEqualTo(Exports.checksum("--results", local));
    }

    @Test
    void aServerThatIsNotThereIsRefused() throws Exception {
        Path campaign = Files.writeString(folder.resolve("served.yaml"), CAMPAIGN);
        CommandTester run = CommandTester.call("run", campaign.toString(), "--db", "jdbc:postgresql://127.0.0.1:1/none");
        assertThat(run.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(run.err()).contains("cannot be opened", "Maybe").doesNotContain("\tat ");
    }
}
