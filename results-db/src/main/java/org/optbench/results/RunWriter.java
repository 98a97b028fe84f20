package org.optbench.results;

import java.util.Map;

/**
 * Writes the log of one run. Entries are handed over and written in the background in groups, all of a store's runs together; what is durable is
 * always a prefix of what was appended. Used by one thread at a time.
 *
 * <p>
 * Sequence numbers must go on without a gap from what is durable. Every method but {@link #close} may throw {@link StoreException}: of kind LEASE_LOST when another worker has taken the run over, CONFLICT when
 * a trial stands there with other values, UNAVAILABLE when the database stayed away through all retries.
 */
public interface RunWriter extends AutoCloseable {

    /**
     * Appends the next call of the run. A trial that stands there already with the same result is passed over; entries must come in the order of
     * their sequence numbers. Blocks only while too much is waiting to be written.
     */
    void append(RunEvent event);

    /** Records the first attainment of a target. One that stands there already is passed over. */
    void hit(TargetHit hit);

    /** Sets what the optimizer has spent so far in this attempt, by resource. */
    void usage(Map<String, Double> totals);

    /** Returns when everything appended is durable: it survives the end of this process and of the machine. */
    void flush();

    /** Ends the writing. What was appended is still written in the background, in its order; does not wait for it and does not end the run. */
    @Override
    void close();
}
