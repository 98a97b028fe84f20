package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three worker processes on one PostgreSQL, disturbed 60 times: killed, frozen for longer than their lease, their database crashed and started again,
 * its clock set ahead and back. The trials are those of a run that nobody disturbed. Together with the kills of {@link SuddenDeathTest} and
 * the full disks of {@link FullDiskTest} these are more than 100 faults.
 */
class FaultInjectionTest {

    private static final long PAUSE_MILLIS = 700;
    private static final double LEASE_SECONDS = 2;
    private static final String CAMPAIGN = """
            schema: 1
            name: disturbed
            seeds: {count: 60}
            budget: {trials: 100}
            optimizers: [random, cma-es]
            tasks: [slow/20]
            """;

    /** What happens, and how often. */
    private enum Fault {
        KILL(10), FREEZE(20), RESTART(10), CLOCK(20);

        private final int times;

        Fault(int times) {
            this.times = times;
        }
    }

    @TempDir private Path folder;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void disturbedWorkersLoseAndDoubleNothing() throws Exception {
        Path campaign = Files.writeString(folder.resolve("disturbed.yaml"), CAMPAIGN);
        PostgresServer server = PostgresServer.get();
        String url = server.newDatabase();
        CompletableFuture<CommandTester> run = CompletableFuture.supplyAsync(() -> CommandTester.call("run", campaign.toString(), "--results",
                folder.toString(), "--db", url, "--no-report", "--executor", "processes", "--workers", "3", "--threads", "2", "--lease",
                Double.toString(LEASE_SECONDS), "--attempts", "1000"));
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            faults.addAll(Collections.nCopies(fault.times, fault));
        }
        Collections.shuffle(faults, new Random(11));
        while (workers().isEmpty() && !run.isDone()) {
            Thread.sleep(50);
        }
        int injected = 0;
        Random random = new Random(5);
        for (int i = 0; i < faults.size() && !run.isDone(); i++) {
            Thread.sleep(PAUSE_MILLIS);
            injected += inject(faults.get(i), server, url, random, run) ? 1 : 0;
        }
        CommandTester result = run.get();
        assertThat(result.code()).as(result.out() + result.err()).isZero();
        assertThat(injected).as("faults before the end").isEqualTo(faults.size());
        Path calm = folder.resolve("calm");
        CommandTester undisturbed = CommandTester.call("run", campaign.toString(), "--results", calm.toString(), "--no-report", "-t", "60");
        assertThat(undisturbed.code()).as(undisturbed.err()).isZero();
        assertThat(Exports.checksum("--db", url)).isEqualTo(Exports.checksum("--results", calm.toString()));
    }

    private static boolean inject(Fault fault, PostgresServer server, String url, Random random, CompletableFuture<?> run) throws Exception {
        switch (fault) {
            case KILL -> {
                ProcessHandle victim = victim(random, run);
                return victim != null && victim.destroyForcibly();
            }
            case FREEZE -> {
                ProcessHandle victim = victim(random, run);
                if (victim == null || !ChildProcess.signal(victim.pid(), "STOP")) {
                    return false;
                }
                Thread.ofVirtual().start(() -> thaw(victim));
                return true;
            }
            case RESTART -> server.crash();
            case CLOCK -> {
                // leases are the only times that are compared with the database's clock: shifting them is what a jump of that clock does
                try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
                    statement.execute("UPDATE run SET lease_until = lease_until " + (random.nextBoolean() ? "+" : "-") + " INTERVAL '2 hours'");
                }
            }
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable ProcessHandle victim(Random random, CompletableFuture<?> run) throws InterruptedException {
        for (List<ProcessHandle> workers = workers(); !run.isDone(); workers = workers()) {
            if (!workers.isEmpty()) {
                return workers.get(random.nextInt(workers.size()));
            }
            Thread.sleep(50);
        }
        return null;
    }

    private static void thaw(ProcessHandle process) {
        try {
            Thread.sleep(Math.round(LEASE_SECONDS * 1500));
            if (process.isAlive()) {
                ChildProcess.signal(process.pid(), "CONT");
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<ProcessHandle> workers() {
        return WorkerProcesses.of("disturbed");
    }
}
