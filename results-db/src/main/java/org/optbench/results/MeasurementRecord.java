package org.optbench.results;

import org.optbench.model.Measurement;
import org.optbench.model.Verdict;

/**
 * A report from inside an evaluation, and the answer.
 *
 * @param sequence number of the call
 * @param trial    index of the trial
 * @param point    what was reported
 * @param verdict  the answer given to the task
 * @param nanos    wall time since this evaluation began, nanoseconds
 */
public record MeasurementRecord(int sequence, int trial, Measurement point, Verdict verdict, long nanos) implements RunEvent {
}
