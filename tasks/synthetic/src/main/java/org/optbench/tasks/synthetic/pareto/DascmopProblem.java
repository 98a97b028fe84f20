package org.optbench.tasks.synthetic.pareto;

/**
 * DAS-CMOP1 to DAS-CMOP9 (Z. Fan et al.: Difficulty Adjustable and Scalable Constrained Multiobjective Test Problem Toolkit, Evolutionary Computation
 * 28(3), 2020) at the 16 difficulties of the paper: triplets of diversity, feasibility and convergence hardness. 30 variables.
 */
final class DascmopProblem extends ParetoProblem {

    /** Number of difficulties. */
    static final int DIFFICULTIES = 16;

    private static final int DIMENSION = 30;
    private static final double[][] TRIPLETS = {{0.25, 0, 0}, {0, 0.25, 0}, {0, 0, 0.25}, {0.25, 0.25, 0.25}, {0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5},
            {0.5, 0.5, 0.5}, {0.75, 0, 0}, {0, 0.75, 0}, {0, 0, 0.75}, {0.75, 0.75, 0.75}, {0, 1, 0}, {0.5, 1, 0}, {0, 1, 0.5}, {0.5, 1, 0.5}};
    private static final double[] CENTRE1 = {0, 1, 0, 1, 2, 0, 1, 2, 3};
    private static final double[] CENTRE2 = {1.5, 0.5, 2.5, 1.5, 0.5, 3.5, 2.5, 1.5, 0.5};

    private final int number;
    private final double eta;
    private final double zeta;
    private final double gamma;

    DascmopProblem(int number, int difficulty) {
        super("dascmop" + number + "-" + difficulty, filled(DIMENSION, 0.0), filled(DIMENSION, 1.0), number <= 6 ? 11 : 7,
                filled(number <= 6 ? 2 : 3, number <= 6 ? 5.0 : 3.0));
        this.number = number;
        double[] triplet = TRIPLETS[difficulty - 1];
        eta = triplet[0];
        zeta = triplet[1];
        gamma = triplet[2];
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        double distance = distance(x);
        if (number <= 6) {
            double t = x[0];
            f[0] = t + distance;
            f[1] = distance + switch (number % 3) {
                case 1 -> 1.0 - t * t;
                case 2 -> 1.0 - Math.sqrt(t);
                default -> 1.0 - Math.sqrt(t) + 0.5 * Math.abs(StrictMath.sin(5.0 * Math.PI * t));
            };
        } else if (number == 7) {
            f[0] = x[0] * x[1] + distance;
            f[1] = x[1] * (1.0 - x[0]) + distance;
            f[2] = 1.0 - x[1] + distance;
        } else {
            double a = 0.5 * Math.PI * x[0];
            double b = 0.5 * Math.PI * x[1];
            f[0] = StrictMath.cos(a) * StrictMath.cos(b) + distance;
            f[1] = StrictMath.cos(a) * StrictMath.sin(b) + distance;
            f[2] = StrictMath.sin(a) + distance;
        }
        constrain(x, f, distance, g);
    }

    private double distance(double[] x) {
        int m = objectives();
        double sum = 0.0;
        for (int i = m - 1; i < x.length; i++) {
            double z = x[i] - 0.5;
            sum += switch (number) {
                case 1, 2, 3 -> {
                    double a = x[i] - StrictMath.sin(0.5 * Math.PI * x[0]);
                    yield a * a;
                }
                case 9 -> {
                    double a = x[i] - StrictMath.cos(0.25 * (i + 1) / x.length * Math.PI * (x[0] + x[1]));
                    yield a * a;
                }
                default -> 1.0 + z * z - StrictMath.cos(20.0 * Math.PI * z);
            };
        }
        return sum;
    }

    private void constrain(double[] x, double[] f, double distance, double[] g) {
        double b = 2.0 * eta - 1.0;
        double d = zeta == 0.0 ? 0.0 : 0.5;
        double e = zeta > 0.0 ? d - StrictMath.log(zeta) : 1e30;
        double r = 0.5 * gamma;
        double ring = zeta == 1.0 ? 1e-4 - Math.abs(e - distance) : (e - distance) * (distance - d);
        g[0] = b - StrictMath.sin(20.0 * Math.PI * x[0]);
        if (number <= 6) {
            g[1] = -ring;
            double c = StrictMath.cos(-0.25 * Math.PI);
            double s = StrictMath.sin(-0.25 * Math.PI);
            for (int k = 0; k < CENTRE1.length; k++) {
                double u = (f[0] - CENTRE1[k]) * c - (f[1] - CENTRE2[k]) * s;
                double v = (f[0] - CENTRE1[k]) * s + (f[1] - CENTRE2[k]) * c;
                g[2 + k] = r - u * u / 0.3 - v * v / 1.2;
            }
            return;
        }
        g[1] = b - StrictMath.cos(20.0 * Math.PI * x[1]);
        g[2] = -ring;
        double middle = 1.0 / Math.sqrt(3.0);
        for (int k = 0; k < 4; k++) {
            double sum = 0.0;
            for (int i = 0; i < 3; i++) {
                double centre = k == 3 ? middle : i == k ? 1.0 : 0.0;
                sum += (f[i] - centre) * (f[i] - centre);
            }
            g[3 + k] = r * r - sum;
        }
    }
}
