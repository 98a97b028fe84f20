package org.optbench.results.jdbc;

/** Ids of log entries: run and number in one 64-bit key. */
final class EntryIds {

    /** Entries of one kind that a run may have: 268 435 456. */
    static final long PER_RUN = 1L << 28;

    private EntryIds() {
    }

    static long of(long run, int number) {
        if (number >= PER_RUN) {
            throw new IllegalArgumentException("Entry " + number + " of a run: a run holds up to " + PER_RUN + " entries of a kind.");
        }
        return run * PER_RUN + number;
    }

    static long first(long run) {
        return run * PER_RUN;
    }

    static long last(long run) {
        return (run + 1) * PER_RUN - 1;
    }

    static long run(long id) {
        return id / PER_RUN;
    }

    static int number(long id) {
        return (int) (id % PER_RUN);
    }
}
