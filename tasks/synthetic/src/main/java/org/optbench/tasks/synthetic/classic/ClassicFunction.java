package org.optbench.tasks.synthetic.classic;

import java.util.Arrays;
import java.util.Locale;
import org.optbench.tasks.synthetic.classic.ClassicFormulas.Formula;

/**
 * Classic test functions, to be minimised over a cube or box (formulas and optima: M. Jamil, X.-S. Yang: A literature survey of benchmark functions
 * for global optimisation problems, IJMMNO 4(2), 2013; S. Surjanovic, D. Bingham: Virtual Library of Simulation Experiments).
 */
public enum ClassicFunction {
    /** Ackley (1987) with the usual constants. */
    ACKLEY(-32.768, 32.768, 0.0, ClassicFormulas::ackley),
    ALPINE1(-10.0, 10.0, 0.0, ClassicFormulas::alpine1),
    DIXON_PRICE(-10.0, 10.0, 0.0, ClassicFormulas::dixonPrice),
    ELLIPTIC(-100.0, 100.0, 0.0, ClassicFormulas::elliptic),
    GRIEWANK(-600.0, 600.0, 0.0, ClassicFormulas::griewank),
    LEVY(-10.0, 10.0, 0.0, ClassicFormulas::levy),
    RASTRIGIN(-5.0, 5.0, 0.0, ClassicFormulas::rastrigin),
    ROSENBROCK(-2.048, 2.048, 0.0, ClassicFormulas::rosenbrock),
    SALOMON(-100.0, 100.0, 0.0, ClassicFormulas::salomon),
    SCHWEFEL(-500.0, 500.0, Double.NaN, ClassicFormulas::schwefel),
    SCHWEFEL_1_2(-100.0, 100.0, 0.0, ClassicFormulas::schwefel12),
    SCHWEFEL_2_22(-10.0, 10.0, 0.0, ClassicFormulas::schwefel222),
    /** The sphere about 1/2 in the unit cube. */
    SPHERE(0.0, 1.0, 0.0, ClassicFormulas::sphere),
    STYBLINSKI_TANG(-5.0, 5.0, Double.NaN, ClassicFormulas::styblinskiTang),
    SUM_OF_POWERS(-1.0, 1.0, 0.0, ClassicFormulas::sumOfPowers),
    ZAKHAROV(-10.0, 10.0, 0.0, ClassicFormulas::zakharov),
    BEALE(-4.5, 4.5, 0.0, 2, ClassicFormulas::beale),
    BOOTH(-10.0, 10.0, 0.0, 2, ClassicFormulas::booth),
    BRANIN(new double[]{-5.0, 0.0}, new double[]{10.0, 15.0}, 0.39788735772973816, ClassicFormulas::branin),
    BUKIN6(new double[]{-15.0, -3.0}, new double[]{-5.0, 3.0}, 0.0, ClassicFormulas::bukin6),
    CROSS_IN_TRAY(-10.0, 10.0, -2.062611870822739, 2, ClassicFormulas::crossInTray),
    DROP_WAVE(-5.12, 5.12, -1.0, 2, ClassicFormulas::dropWave),
    EASOM(-100.0, 100.0, -1.0, 2, ClassicFormulas::easom),
    EGGHOLDER(-512.0, 512.0, -959.6406627208506, 2, ClassicFormulas::eggholder),
    GOLDSTEIN_PRICE(-2.0, 2.0, 3.0, 2, ClassicFormulas::goldsteinPrice),
    HARTMANN3(0.0, 1.0, -3.8627797873327, 3, x -> Hartmann.three(x, Hartmann.ALPHA)),
    HARTMANN6(0.0, 1.0, -3.322368011415514, 6, x -> Hartmann.six(x, Hartmann.ALPHA)),
    HIMMELBLAU(-6.0, 6.0, 0.0, 2, ClassicFormulas::himmelblau),
    HOLDER_TABLE(-10.0, 10.0, -19.208502567886743, 2, ClassicFormulas::holderTable),
    LEVY13(-10.0, 10.0, 0.0, 2, ClassicFormulas::levy13),
    MATYAS(-10.0, 10.0, 0.0, 2, ClassicFormulas::matyas),
    SIX_HUMP_CAMEL(new double[]{-3.0, -2.0}, new double[]{3.0, 2.0}, -1.0316284534898774, ClassicFormulas::sixHumpCamel),
    THREE_HUMP_CAMEL(-5.0, 5.0, 0.0, 2, ClassicFormulas::threeHumpCamel);

    private static final double SCHWEFEL_ERROR = 12.7278377e-6;

    private final double[] lower;
    private final double[] upper;
    private final double optimum;
    private final boolean scalable;
    private final Formula formula;

    ClassicFunction(double lower, double upper, double optimum, Formula formula) {
        this(new double[]{lower}, new double[]{upper}, optimum, true, formula);
    }

    ClassicFunction(double lower, double upper, double optimum, int dimension, Formula formula) {
        this(filled(dimension, lower), filled(dimension, upper), optimum, false, formula);
    }

    ClassicFunction(double[] lower, double[] upper, double optimum, Formula formula) {
        this(lower, upper, optimum, false, formula);
    }

    ClassicFunction(double[] lower, double[] upper, double optimum, boolean scalable, Formula formula) {
        this.lower = lower;
        this.upper = upper;
        this.optimum = optimum;
        this.scalable = scalable;
        this.formula = formula;
    }

    private static double[] filled(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }

    /** Lower-case name with hyphens, a segment of task ids. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether any dimension from 2 on exists; the others have one. */
    public boolean isScalable() {
        return scalable;
    }

    /** Whether the function exists in a dimension. */
    public boolean hasDimension(int dimension) {
        return scalable ? dimension >= 2 && dimension <= 1000 : dimension == lower.length;
    }

    /** The dimension of a function that is not scalable. */
    public int fixedDimension() {
        return lower.length;
    }

    /** Lower bounds, array shape {@code [d]}. */
    public double[] lower(int dimension) {
        return scalable ? filled(dimension, lower[0]) : lower.clone();
    }

    /** Upper bounds, array shape {@code [d]}. */
    public double[] upper(int dimension) {
        return scalable ? filled(dimension, upper[0]) : upper.clone();
    }

    /** The minimum over the box. */
    public double optimum(int dimension) {
        return switch (this) {
            case SCHWEFEL -> dimension * SCHWEFEL_ERROR;
            case STYBLINSKI_TANG -> -39.16616570377142 * dimension;
            default -> optimum;
        };
    }

    /**
     * Evaluates.
     *
     * @param x array shape {@code [d]}
     */
    public double value(double[] x) {
        return formula.value(x);
    }
}
