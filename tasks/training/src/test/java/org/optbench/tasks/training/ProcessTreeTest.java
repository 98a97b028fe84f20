package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTest {

    /** Starts a child, a grandchild, one in a session of its own, and one whose parent has ended; each writes its process id. */
    private static final String SCRIPT = """
            sleep 300 & echo $!
            sh -c 'sleep 300 & echo $!; wait' &
            setsid sh -c 'echo $$; exec sleep 300' &
            sh -c 'setsid sh -c "echo \\$\\$; exec sleep 300" & sleep 0.1'
            echo ready
            wait
            """;

    @Test
    void killReachesEveryDescendantAlsoOrphansAndOtherSessions(@TempDir Path folder) throws Exception {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "Orphans are found through /proc, which this system lacks.");
        try (WorkerProcess worker = WorkerProcess.start(List.of("sh", "-c", SCRIPT), folder, Map.of())) {
            List<Long> pids = pids(worker);
            assertThat(pids).hasSize(4).allMatch(ProcessTreeTest::isRunning);
            assertThat(worker.tree().living()).hasSizeGreaterThanOrEqualTo(5);

            worker.close();

            assertThat(pids).noneMatch(ProcessTreeTest::isRunning);
            assertThat(worker.isAlive()).isFalse();
            assertThat(worker.tree().living()).isEmpty();
        }
    }

    private static List<Long> pids(WorkerProcess worker) throws InterruptedException {
        List<Long> pids = new java.util.ArrayList<>();
        boolean ready = false;
        for (int round = 0; round < 600 && (!ready || pids.size() < 4); round++) {
            Optional<WorkerProcess.Event> event = worker.poll(Duration.ofMillis(100));
            if (event.isPresent() && event.get() instanceof WorkerProcess.Event.Line line) {
                ready |= line.text().equals("ready");
                if (line.text().matches("\\d+")) {
                    pids.add(Long.parseLong(line.text()));
                }
            }
        }
        return pids;
    }

    private static boolean isRunning(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
