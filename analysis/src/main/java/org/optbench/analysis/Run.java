package org.optbench.analysis;

/**
 * A run in a table, all values to be minimised.
 *
 * @param seed           seed
 * @param curve          [g] best value up to each point of the task's effort grid; infinity before the first result that counts
 * @param hits           [t] effort at which each target was first attained; infinity when it was not
 * @param best           best value within the budget; infinity when no result counts
 * @param spent          effort of the whole run
 * @param seconds        time of the last result on the task's clock; NaN when not known
 * @param suggestSeconds sum over the run; NaN when not known
 * @param trials         results
 * @param failures       failed trials
 * @param area           mean of the normalised incumbent over the effort axis; NaN without bounds
 * @param front          see {@link RunTrace#front}
 */
@SuppressWarnings("ArrayRecordComponent")
record Run(long seed, double[] curve, double[] hits, double best, double spent, double seconds, double suggestSeconds, int trials, int failures,
        double area, double[][] front) {
}
