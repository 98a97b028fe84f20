package org.optbench.results;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that works on a store until it is killed or nothing is left. */
final class StoreChild {

    static final String CAMPAIGN = "bench";
    static final int TRIALS_A_RUN = 5;
    private static final int FLUSH = 20;

    private StoreChild() {
    }

    /** Starts a JVM with {@code append URL} or {@code claim URL}; its lines say what it did. */
    static Process start(String task, String url) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StoreChild.class.getName(), task, url));
        return new ProcessBuilder(command).redirectError(new File(System.getProperty("java.io.tmpdir"), "optbench-store-child.log")).start();
    }

    public static void main(String[] arguments) throws IOException {
        try (ResultStore store = ResultStores.open(arguments[1], StoreOptions.defaults().withConnections(2))) {
            if (arguments[0].equals("append")) {
                append(store);
            } else {
                claim(store);
            }
        }
    }

    /** Appends trials without end to the only run; a line says how many are durable. */
    private static void append(ResultStore store) {
        // The lease is over at once, so that the next process may take the run over when this one is dead.
        Lease lease = store.claimNext(CAMPAIGN, "child " + ProcessHandle.current().pid(), Duration.ofMillis(1), 1).getFirst();
        int done = store.reader().trials(lease.run()).size();
        try (RunWriter writer = store.writer(lease, Samples.HERE)) {
            for (int i = done;; i++) {
                writer.append(Samples.ask(i));
                writer.append(Samples.sequential(i));
                if (i % FLUSH == FLUSH - 1) {
                    writer.flush();
                    System.out.println(i + 1);
                }
            }
        }
    }

    /** Says that it is ready, waits for a word, then claims and does runs until none is open; a line for each. */
    private static void claim(ResultStore store) throws IOException {
        System.out.println("ready");
        System.in.read();
        String worker = "child " + ProcessHandle.current().pid();
        while (store.reader().progress(CAMPAIGN).open() > 0) {
            for (Lease lease : store.claimNext(CAMPAIGN, worker, Duration.ofMinutes(10), 2)) {
                System.out.println(lease.run() + " " + lease.attempt());
                try (RunWriter writer = store.writer(lease, Samples.HERE)) {
                    for (int i = 0; i < TRIALS_A_RUN; i++) {
                        writer.append(Samples.ask(i));
                        writer.append(Samples.sequential(i));
                    }
                }
                store.complete(lease, new RunSummary("trials", TRIALS_A_RUN, 0, TRIALS_A_RUN, 1));
            }
        }
        store.flush();
    }
}
