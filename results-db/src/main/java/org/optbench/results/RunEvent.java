package org.optbench.results;

/**
 * An entry in the log of a run. The log holds every call of the optimizer in its order, so that a fresh optimizer that is given the same calls comes
 * to the same state: {@link AskRecord} for {@code ask}, {@link MeasurementRecord} for {@code report}, {@link TrialRecord} for {@code tell}.
 */
public sealed interface RunEvent permits AskRecord, MeasurementRecord, TrialRecord {

    /** Number of the call: 0, 1, 2, ... over all three kinds, without gaps in a run. */
    int sequence();
}
