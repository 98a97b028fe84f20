package org.optbench.tasks.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Closes a stream from which nothing has come for a while, since reading it would block for ever. */
final class SilenceGuard implements AutoCloseable {

    private final InputStream stream;
    private final long limit;
    private final Thread watcher;
    private volatile long last = System.nanoTime();
    private volatile boolean hasCut;

    SilenceGuard(InputStream stream, Duration silence) {
        this.stream = stream;
        limit = silence.toNanos();
        watcher = Thread.ofVirtual().name("download-guard").start(this::watch);
    }

    /** Something has come. */
    void heard() {
        last = System.nanoTime();
    }

    /** Whether the stream was closed for its silence. */
    boolean hasCut() {
        return hasCut;
    }

    private void watch() {
        try {
            for (long rest = limit; rest > 0; rest = limit - (System.nanoTime() - last)) {
                Thread.sleep(Duration.ofNanos(rest));
            }
            hasCut = true;
            stream.close();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (IOException closedAlready) {
            // the reader meets the same error
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
