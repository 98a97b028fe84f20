package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Small classic problems and engineering designs: Kursawe (1991), BNH (Binh, Korn 1997), OSY (Osyczka, Kundu 1995), TNK (Tanaka et al. 1995), welded
 * beam (Deb, Sundar 2006) and car side impact (Jain, Deb 2014). Constraints are scaled as in pymoo.
 */
enum DesignProblem {
    KURSAWE(box(3, -5.0), box(3, 5.0), 0, -12.0, 2.0) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            f[0] = 0.0;
            f[1] = 0.0;
            for (int i = 0; i < x.length; i++) {
                if (i + 1 < x.length) {
                    f[0] -= 10.0 * StrictMath.exp(-0.2 * Math.sqrt(x[i] * x[i] + x[i + 1] * x[i + 1]));
                }
                f[1] += StrictMath.pow(Math.abs(x[i]), 0.8) + 5.0 * StrictMath.sin(x[i] * x[i] * x[i]);
            }
        }
    },
    BNH(new double[]{0.0, 0.0}, new double[]{5.0, 3.0}, 2, 140.0, 55.0) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            double a = x[0];
            double b = x[1];
            f[0] = 4.0 * a * a + 4.0 * b * b;
            f[1] = (a - 5.0) * (a - 5.0) + (b - 5.0) * (b - 5.0);
            g[0] = ((a - 5.0) * (a - 5.0) + b * b - 25.0) / 25.0;
            g[1] = -((a - 8.0) * (a - 8.0) + (b + 3.0) * (b + 3.0) - 7.7) / 7.7;
        }

        @Override
        double[][] optima(int points) {
            double[][] x = new double[points][];
            for (int i = 0; i < points; i++) {
                double t = 5.0 * i / (points - 1.0);
                x[i] = new double[]{t, Math.min(t, 3.0)};
            }
            return x;
        }
    },
    OSY(new double[]{0.0, 0.0, 1.0, 0.0, 1.0, 0.0}, new double[]{10.0, 10.0, 5.0, 6.0, 5.0, 10.0}, 6, 0.0, 85.0) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            f[0] = -(25.0 * sq(x[0] - 2.0) + sq(x[1] - 2.0) + sq(x[2] - 1.0) + sq(x[3] - 4.0) + sq(x[4] - 1.0));
            f[1] = Arrays.stream(x).map(DesignProblem::sq).sum();
            g[0] = (2.0 - x[0] - x[1]) / 2.0;
            g[1] = (x[0] + x[1] - 6.0) / 6.0;
            g[2] = (x[1] - x[0] - 2.0) / 2.0;
            g[3] = (x[0] - 3.0 * x[1] - 2.0) / 2.0;
            g[4] = (sq(x[2] - 3.0) + x[3] - 4.0) / 4.0;
            g[5] = (4.0 - sq(x[4] - 3.0) - x[5]) / 4.0;
        }

        /** The five pieces of the Pareto set (Deb 2001, section 8.3). */
        @Override
        double[][] optima(int points) {
            List<double[]> x = new ArrayList<>();
            int each = Math.max(2, points / 5);
            for (int i = 0; i < each; i++) {
                double t = i / (each - 1.0);
                double third = 1.0 + 4.0 * t;
                double first = 4.056 + (5.0 - 4.056) * t;
                x.add(new double[]{5.0, 1.0, third, 0.0, 5.0, 0.0});
                x.add(new double[]{5.0, 1.0, third, 0.0, 1.0, 0.0});
                x.add(new double[]{first, (first - 2.0) / 3.0, 1.0, 0.0, 1.0, 0.0});
                x.add(new double[]{0.0, 2.0, 1.0 + 2.732 * t, 0.0, 1.0, 0.0});
                x.add(new double[]{t, 2.0 - t, 1.0, 0.0, 1.0, 0.0});
            }
            return x.toArray(double[][]::new);
        }
    },
    TNK(new double[]{0.0, 1e-30}, new double[]{Math.PI, Math.PI}, 2, 1.2, 1.2) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            f[0] = x[0];
            f[1] = x[1];
            g[0] = -(x[0] * x[0] + x[1] * x[1] - 1.0 - 0.1 * StrictMath.cos(16.0 * StrictMath.atan(x[0] / x[1])));
            g[1] = 2.0 * (sq(x[0] - 0.5) + sq(x[1] - 0.5)) - 1.0;
        }

        /** The first feasible point on each ray from the origin. */
        @Override
        double[][] optima(int points) {
            List<double[]> x = new ArrayList<>();
            double[] f = new double[2];
            double[] g = new double[2];
            for (int i = 1; i < 2 * points; i++) {
                double angle = 0.5 * Math.PI * i / (2.0 * points);
                double c = StrictMath.cos(angle);
                double s = StrictMath.sin(angle);
                double r = Fronts.firstFeasible(0.5, 1.5, 1000, t -> {
                    evaluate(new double[]{t * c, t * s}, f, g);
                    return g[0] <= 0.0 && g[1] <= 0.0;
                });
                if (!Double.isNaN(r)) {
                    x.add(new double[]{r * c, r * s});
                }
            }
            return x.toArray(double[][]::new);
        }
    },
    WELDED_BEAM(new double[]{0.125, 0.1, 0.1, 0.125}, new double[]{5.0, 10.0, 10.0, 5.0}, 4, 40.0, 0.02) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            double h = x[0];
            double l = x[1];
            double t = x[2];
            double b = x[3];
            f[0] = 1.10471 * h * h * l + 0.04811 * t * b * (14.0 + l);
            f[1] = 2.1952 / (b * t * t * t);
            double load = 6000.0;
            double r = Math.sqrt(0.25 * (l * l + sq(h + t)));
            double moment = load * (14.0 + l / 2.0);
            double inertia = 2.0 * Math.sqrt(0.5) * h * l * (l * l / 12.0 + 0.25 * sq(h + t));
            double t1 = load / (Math.sqrt(2.0) * h * l);
            double t2 = moment * r / inertia;
            double shear = Math.sqrt(t1 * t1 + t2 * t2 + t1 * t2 * l / r);
            double bending = 6.0 * load * 14.0 / (b * t * t);
            double buckling = 64746.022 * (1.0 - 0.0282346 * t) * t * b * b * b;
            g[0] = (shear - 13600.0) / 13600.0;
            g[1] = (bending - 30000.0) / 30000.0;
            g[2] = (h - b) / (5.0 - 0.125);
            g[3] = (load - buckling) / load;
        }
    },
    CARSIDE(new double[]{0.5, 0.45, 0.5, 0.5, 0.875, 0.4, 0.4}, new double[]{1.5, 1.35, 1.5, 1.5, 2.625, 1.2, 1.2}, 10, 45.4872, 4.5114, 13.3394) {
        @Override
        void evaluate(double[] x, double[] f, double[] g) {
            double steel = 0.345;
            double mild = 0.192;
            f[0] = 1.98 + 4.9 * x[0] + 6.67 * x[1] + 6.98 * x[2] + 4.01 * x[3] + 1.78 * x[4] + 0.00001 * x[5] + 2.73 * x[6];
            g[0] = 1.16 - 0.3717 * x[1] * x[3] - 0.0092928 * x[2];
            g[1] = 0.261 - 0.0159 * x[0] * x[1] - 0.188 * x[0] * steel - 0.019 * x[1] * x[6] + 0.0144 * x[2] * x[4] + 0.08045 * x[5] * mild;
            g[2] = 0.214 + 0.00817 * x[4] - 0.131 * x[0] * steel - 0.0704 * x[0] * mild + 0.03099 * x[1] * x[5] - 0.018 * x[1] * x[6]
                    + 0.0208 * x[2] * steel + 0.121 * x[2] * mild - 0.00364 * x[4] * x[5] - 0.018 * x[1] * x[1];
            g[3] = 0.74 - 0.61 * x[1] - 0.031296 * x[2] - 0.166 * x[6] * mild + 0.227 * x[1] * x[1];
            g[4] = 28.98 + 3.818 * x[2] - 4.2 * x[0] * x[1] + 6.63 * x[5] * mild - 7.77 * x[6] * steel;
            g[5] = 33.86 + 2.95 * x[2] - 5.057 * x[0] * x[1] - 11.0 * x[1] * steel - 9.98 * x[6] * steel + 22.0 * steel * mild;
            g[6] = 46.36 - 9.9 * x[1] - 12.9 * x[0] * steel;
            g[7] = 4.72 - 0.5 * x[3] - 0.19 * x[1] * x[2];
            g[8] = 10.58 - 0.674 * x[0] * x[1] - 1.95 * x[1] * steel;
            g[9] = 16.45 - 0.489 * x[2] * x[6] - 0.843 * x[4] * x[5];
            f[1] = g[7];
            f[2] = (g[8] + g[9]) / 2.0;
            double[] limit = {1.0, 0.32, 0.32, 0.32, 32.0, 32.0, 32.0, 4.0, 9.9, 15.7};
            for (int i = 0; i < limit.length; i++) {
                g[i] = g[i] / limit[i] - 1.0;
            }
        }
    };

    private final double[] lower;
    private final double[] upper;
    private final int constraints;
    private final double[] reference;

    DesignProblem(double[] lower, double[] upper, int constraints, double... reference) {
        this.lower = lower;
        this.upper = upper;
        this.constraints = constraints;
        this.reference = reference;
    }

    private static double[] box(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }

    static double sq(double v) {
        return v * v;
    }

    abstract void evaluate(double[] x, double[] f, double[] g);

    /** About the wanted number of points whose images are on the Pareto front, array shape {@code [n][d]}; by default the stored ones. */
    double[][] optima(int points) {
        return StoredOptima.read(id(), points);
    }

    /** Lower-case name with hyphens. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int dimension() {
        return lower.length;
    }

    int objectives() {
        return reference.length;
    }

    int constraints() {
        return constraints;
    }

    /** The problem as an object. */
    ParetoProblem problem() {
        DesignProblem design = this;
        return new ParetoProblem(id(), lower, upper, constraints, reference) {
            @Override
            public void evaluate(double[] x, double[] f, double[] g) {
                design.evaluate(x, f, g);
            }

            @Override
            public double[][] front(int points) {
                return images(optima(points));
            }
        };
    }
}
