package org.optbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.optbench.results.ResultStore;

/**
 * Answers Ctrl-C and SIGTERM: work is asked to stop, running trials may end, so that nothing of them is lost. When the store waits for a full disk or
 * for a database that is away, it is not waited for: what is not recorded is computed again by the next start.
 */
final class GracefulStop implements AutoCloseable {

    private static final int TRIAL_SECONDS = 30;
    private static final int TROUBLE_SECONDS = 2;

    private final ResultStore store;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean isAsked;

    private GracefulStop(ResultStore store) {
        this.store = store;
        this.hook = Thread.ofPlatform().name("optbench-stop").unstarted(this::stop);
    }

    static GracefulStop of(ResultStore store) {
        GracefulStop stop = new GracefulStop(store);
        Runtime.getRuntime().addShutdownHook(stop.hook);
        return stop;
    }

    /** Whether the process was asked to end. */
    boolean isAsked() {
        return isAsked;
    }

    private void stop() {
        isAsked = true;
        boolean isHurried = false;
        try {
            for (int second = 1; second <= TRIAL_SECONDS; second++) {
                if (done.await(1, TimeUnit.SECONDS)) {
                    return;
                }
                if (second >= TROUBLE_SECONDS && !isHurried && store.trouble().isPresent()) {
                    System.err.println("optbench: " + store.trouble().orElse("The results database is away.")
                            + " Stopping without waiting for it: what is not recorded is computed again when the same command goes on.");
                    store.hurry();
                    isHurried = true;
                    second = TRIAL_SECONDS - TROUBLE_SECONDS * 3;
                }
            }
            if (!isHurried) {
                System.err.println("optbench: a trial does not end; what is recorded is safe, the same command goes on.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (!isAsked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException _) {
                // the process began to end at this moment
            }
        }
    }
}
