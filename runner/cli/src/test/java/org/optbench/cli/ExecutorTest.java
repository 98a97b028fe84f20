package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same campaign in threads, in processes, by commands and on Slurm gives the same trials. */
class ExecutorTest {

    private static final String CAMPAIGN = """
            schema: 1
            name: NAME
            seeds: {count: SEEDS}
            budget: {trials: 30}
            optimizers: [random, cma-es, de]
            tasks: ["bbob/f{1,3,8}/d3/i1", slow/20]
            """;

    @TempDir private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void processesAndCommandsGiveTheTrialsOfThreads() throws Exception {
        Path campaign = campaign("local", 3);
        String expected = threads(campaign);
        Path processes = folder.resolve("processes");
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", processes.toString(), "--no-report", "--executor", "processes",
                "--workers", "2");
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("36 runs finished, 0 failed, 0 left");
        assertThat(Exports.checksum("--results", processes.toString())).isEqualTo(expected);
        Path commands = folder.resolve("commands");
        CommandTester command = CommandTester.call("run", campaign.toString(), "--results", commands.toString(), "--no-report", "--executor", "command",
                "--workers", "2", "--command", "echo shard {shard} of {shards} of {campaign}; exec {worker}");
        assertThat(command.code()).as(command.out() + command.err()).isZero();
        assertThat(Files.readString(commands.resolve("logs/worker-1.log"))).contains("shard 1 of 2 of local");
        assertThat(Exports.checksum("--results", commands.toString())).isEqualTo(expected);
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() throws IOException {
        String campaign = campaign("local", 1).toString();
        assertRefused("needs a database that every node reaches", "run", campaign, "--executor", "slurm");
        assertRefused("needs --command", "run", campaign, "--executor", "command");
        assertRefused("does not name {worker}", "run", campaign, "--results", folder.toString(), "--executor", "command", "--command", "true");
        assertRefused("Only workers of Slurm go on", "run", campaign, "--detach");
        assertRefused("is not recorded here", "work", "nothing", "--results", folder.toString());
    }

    /** Workers that never begin are not started for ever. */
    @Test
    void workersThatEndAtOnceAreGivenUp() throws IOException {
        assertRefused("ended without finishing a run", "run", campaign("local", 1).toString(), "--results", folder.toString(), "--executor", "command",
                "--workers", "1", "--command", "true {worker}");
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void slurmWithKilledWorkersGivesTheTrialsOfThreads() throws Exception {
        requireSlurm();
        Path campaign = campaign("cluster", 18);
        String url = PostgresServer.get().newDatabase();
        Path results = sharedFolder();
        CompletableFuture<CommandTester> run = CompletableFuture.supplyAsync(() -> CommandTester.call("run", campaign.toString(), "--results",
                results.toString(), "--db", url, "--no-report", "--executor", "slurm", "--workers", "2", "--slurm-time", "01:00:00", "--slurm-partition",
                "main", "--slurm-option", "--nice=0", "--lease", "3", "--attempts", "1000"));
        int killed = 0;
        while (!run.isDone() && killed < 6) {
            List<ProcessHandle> workers = WorkerProcesses.of("cluster");
            if (workers.isEmpty() || !isRecording(url)) {
                Thread.sleep(100);
                continue;
            }
            Thread.sleep(1500);
            killed += workers.get(killed % workers.size()).destroyForcibly() ? 1 : 0;
        }
        CommandTester result = run.get();
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("216 runs finished, 0 failed, 0 left");
        assertThat(killed).isPositive();
        assertThat(Files.readString(results.resolve("cluster.sbatch"))).contains("#SBATCH --partition=main", "#SBATCH --time=01:00:00", "#SBATCH --nice=0");
        assertThat(CommandTester.call("status", "cluster", "--db", url, "--results", results.toString()).out()).contains("216 of 216 runs done", "Slurm jobs ");
        assertThat(Exports.checksum("--db", url)).isEqualTo(threads(campaign));
    }

    /** Workers that are left to themselves, looked at and cancelled give their runs back. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void slurmWorkersAreDetachedAndCancelled() throws Exception {
        requireSlurm();
        Path campaign =
                Files.writeString(folder.resolve("long.yaml"), "schema: 1\nname: long\nbudget: {trials: 100000}\noptimizers: [random]\ntasks: [slow/20]\n");
        String url = PostgresServer.get().newDatabase();
        Path results = sharedFolder();
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", results.toString(), "--db", url, "--executor", "slurm", "--workers",
                "1", "--detach");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Started Slurm jobs");
        String[] status = {"status", "long", "--db", url, "--results", results.toString()};
        awaitOutput("1 running, 0 open", status);
        assertThat(CommandTester.call(status).out()).contains("1 RUNNING");
        assertThat(CommandTester.call("cancel", "long", "--results", results.toString()).out()).contains("Cancelled Slurm jobs");
        awaitOutput("0 running, 1 open", status);
        awaitOutput("none in the queue", status);
    }

    private static void awaitOutput(String text, String... command) throws InterruptedException {
        for (int i = 0; i < 300 && !CommandTester.call(command).out().contains(text); i++) {
            Thread.sleep(200);
        }
        assertThat(CommandTester.call(command).out()).contains(text);
    }

    private static boolean isRecording(String url) {
        return !CommandTester.call("status", "cluster", "--db", url).out().contains("cluster: 0 of");
    }

    private static void requireSlurm() {
        boolean isThere = "1".equals(System.getenv("OPTBENCH_TEST_SLURM"));
        if (!isThere) {
            System.err.println("OPTBENCH_TEST_SLURM is not 1: tests on Slurm are skipped.");
        }
        Assumptions.assumeTrue(isThere, "OPTBENCH_TEST_SLURM=1 says that a Slurm cluster may be used");
    }

    /** The jobs of Slurm run in the folder of the results. */
    private Path sharedFolder() throws IOException {
        return Files.createDirectories(folder.resolve("shared"));
    }

    private String threads(Path campaign) {
        Path results = folder.resolve("threads");
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", results.toString(), "--no-report", "-t", "8");
        assertThat(run.code()).as(run.err()).isZero();
        return Exports.checksum("--results", results.toString());
    }

    private Path campaign(String name, int seeds) throws IOException {
        return Files.writeString(folder.resolve(name + ".yaml"), CAMPAIGN.replace("NAME", name).replace("SEEDS", Integer.toString(seeds)));
    }

    private static void assertRefused(String message, String... command) {
        CommandTester result = CommandTester.call(command);
        assertThat(result.code()).as(result.out()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
    }
}
