package org.optbench.tasks.systems.serving;

import java.util.ArrayList;
import java.util.List;

/**
 * One copy of the model that serves requests in iterations (continuous batching: G.-I. Yu et al., Orca, OSDI 2022) over a cache in blocks (W. Kwon et
 * al., PagedAttention, SOSP 2023). When the cache is full the sequence admitted last makes room. Not safe for several threads.
 */
final class Replica {

    private final Engine engine;
    private final IterationTime time;
    private final List<Sequence> waiting = new ArrayList<>();
    private final List<Sequence> running = new ArrayList<>();
    private double now;
    private int freeBlocks;

    Replica(Engine engine, IterationTime time) {
        this.engine = engine;
        this.time = time;
        this.freeBlocks = engine.blocks();
    }

    /** Requests that are not finished. */
    int load() {
        return waiting.size() + running.size();
    }

    /** Adds a request, at its arrival or later. */
    void add(Sequence sequence) {
        waiting.add(sequence);
    }

    /** Runs iterations that begin before the given time. */
    void runUntil(double end) {
        while (now < end && load() > 0) {
            iterate();
        }
        if (load() == 0) {
            now = Math.max(now, end);
        }
    }

    /** Runs until no request is left. */
    void drain() {
        while (load() > 0) {
            iterate();
        }
    }

    double now() {
        return now;
    }

    private void iterate() {
        Batch batch = new Batch();
        if (engine.chunked()) {
            decode(batch);
            read(batch);
        } else {
            read(batch);
            if (batch.read == 0) {
                decode(batch);
            }
        }
        now += time.seconds(batch.read, batch.writing.size(), batch.context, engine.blocks() - freeBlocks) + batch.swapped * engine.swapSeconds();
        for (Sequence sequence : batch.writing) {
            sequence.wrote(now);
            if (sequence.isDone()) {
                running.remove(sequence);
                release(sequence);
            }
        }
    }

    /** Sequences whose prompt is read write their next token, the oldest first, as far as budget and cache go. */
    private void decode(Batch batch) {
        for (int i = 0; i < running.size() && batch.tokens() < engine.tokens(); i++) {
            Sequence sequence = running.get(i);
            if (sequence.isRead() && reserve(sequence, sequence.length() + 1, batch)) {
                batch.context += sequence.length();
                batch.writing.add(sequence);
            }
        }
    }

    /** Prompts are read, those begun first; the one completed writes its first token in the same iteration. */
    private void read(Batch batch) {
        for (int i = 0; i < running.size() && batch.tokens() < engine.tokens(); i++) {
            if (!running.get(i).isRead()) {
                readSome(running.get(i), batch);
            }
        }
        while (!waiting.isEmpty() && running.size() < engine.sequences() && batch.tokens() < engine.tokens() && admit(batch)) {
            readSome(running.getLast(), batch);
        }
    }

    private boolean admit(Batch batch) {
        Sequence next = next();
        int need = engine.blocksFor(next.target() + 1);
        boolean fits = engine.chunked() || batch.read == 0 || batch.tokens() + next.unread() <= engine.tokens();
        if (need > freeBlocks || !fits) {
            return false;
        }
        waiting.remove(next);
        running.add(next);
        next.blocks = need;
        freeBlocks -= need;
        batch.swapped += next.restore();
        return true;
    }

    private Sequence next() {
        Sequence next = waiting.getFirst();
        if (engine.shortest()) {
            for (Sequence other : waiting) {
                if (other.unread() < next.unread()) {
                    next = other;
                }
            }
        }
        return next;
    }

    private void readSome(Sequence sequence, Batch batch) {
        if (sequence.isRead()) {
            return; // its cache came back from outside: it writes with the others
        }
        int budget = engine.tokens() - batch.tokens();
        int count = engine.chunked() ? Math.min(budget, sequence.unread()) : sequence.unread();
        sequence.reads(count);
        batch.read += count;
        batch.context += sequence.length();
        if (sequence.isRead()) {
            batch.writing.add(sequence);
        }
    }

    /** Takes the blocks that a sequence needs for a length; others that were admitted later make room. False when the sequence itself had to. */
    private boolean reserve(Sequence sequence, int length, Batch batch) {
        int need = engine.blocksFor(length) - sequence.blocks;
        while (need > freeBlocks) {
            Sequence last = running.getLast();
            running.removeLast();
            release(last);
            batch.swapped += last.evict(engine.swaps());
            waiting.addFirst(last);
            if (last == sequence) {
                return false;
            }
        }
        sequence.blocks += need;
        freeBlocks -= need;
        return true;
    }

    private void release(Sequence sequence) {
        freeBlocks += sequence.blocks;
        sequence.blocks = 0;
    }

    /** What one iteration does. */
    private static final class Batch {

        private final List<Sequence> writing = new ArrayList<>();
        private int read;
        private long context;
        private int swapped;

        private int tokens() {
            return read + writing.size();
        }
    }
}
