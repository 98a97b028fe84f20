package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.tasks.synthetic.function.VectorFunction;

/**
 * A problem of several objectives to be minimised over a box, with a stored reference point for the hypervolume and, where it is known, its Pareto
 * front. Constraints are satisfied at values of 0 or below.
 */
public abstract class ParetoProblem implements VectorFunction {

    /** A constraint that is active on the front is missed by rounding. */
    static final double FEASIBLE = 1e-9;

    private final String name;
    private final double[] lower;
    private final double[] upper;
    private final double[] reference;
    private final int constraints;

    /**
     * @param name      lower-case name, a segment of task ids
     * @param lower     lower bounds, array shape {@code [d]}
     * @param upper     upper bounds, array shape {@code [d]}
     * @param reference reference point, array shape {@code [objectives]}, worse than the front in every objective
     */
    ParetoProblem(String name, double[] lower, double[] upper, int constraints, double[] reference) {
        this.name = name;
        this.lower = lower.clone();
        this.upper = upper.clone();
        this.constraints = constraints;
        this.reference = reference.clone();
    }

    /** Lower-case name, a segment of task ids. */
    public final String name() {
        return name;
    }

    /** Lower bounds, array shape {@code [d]}. */
    public final double[] lower() {
        return lower.clone();
    }

    /** Upper bounds, array shape {@code [d]}. */
    public final double[] upper() {
        return upper.clone();
    }

    /** Reference point of the hypervolume, array shape {@code [objectives]}. */
    public final double[] referencePoint() {
        return reference.clone();
    }

    @Override
    public final int dimension() {
        return lower.length;
    }

    @Override
    public final int objectives() {
        return reference.length;
    }

    @Override
    public final int constraints() {
        return constraints;
    }

    /**
     * A sample of the true Pareto front, mutually non-dominated.
     *
     * @param points about how many points are wanted; the sample may hold fewer or some more
     * @return array shape {@code [n][objectives]}; no rows where the front is not known
     */
    public double[][] front(int points) {
        return new double[0][];
    }

    /**
     * The non-dominated feasible images of decision vectors.
     *
     * @param x array shape {@code [n][d]}
     * @return array shape {@code [m][objectives]} with m of at most n
     */
    final double[][] images(double[][] x) {
        double[] g = new double[constraints];
        List<double[]> feasible = new ArrayList<>(x.length);
        for (double[] point : x) {
            double[] f = new double[objectives()];
            evaluate(point, f, g);
            if (Arrays.stream(g).allMatch(v -> v <= FEASIBLE)) {
                feasible.add(f);
            }
        }
        return Fronts.nonDominated(feasible.toArray(double[][]::new));
    }

    static double[] filled(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }
}
