package org.optbench.results;

/**
 * Where the wall time of a trial went; differs from machine to machine and from run to run.
 *
 * @param startOffset wall time from the start of the attempt to the start of the evaluation, nanoseconds
 * @param suggest     wall time of the optimizer's {@code ask} (a batch shares it evenly), of {@code report} and of the {@code tell} of the trial
 *                    before, nanoseconds
 * @param queue       wall time between suggestion and start of the evaluation, nanoseconds
 * @param evaluate    wall time of the evaluation, nanoseconds
 * @param store       wall time for which the run was held up by the recording of the trial before, nanoseconds
 */
public record TrialTimes(long startOffset, long suggest, long queue, long evaluate, long store) {

    private static final TrialTimes ZERO = new TrialTimes(0, 0, 0, 0, 0);

    public TrialTimes {
        if (startOffset < 0 || suggest < 0 || queue < 0 || evaluate < 0 || store < 0) {
            throw new IllegalArgumentException("Trial times with start " + startOffset + ", suggest " + suggest + ", queue " + queue + ", evaluate "
                    + evaluate + ", store " + store + " ns: all must be 0 or above. Maybe use System.nanoTime, which never goes back.");
        }
    }

    /** Times that are not known, as of imported results. */
    public static TrialTimes unknown() {
        return ZERO;
    }
}
