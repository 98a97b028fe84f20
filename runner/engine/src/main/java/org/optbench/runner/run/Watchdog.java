package org.optbench.runner.run;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Watches calls into plug-ins. A call over its limit is interrupted; if it does not return within a grace period its thread is given up and the
 * call's takeover runs on a new thread, so that the platform goes on without it. Cheap enough for calls of a microsecond: beginning and ending a call
 * take no lock.
 */
public final class Watchdog implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final long TICK_MILLIS = 20;

    private final Set<Post> posts = ConcurrentHashMap.newKeySet();
    private final AtomicInteger givenUp = new AtomicInteger();
    private final Thread thread;
    private volatile boolean isClosed;

    public Watchdog() {
        thread = Thread.ofPlatform().daemon().name("optbench-watchdog").start(this::watch);
    }

    /** A place from which one thread at a time makes watched calls. */
    Post post() {
        Post post = new Post();
        posts.add(post);
        return post;
    }

    /** Threads given up so far; they may still burn a core each. */
    public int givenUp() {
        return givenUp.get();
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
    }

    private void watch() {
        while (!isClosed) {
            long now = System.nanoTime();
            for (Post post : posts) {
                post.check(now);
            }
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** What to do on a new thread when a call does not come back. */
    @FunctionalInterface
    interface Takeover {
        void run();
    }

    /** The state of one watched place: at most one call at a time. */
    final class Post implements AutoCloseable {

        private final AtomicInteger state = new AtomicInteger(); // even: no call; odd: a call; the value names the call
        private volatile Thread caller = Thread.currentThread();
        private volatile long limitNanos;
        private volatile long startNanos;
        private volatile Takeover takeover = () -> {
        };
        private int interrupted = -1; // used by the watchdog alone

        /** Begins a call; the number names it. */
        int begin(Duration limit, Takeover onHang) {
            caller = Thread.currentThread();
            limitNanos = limit.toNanos();
            startNanos = System.nanoTime();
            takeover = onHang;
            return state.incrementAndGet();
        }

        /**
         * Ends a call.
         *
         * @throws Abandoned when the watchdog has given it up
         */
        void end(int call) {
            if (!state.compareAndSet(call, call + 1)) {
                throw new Abandoned();
            }
        }

        /** Whether the call ran over its limit and was interrupted for it. */
        boolean isOverLimit() {
            return System.nanoTime() - startNanos > limitNanos;
        }

        private void check(long now) {
            int call = state.get();
            if ((call & 1) == 0) {
                return;
            }
            long over = now - startNanos - limitNanos;
            if (over > 0 && interrupted != call && state.get() == call) {
                interrupted = call;
                caller.interrupt();
            } else if (over > GRACE.toNanos() && state.compareAndSet(call, call + 1)) {
                givenUp.incrementAndGet();
                Takeover next = takeover;
                Thread.ofPlatform().daemon().name(caller.getName() + "+").start(next::run);
            }
        }

        @Override
        public void close() {
            posts.remove(this);
        }
    }
}
