package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for a while, again and again: the campaign goes on by itself when there is room, and nothing is lost or doubled. */
class FullDiskTest {

    private static final int FAULTS = 25;
    private static final String CAMPAIGN = """
            schema: 1
            name: full
            seeds: {count: 6}
            budget: {trials: TRIALS}
            optimizers: [random, cma-es]
            tasks: [slow/5]
            """;

    @TempDir private Path folder;

    @BeforeAll
    static void register() {
        FullDisk.register();
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void aCampaignGoesOnByItselfWhenThereIsRoomAgain() throws Exception {
        Path campaign = campaign(600);
        Path disk = Files.createDirectories(folder.resolve("disk"));
        CompletableFuture<CommandTester> disturbed = CompletableFuture.supplyAsync(() -> CommandTester.call(command(campaign, disk, "2")));
        SplittableRandom random = new SplittableRandom(7);
        int faults = 0;
        awaitTrials(disk);
        while (!disturbed.isDone() && faults < FAULTS) {
            Thread.sleep(random.nextInt(50, 400));
            int before = FullDisk.refusals();
            FullDisk.fill(disk);
            for (int i = 0; i < 100 && FullDisk.refusals() == before && !disturbed.isDone(); i++) {
                Thread.sleep(20);
            }
            Thread.sleep(random.nextInt(5, 300));
            FullDisk.free(disk);
            faults += FullDisk.refusals() > before ? 1 : 0;
        }
        CommandTester result = disturbed.get();
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(faults).isEqualTo(FAULTS);
        assertSameAsUndisturbed(campaign, disk);
    }

    /** A stop does not wait for the disk; when there is room, the same command goes on. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void aStopOnAFullDiskIsPromptAndLosesNothing() throws Exception {
        Path campaign = campaign(120);
        Path disk = Files.createDirectories(folder.resolve("stopped"));
        Path log = folder.resolve("stopped.log");
        Process process = ChildProcess.start(FullDisk.class, log, command(campaign, disk, "2"));
        awaitTrials(disk);
        FullDisk.fill(disk);
        ChildProcess.awaitLine(log, "the disk is full");
        long before = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(25, TimeUnit.SECONDS)).as("ended before the 30 s that a trial is given").isTrue();
        assertThat(System.nanoTime() - before).isPositive();
        assertThat(Files.readString(log)).contains("Stopping without waiting for it").doesNotContain("\tat ");
        FullDisk.free(disk);
        CommandTester again = CommandTester.call(command(campaign, disk, "2"));
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertSameAsUndisturbed(campaign, disk);
    }

    private Path campaign(int trials) throws IOException {
        return Files.writeString(folder.resolve("full.yaml"), CAMPAIGN.replace("TRIALS", Integer.toString(trials)));
    }

    private static String[] command(Path campaign, Path disk, String threads) {
        return new String[]{"run", campaign.toString(), "--results", disk.toString(), "--db", FullDisk.url(disk), "--no-report", "-t", threads};
    }

    /** A disk that is full from the first is refused: faults begin when trials are recorded. */
    private static void awaitTrials(Path disk) throws IOException, InterruptedException {
        Path file = disk.resolve("results.mv.db");
        while (!Files.exists(file) || Files.size(file) < 200_000) {
            Thread.sleep(20);
        }
    }

    private void assertSameAsUndisturbed(Path campaign, Path disk) {
        Path calm = folder.resolve("calm");
        CommandTester undisturbed = CommandTester.call("run", campaign.toString(), "--results", calm.toString(), "--no-report", "-t", "12");
        assertThat(undisturbed.code()).as(undisturbed.err()).isZero();
        assertThat(Exports.checksum("--db", FullDisk.url(disk))).isEqualTo(Exports.checksum("--results", calm.toString()));
    }
}
