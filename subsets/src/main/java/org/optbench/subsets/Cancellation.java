package org.optbench.subsets;

import java.time.Duration;

/** Asked from time to time by a running search whether it should stop and return the best it has. Must be cheap and thread-safe. */
@FunctionalInterface
public interface Cancellation {

    /** Never stops a search. */
    Cancellation NEVER = () -> false;

    /** Whether the search should stop. */
    boolean requested();

    /**
     * Stops after a wall-clock time, counted from this call.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    static Cancellation after(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time is " + time + ": it must not be negative. Maybe the end lies before the start?");
        }
        long nanos = time.compareTo(Duration.ofDays(36500)) > 0 ? Long.MAX_VALUE : time.toNanos();
        long start = System.nanoTime();
        return () -> System.nanoTime() - start >= nanos;
    }

    /** Stops when this or the other does. */
    default Cancellation or(Cancellation other) {
        return () -> requested() || other.requested();
    }
}
