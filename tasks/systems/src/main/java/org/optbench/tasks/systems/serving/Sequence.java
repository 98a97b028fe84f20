package org.optbench.tasks.systems.serving;

/** A request on its way through a replica. */
final class Sequence {

    private final Request request;
    private int written;
    private int cached;
    private int outside;
    private double first = Double.NaN;
    private double last = Double.NaN;
    /** Blocks of the cache it holds. */
    int blocks;

    Sequence(Request request) {
        this.request = request;
    }

    /** Tokens that must be in the cache before it can write. */
    int target() {
        return request.prompt() + written;
    }

    /** Tokens in the cache. */
    int length() {
        return cached;
    }

    int unread() {
        return target() - cached - outside;
    }

    boolean isRead() {
        return cached >= target();
    }

    boolean isDone() {
        return written == request.output();
    }

    void reads(int count) {
        cached += count;
    }

    /** A token is written at the time, and counts as cached. */
    void wrote(double now) {
        if (written == 0) {
            first = now;
        }
        written++;
        last = now;
        cached = target();
    }

    /** Loses its cache, which is kept outside when it is swapped; returns the tokens that were moved. */
    int evict(boolean swap) {
        int moved = swap ? cached : 0;
        outside = moved;
        cached = 0;
        return moved;
    }

    /** Gets back what is kept outside; returns the tokens that were moved. */
    int restore() {
        int moved = outside;
        cached = outside;
        outside = 0;
        return moved;
    }

    Request request() {
        return request;
    }

    /** Seconds from arrival to the first token. */
    double timeToFirst() {
        return first - request.arrival();
    }

    /** Mean seconds between tokens after the first; 0 for a single token. */
    double timePerToken() {
        return request.output() == 1 ? 0.0 : (last - first) / (request.output() - 1);
    }

    /** Seconds from arrival to the last token. */
    double latency() {
        return last - request.arrival();
    }
}
