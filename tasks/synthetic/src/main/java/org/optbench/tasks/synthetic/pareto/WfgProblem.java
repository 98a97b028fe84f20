package org.optbench.tasks.synthetic.pareto;

import java.util.Arrays;

/**
 * WFG1 to WFG9 (S. Huband, P. Hingston, L. Barone, L. While: A Review of Multiobjective Test Problems and a Scalable Test Problem Toolkit, IEEE TEC
 * 10(5), 2006) with k position parameters: 4 for two objectives, else 2 (m - 1).
 */
final class WfgProblem extends ParetoProblem {

    private static final double OPTIMAL_DISTANCE = 0.35;

    private final int number;
    private final int k;

    WfgProblem(int number, int objectives, int dimension) {
        super("wfg" + number, filled(dimension, 0.0), upper(dimension), 0, reference(objectives));
        this.number = number;
        this.k = position(objectives);
    }

    /** Number of position parameters. */
    static int position(int objectives) {
        return objectives == 2 ? 4 : 2 * (objectives - 1);
    }

    private static double[] upper(int d) {
        double[] upper = new double[d];
        Arrays.setAll(upper, i -> 2.0 * (i + 1));
        return upper;
    }

    /** {@code 2 i + 1}, one beyond the worst value of the front in every objective. */
    private static double[] reference(int m) {
        double[] reference = new double[m];
        Arrays.setAll(reference, i -> 2.0 * (i + 1) + 1.0);
        return reference;
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] / (2.0 * (i + 1));
        }
        shape(reduce(transform(y), f.length), f);
    }

    private double[] transform(double[] y) {
        switch (number) {
            case 4 -> Arrays.setAll(y, i -> Wfg.multimodal(y[i], 30.0, 10.0, OPTIMAL_DISTANCE));
            case 5 -> Arrays.setAll(y, i -> Wfg.deceptive(y[i], 0.35, 0.001, 0.05));
            case 7 -> {
                for (int i = 0; i < k; i++) {
                    y[i] = Wfg.dependent(y[i], Wfg.mean(y, i + 1, y.length));
                }
            }
            case 8 -> {
                double[] before = y.clone();
                for (int i = k; i < y.length; i++) {
                    y[i] = Wfg.dependent(y[i], Wfg.mean(before, 0, i));
                }
            }
            case 9 -> {
                for (int i = 0; i < y.length - 1; i++) {
                    y[i] = Wfg.dependent(y[i], Wfg.mean(y, i + 1, y.length));
                }
                for (int i = 0; i < y.length; i++) {
                    y[i] = i < k ? Wfg.deceptive(y[i], 0.35, 0.001, 0.05) : Wfg.multimodal(y[i], 30.0, 95.0, OPTIMAL_DISTANCE);
                }
            }
            default -> {
            }
        }
        if (number <= 3 || (number >= 6 && number <= 8)) {
            for (int i = k; i < y.length; i++) {
                y[i] = Wfg.linearShift(y[i], OPTIMAL_DISTANCE);
            }
        }
        return number == 1 ? bias(y) : number <= 3 ? pair(y) : y;
    }

    private double[] bias(double[] y) {
        for (int i = k; i < y.length; i++) {
            y[i] = Wfg.flat(y[i], 0.8, 0.75, 0.85);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = Wfg.clamp(StrictMath.pow(y[i], 0.02));
        }
        return y;
    }

    private double[] pair(double[] y) {
        double[] t = Arrays.copyOf(y, k + (y.length - k) / 2);
        for (int i = k; i < t.length; i++) {
            int head = k + 2 * (i - k);
            t[i] = Wfg.nonSeparable(y, head, head + 2, 2);
        }
        return t;
    }

    private double[] reduce(double[] y, int m) {
        int gap = k / (m - 1);
        double[] t = new double[m];
        for (int i = 0; i < m; i++) {
            int from = i == m - 1 ? k : i * gap;
            int to = i == m - 1 ? y.length : (i + 1) * gap;
            t[i] = switch (number) {
                case 1 -> Wfg.weighted(y, from, to);
                case 6, 9 -> Wfg.nonSeparable(y, from, to, to - from);
                default -> Wfg.mean(y, from, to);
            };
        }
        return t;
    }

    private void shape(double[] t, double[] f) {
        int m = f.length;
        double last = t[m - 1];
        double[] x = new double[m - 1];
        for (int i = 0; i < x.length; i++) {
            double degenerate = number == 3 && i > 0 ? 0.0 : 1.0;
            x[i] = Math.max(last, degenerate) * (t[i] - 0.5) + 0.5;
        }
        for (int i = 0; i < m; i++) {
            double h = switch (number) {
                case 1 -> i < m - 1 ? Wfg.convex(x, i) : Wfg.mixed(x[0], 5.0);
                case 2 -> i < m - 1 ? Wfg.convex(x, i) : Wfg.disconnected(x[0], 5.0);
                case 3 -> Wfg.linear(x, i);
                default -> Wfg.concave(x, i);
            };
            f[i] = last + 2.0 * (i + 1) * h;
        }
    }

    @Override
    public double[][] front(int points) {
        int m = objectives();
        if (number >= 4) {
            double[][] front = Fronts.sphere(points, m);
            for (double[] row : front) {
                for (int i = 0; i < m; i++) {
                    row[i] *= 2.0 * (i + 1);
                }
            }
            return front;
        }
        // The position is sampled where the distance is optimal; WFG3 lies on a line.
        double[][] t = number == 3 ? Fronts.grid(points, 1) : Fronts.grid(m == 2 ? 8 * points : 4 * points, m - 1);
        double[][] f = new double[t.length][m];
        for (int i = 0; i < t.length; i++) {
            double[] full = Arrays.copyOf(t[i], m);
            full[m - 1] = 0.0;
            shape(full, f[i]);
        }
        return Fronts.nonDominated(f);
    }
}
