package org.optbench.subsets;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A selected subset with what is known about its quality.
 *
 * @param indices positions of the members in the full set, increasing
 * @param value star discrepancy of the members, exact
 * @param lowerBound proven: no admissible subset of this size is better than this by more than 1e-9
 * @param worst the box where {@code value} is attained
 * @param history the improvements in order, for a picture of the gap over time
 * @param effort what was spent
 */
public record Selection(int[] indices, double value, double lowerBound, Box worst, List<Step> history, Effort effort) {

    /**
     * One improvement of the value or the bound.
     *
     * @param seconds wall-clock seconds since the start (not reproducible, unlike the rest)
     * @param work exact decisions and nodes spent until the end of the round
     */
    public record Step(double seconds, long work, double value, double lowerBound) {
    }

    /**
     * What a selection cost.
     *
     * @param decisions discrepancy decisions of the local search
     * @param restarts random starts of the local search
     * @param nodes nodes of the branch and bound
     * @param seconds wall-clock seconds
     */
    public record Effort(long decisions, long restarts, long nodes, double seconds) {
    }

    /** Copies the indices and the history. */
    public Selection {
        indices = indices.clone();
        history = List.copyOf(history);
        if (indices.length == 0) {
            throw new IllegalArgumentException("indices is empty: a selection has at least one member. Maybe k was 0?");
        }
    }

    /** A copy of the members' positions. */
    @Override
    public int[] indices() {
        return indices.clone();
    }

    /** Number of members. */
    public int size() {
        return indices.length;
    }

    /** Distance from the value to the proven bound; 0 when optimal. */
    public double gap() {
        return Math.max(0.0, value - lowerBound);
    }

    /** Whether the value is proven optimal (to 1e-9). */
    public boolean optimal() {
        return value - lowerBound <= 1e-9;
    }

    /** The members' rows of a matrix with one row per point. */
    public double[][] rows(double[][] matrix) {
        return Arrays.stream(indices).mapToObj(i -> matrix[i].clone()).toArray(double[][]::new);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Selection s && Arrays.equals(indices, s.indices) && value == s.value && lowerBound == s.lowerBound
                && worst.equals(s.worst) && history.equals(s.history) && effort.equals(s.effort);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(indices), value, lowerBound);
    }

    @Override
    public String toString() {
        return "Selection[k=" + indices.length + ", value=" + value + ", lowerBound=" + lowerBound + ", indices="
                + Arrays.toString(indices) + "]";
    }
}
