package org.optbench.runner.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;

/** A trial on its way from suggestion to tell. */
final class Running {

    final int index;
    final Suggestion suggestion;
    final String configuration;
    final long seed;
    final int askedAt;
    final long suggestNanos;
    final long suggestedAt = System.nanoTime();
    final int toldAtAsk;
    /** Full-evaluation equivalents if it goes through. */
    final double share;

    int worker;
    double start;
    double finish;
    /** Full-evaluation equivalents used, share unless it was interrupted. */
    double used;
    long startOffset;
    long queueNanos;
    long evaluateNanos;
    int retries;
    /** When the current try of the evaluation began, {@link System#nanoTime}. */
    volatile long triedAt;
    /** Whether its simulated worker fails before it ends. */
    boolean isLost;
    boolean isOver;
    /** Reports of an earlier attempt that a restarted evaluation makes again. */
    int alreadyReported;
    /** Reports already told to the optimizer. */
    final List<Measurement> measurements = new ArrayList<>();
    /** Reports that simulated time has not reached yet. */
    final List<Measurement> pendingReports = new ArrayList<>();
    @Nullable Outcome outcome;

    Running(int index, Suggestion suggestion, long seed, int askedAt, long suggestNanos, int toldAtAsk, double share) {
        this.index = index;
        this.suggestion = suggestion;
        this.configuration = suggestion.configuration().canonicalText();
        this.seed = seed;
        this.askedAt = askedAt;
        this.suggestNanos = suggestNanos;
        this.toldAtAsk = toldAtAsk;
        this.share = share;
        this.used = share;
    }

    Outcome outcome() {
        Outcome known = outcome;
        if (known == null) {
            throw new IllegalStateException("Trial " + index + " has no outcome yet");
        }
        return known;
    }

    /** The trial as the optimizer is told, with the outcome it is shown. */
    Trial trial(Outcome shown) {
        return new Trial(index, suggestion, seed, shown, measurements);
    }
}
