package org.optbench.optimizers.multiobjective;

/**
 * One told trial.
 *
 * @param index      0, 1, ... in the order told
 * @param tag        of its suggestion
 * @param point      point of the {@link org.optbench.optimizers.bayes.space.Encoding}
 * @param objectives values to minimise, finite; empty for a failed trial
 * @param excess     value of each constraint minus its tolerance: at most 0 is satisfied, NaN counts as violated
 */
record Individual(int index, long tag, double[] point, double[] objectives, double[] excess) {

    /** Whether the trial gave no usable values. */
    boolean failed() {
        return objectives.length == 0;
    }

    /** Whether the trial has values and satisfies every constraint. */
    boolean feasible() {
        if (failed()) {
            return false;
        }
        for (double value : excess) {
            if (!(value <= 0)) {
                return false;
            }
        }
        return true;
    }
}
