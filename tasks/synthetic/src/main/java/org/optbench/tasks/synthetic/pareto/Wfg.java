package org.optbench.tasks.synthetic.pareto;

/** The transformations and shapes of the WFG toolkit (Huband et al. 2006, tables XI and XII). Results are moved into [0, 1] when rounding left it. */
final class Wfg {

    private static final double TOLERANCE = 1e-10;

    private Wfg() {
    }

    /** Moves values within rounding of the borders to the borders. */
    static double clamp(double y) {
        if (y < 0.0 && y >= -TOLERANCE) {
            return 0.0;
        }
        return y > 1.0 && y <= 1.0 + TOLERANCE ? 1.0 : y;
    }

    /** s_linear: zero at a. */
    static double linearShift(double y, double a) {
        return clamp(Math.abs(y - a) / Math.abs(Math.floor(a - y) + a));
    }

    /** s_decept: global minimum at a, aperture b, deceptive minima of value c. */
    static double deceptive(double y, double a, double b, double c) {
        double left = Math.floor(y - a + b) * (1.0 - c + (a - b) / b) / (a - b);
        double right = Math.floor(a + b - y) * (1.0 - c + (1.0 - a - b) / b) / (1.0 - a - b);
        return clamp(1.0 + (Math.abs(y - a) - b) * (left + right + 1.0 / b));
    }

    /** s_multi: a minima, hill size b, global minimum at c. */
    static double multimodal(double y, double a, double b, double c) {
        double near = Math.abs(y - c) / (2.0 * (Math.floor(c - y) + c));
        double wave = (4.0 * a + 2.0) * Math.PI * (0.5 - near);
        return clamp((1.0 + StrictMath.cos(wave) + 4.0 * b * near * near) / (b + 2.0));
    }

    /** b_flat: value a on [b, c]. */
    static double flat(double y, double a, double b, double c) {
        double below = Math.min(0.0, Math.floor(y - b)) * (a * (b - y) / b);
        double above = Math.min(0.0, Math.floor(c - y)) * ((1.0 - a) * (y - c) / (1.0 - c));
        return clamp(a + below - above);
    }

    /** b_param: the bias of y depends on u. */
    static double dependent(double y, double u) {
        double a = 0.98 / 49.98;
        double v = a - (1.0 - 2.0 * u) * Math.abs(Math.floor(0.5 - u) + a);
        return clamp(StrictMath.pow(y, 0.02 + (50.0 - 0.02) * v));
    }

    /** r_sum with equal weights. */
    static double mean(double[] y, int from, int to) {
        double sum = 0.0;
        for (int i = from; i < to; i++) {
            sum += y[i];
        }
        return clamp(sum / (to - from));
    }

    /** r_sum with weights 2, 4, 6, .. by index. */
    static double weighted(double[] y, int from, int to) {
        double sum = 0.0;
        double weights = 0.0;
        for (int i = from; i < to; i++) {
            double w = 2.0 * (i + 1);
            sum += w * y[i];
            weights += w;
        }
        return clamp(sum / weights);
    }

    /** r_nonsep of degree a. */
    static double nonSeparable(double[] y, int from, int to, int a) {
        int n = to - from;
        double half = Math.ceil(a / 2.0);
        double sum = 0.0;
        for (int j = 0; j < n; j++) {
            sum += y[from + j];
            for (int k = 0; k <= a - 2; k++) {
                sum += Math.abs(y[from + j] - y[from + (j + k + 1) % n]);
            }
        }
        return clamp(sum / (n * half * (1.0 + 2.0 * a - 2.0 * half) / a));
    }

    /** Linear shape of objective i, counted from 0. */
    static double linear(double[] x, int i) {
        int m = x.length + 1;
        double h = 1.0;
        for (int j = 0; j < m - 1 - i; j++) {
            h *= x[j];
        }
        return clamp(i == 0 ? h : h * (1.0 - x[m - 1 - i]));
    }

    /** Convex shape of objective i. */
    static double convex(double[] x, int i) {
        int m = x.length + 1;
        double h = 1.0;
        for (int j = 0; j < m - 1 - i; j++) {
            h *= 1.0 - StrictMath.cos(0.5 * Math.PI * x[j]);
        }
        return clamp(i == 0 ? h : h * (1.0 - StrictMath.sin(0.5 * Math.PI * x[m - 1 - i])));
    }

    /** Concave shape of objective i. */
    static double concave(double[] x, int i) {
        int m = x.length + 1;
        double h = 1.0;
        for (int j = 0; j < m - 1 - i; j++) {
            h *= StrictMath.sin(0.5 * Math.PI * x[j]);
        }
        return clamp(i == 0 ? h : h * StrictMath.cos(0.5 * Math.PI * x[m - 1 - i]));
    }

    /** Mixed convex and concave shape of the last objective with a waves. */
    static double mixed(double x, double a) {
        double turn = 2.0 * a * Math.PI;
        return clamp(1.0 - x - StrictMath.cos(turn * x + 0.5 * Math.PI) / turn);
    }

    /** Disconnected shape of the last objective with a regions. */
    static double disconnected(double x, double a) {
        double cosine = StrictMath.cos(a * Math.PI * x);
        return clamp(1.0 - x * cosine * cosine);
    }
}
