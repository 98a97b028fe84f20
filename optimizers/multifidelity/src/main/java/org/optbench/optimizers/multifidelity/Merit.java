package org.optbench.optimizers.multifidelity;

import java.util.Arrays;
import java.util.List;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;

/**
 * How good a result at a level is. Feasible ones come before infeasible ones, failed ones last (Deb 2000).
 *
 * @param violation 0 when feasible, the sum of the violations when not, infinity for a failure
 * @param values    objectives to minimise, finite unless failed
 */
record Merit(double violation, double[] values) implements Comparable<Merit> {

    /** The merit of a failure. */
    static Merit failed(int objectives) {
        double[] values = new double[objectives];
        Arrays.fill(values, Double.POSITIVE_INFINITY);
        return new Merit(Double.POSITIVE_INFINITY, values);
    }

    /** The merit of an outcome; one whose objectives are not all finite numbers counts as failed. */
    static Merit of(Outcome outcome, Problem problem) {
        return switch (outcome) {
            case Outcome.Valued valued -> of(valued.objectives(), valued.constraints(), problem);
            case Outcome.Failure _ -> failed(problem.objectives().size());
        };
    }

    static Merit of(List<Double> objectives, List<Double> constraints, Problem problem) {
        double[] values = new double[objectives.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = problem.objectives().get(i).toMinimize(objectives.get(i));
            if (!Double.isFinite(values[i])) {
                return failed(values.length);
            }
        }
        double violation = 0;
        for (int i = 0; i < constraints.size(); i++) {
            if (Double.isNaN(constraints.get(i))) {
                return failed(values.length);
            }
            if (!problem.constraints().get(i).isSatisfied(constraints.get(i))) {
                violation += Math.min(constraints.get(i), Double.MAX_VALUE);
            }
        }
        return new Merit(Math.min(violation, Double.MAX_VALUE), values);
    }

    boolean isFailed() {
        return violation == Double.POSITIVE_INFINITY;
    }

    boolean isFeasible() {
        return violation == 0;
    }

    /** The first objective. */
    double value() {
        return values[0];
    }

    /** By feasibility, then by the first objective. */
    @Override
    public int compareTo(Merit other) {
        int byViolation = Double.compare(violation, other.violation);
        return byViolation != 0 ? byViolation : Double.compare(values[0], other.values[0]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Merit merit && violation == merit.violation && Arrays.equals(values, merit.values);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(violation) + Arrays.hashCode(values);
    }
}
