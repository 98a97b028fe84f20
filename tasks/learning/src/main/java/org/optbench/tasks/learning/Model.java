package org.optbench.tasks.learning;

/** A trained learner. */
interface Model {

    /** The class index or number predicted for each row of {@code [n][d]}. */
    double[] predict(double[][] x);

    /** A measure of its size: nodes of trees, support vectors, stored numbers or weights. */
    long size();

    /** A learner that trains in passes over its data. */
    interface Iterative extends Model {

        /** Trains for one more pass. */
        void epoch();
    }
}
