package org.optbench.tasks.synthetic.classic;

/** The Hartmann functions of three and six variables, their weights left open (Hartmann 1973; Dixon, Szego 1978). */
public final class Hartmann {

    static final double[] ALPHA = {1.0, 1.2, 3.0, 3.2};

    private static final double[][] A3 = {{3.0, 10.0, 30.0}, {0.1, 10.0, 35.0}, {3.0, 10.0, 30.0}, {0.1, 10.0, 35.0}};
    private static final double[][] P3 = {{0.3689, 0.1170, 0.2673}, {0.4699, 0.4387, 0.7470}, {0.1091, 0.8732, 0.5547}, {0.0381, 0.5743, 0.8828}};
    private static final double[][] A6 = {{10.0, 3.0, 17.0, 3.5, 1.7, 8.0}, {0.05, 10.0, 17.0, 0.1, 8.0, 14.0}, {3.0, 3.5, 1.7, 10.0, 17.0, 8.0},
            {17.0, 8.0, 0.05, 10.0, 0.1, 14.0}};
    private static final double[][] P6 = {{0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886}, {0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991},
            {0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650}, {0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381}};

    private Hartmann() {
    }

    /** Weights of the four wells, array shape {@code [4]}; a copy. */
    public static double[] weights() {
        return ALPHA.clone();
    }

    /** Hartmann-3 with given weights, array shape {@code [4]}; negative, to be minimised. */
    public static double three(double[] x, double[] weights) {
        return sum(x, weights, A3, P3);
    }

    /** Hartmann-6 with given weights, array shape {@code [4]}; negative, to be minimised. */
    public static double six(double[] x, double[] weights) {
        return sum(x, weights, A6, P6);
    }

    private static double sum(double[] x, double[] weights, double[][] a, double[][] p) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            double exponent = 0.0;
            for (int j = 0; j < x.length; j++) {
                double z = x[j] - p[i][j];
                exponent += a[i][j] * z * z;
            }
            sum -= weights[i] * StrictMath.exp(-exponent);
        }
        return sum;
    }
}
