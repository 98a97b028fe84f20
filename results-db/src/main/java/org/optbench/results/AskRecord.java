package org.optbench.results;

import java.util.Optional;

/**
 * A call of {@code ask}.
 *
 * @param sequence   number of the call
 * @param atMost     suggestions wanted
 * @param pending    suggestions not yet told at that moment
 * @param context    canonical text of the context of a contextual problem; empty otherwise
 * @param firstTrial index of the trial made from the first suggestion of the answer; the others follow. Without suggestions, the next free index
 * @param given      number of suggestions in the answer; 0 for wait and exhausted
 */
public record AskRecord(int sequence, int atMost, int pending, Optional<String> context, int firstTrial, int given) implements RunEvent {

    public AskRecord {
        if (sequence < 0 || atMost < 1 || pending < 0 || firstTrial < 0 || given < 0 || given > atMost) {
            throw new IllegalArgumentException("Call " + sequence + " of ask for at most " + atMost + " with " + pending + " pending gave " + given
                    + " from trial " + firstTrial + ": sequence, pending and trial must be 0 or above, at most 1 or above, given 0 .. at most.");
        }
    }

    /** The call of a run with one worker: one suggestion wanted and given, none pending. */
    public static AskRecord one(int sequence, int trial) {
        return new AskRecord(sequence, 1, 0, Optional.empty(), trial, 1);
    }
}
