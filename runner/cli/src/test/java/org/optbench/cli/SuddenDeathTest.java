package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at random moments and started again leaves the trials of one that was never disturbed. */
class SuddenDeathTest {

    private static final int KILLS = 20;
    private static final String CAMPAIGN = """
            schema: 1
            name: killed
            seeds: {count: 4}
            budget: {trials: 400}
            optimizers: [random, cma-es, de]
            tasks: ["bbob/f{1,8,15}/d3/i1", {glob: learn/tree/iris, budget: {trials: 60}}]
            """;

    @TempDir private Path folder;

    @Test
    void killedAtTwentyRandomMomentsNothingIsLostOrDoubled() throws Exception {
        Path campaign = Files.writeString(folder.resolve("killed.yaml"), CAMPAIGN);
        String undisturbed = checksum("undisturbed", campaign);
        SplittableRandom random = new SplittableRandom(20);
        int kills = 0;
        int interrupted = 0;
        for (int campaigns = 0; kills < KILLS; campaigns++) {
            Path results = folder.resolve("killed" + campaigns);
            while (kills < KILLS) {
                Process process = start(campaign, results);
                Path database = results.resolve("results.mv.db");
                while (process.isAlive() && !Files.exists(database)) {
                    Thread.sleep(5);
                }
                if (process.waitFor(random.nextInt(50, 1500), TimeUnit.MILLISECONDS)) {
                    assertThat(process.exitValue()).isZero();
                    break;
                }
                process.destroyForcibly().waitFor();
                kills++;
                interrupted++;
            }
            assertThat(CommandTester.call("run", campaign.toString(), "--results", results.toString(), "--no-report").code()).isZero();
            assertThat(Exports.checksum("--results", results.toString())).as("after %d kills", kills).isEqualTo(undisturbed);
        }
        assertThat(interrupted).isEqualTo(KILLS);
    }

    private String checksum(String name, Path campaign) {
        Path results = folder.resolve(name);
        assertThat(CommandTester.call("run", campaign.toString(), "--results", results.toString(), "--no-report").code()).isZero();
        return Exports.checksum("--results", results.toString());
    }

    private static Process start(Path campaign, Path results) throws IOException {
        return ChildProcess.start(OptbenchCommand.class, campaign.resolveSibling("run.log"), "run", campaign.toString(), "--results", results.toString(),
                "--no-report");
    }
}
