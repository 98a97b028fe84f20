package org.optbench.optimizer.support;

/**
 * How good a trial is: less is better. A feasible trial is better than an infeasible one, which is better than a failed one; feasible trials compare by
 * their value, infeasible ones by the sum of their violations (Deb, "An efficient constraint handling method for genetic algorithms", 2000).
 * Scores of one {@link Scores} are comparable with each other only; their order never changes.
 */
public final class Score implements Comparable<Score> {

    private final double violation;
    private final double value;
    private final RankOrder.Place place;

    Score(double violation, double value, RankOrder.Place place) {
        this.violation = violation;
        this.value = value;
        this.place = place;
    }

    /** 0 when feasible, the sum of the violations when not, infinity for a failure. */
    public double violation() {
        return violation;
    }

    /** The value to minimise; under rank-only observation the current rank of the trial, which later trials may raise. Infinity for a failure. */
    public double value() {
        return place == RankOrder.NOWHERE ? value : place.rank();
    }

    public boolean isFailure() {
        return violation == Double.POSITIVE_INFINITY;
    }

    public boolean isFeasible() {
        return violation == 0;
    }

    /** Whether {@link #value} is an observed value that never changes; false under rank-only observation. */
    public boolean isFinal() {
        return place == RankOrder.NOWHERE;
    }

    /** Whether this trial is strictly better. */
    public boolean isBetterThan(Score other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Score other) {
        int byViolation = Double.compare(violation, other.violation);
        return byViolation != 0 ? byViolation : Double.compare(value() + 0.0, other.value() + 0.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Score score && compareTo(score) == 0;
    }

    @Override
    public int hashCode() {
        return place == RankOrder.NOWHERE ? Double.hashCode(value + 0.0) : 1;
    }

    @Override
    public String toString() {
        return isFailure() ? "failure" : isFeasible() ? Double.toString(value()) : "violation " + violation;
    }
}
