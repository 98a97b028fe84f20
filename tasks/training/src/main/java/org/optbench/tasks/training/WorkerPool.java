package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Persistent training workers by interpreter and device, so that torch is imported and CUDA started once. A worker serves one trial at a time; idle
 * ones end after a while, all of them with the JVM. Safe for several threads.
 */
final class WorkerPool {

    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(180);

    private final Map<String, ArrayDeque<Idle>> idle = new HashMap<>();
    private boolean sweeping;

    private record Idle(WorkerProcess worker, long since) {
    }

    /** One pool serves the JVM: workers outlive the tasks that started them. */
    static WorkerPool shared() {
        return Holder.SHARED;
    }

    private static final class Holder {
        private static final WorkerPool SHARED = new WorkerPool();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(SHARED::closeIdle));
        }
    }

    /**
     * An idle worker, or a new one that has said it is ready.
     *
     * @throws IOException when it cannot be started
     */
    WorkerProcess take(String interpreter, String device, int threads) throws IOException, InterruptedException {
        synchronized (idle) {
            ArrayDeque<Idle> waiting = idle.getOrDefault(key(interpreter, device, threads), new ArrayDeque<>());
            while (!waiting.isEmpty()) {
                WorkerProcess worker = waiting.removeLast().worker();
                if (worker.isAlive()) {
                    worker.clearTail();
                    return worker;
                }
            }
        }
        return start(interpreter, threads);
    }

    /** Takes back a worker that has finished its trial and is in order. */
    void giveBack(WorkerProcess worker, String interpreter, String device, int threads) {
        synchronized (idle) {
            idle.computeIfAbsent(key(interpreter, device, threads), _ -> new ArrayDeque<>()).addLast(new Idle(worker, System.nanoTime()));
            if (!sweeping) {
                sweeping = true;
                Thread.ofVirtual().name("worker-pool-sweeper").start(this::sweep);
            }
        }
    }

    /** Ends all idle workers. */
    void closeIdle() {
        List<WorkerProcess> ending;
        synchronized (idle) {
            ending = idle.values().stream().flatMap(ArrayDeque::stream).map(Idle::worker).toList();
            idle.clear();
        }
        ending.forEach(WorkerProcess::close);
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(IDLE.toMillis() / 4);
                synchronized (idle) {
                    long now = System.nanoTime();
                    for (ArrayDeque<Idle> waiting : idle.values()) {
                        while (!waiting.isEmpty() && now - waiting.peekFirst().since() > IDLE.toNanos()) {
                            waiting.removeFirst().worker().send("{\"op\": \"exit\"}");
                        }
                    }
                    idle.values().removeIf(ArrayDeque::isEmpty);
                    if (idle.isEmpty()) {
                        sweeping = false;
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WorkerProcess start(String interpreter, int threads) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("PYTHONPATH", PythonSources.folder().toString(), "PYTHONDONTWRITEBYTECODE", "1", "PYTHONUNBUFFERED", "1",
                "OMP_NUM_THREADS", Integer.toString(threads), "MKL_NUM_THREADS", Integer.toString(threads), "CUBLAS_WORKSPACE_CONFIG", ":4096:8");
        WorkerProcess worker = WorkerProcess.start(List.of(interpreter, "-m", "optbench_training", "worker"), Path.of("").toAbsolutePath(), environment);
        long deadline = System.nanoTime() + START.toNanos();
        boolean ready = false;
        try {
            while (!ready) {
                Optional<WorkerProcess.Event> event = worker.poll(Duration.ofMillis(500));
                if (event.isPresent() && event.get() instanceof WorkerProcess.Event.Ended(int code)) {
                    throw new IOException("The worker of '" + interpreter + "' ended with code " + code + " before it was ready. Maybe torch is broken: run "
                            + "optbench doctor. Its last lines:\n" + worker.tail());
                }
                ready = event.isPresent() && event.get() instanceof WorkerProcess.Event.Line line
                        && ReportReader.status(line.text()).filter(status -> "ready".equals(status.path("kind").asString(""))).isPresent();
                if (!ready && System.nanoTime() > deadline) {
                    throw new IOException("The worker of '" + interpreter + "' was not ready within " + START.toSeconds() + " s.");
                }
            }
            return worker;
        } finally {
            if (!ready) {
                worker.close();
            }
        }
    }

    private static String key(String interpreter, String device, int threads) {
        return interpreter + "|" + device + "|" + threads;
    }
}
