package org.optbench.tasks.synthetic.coco;

/** The linear constraints of bbob-constrained, about an optimum at the origin. */
final class LinearConstraints {

    private static final double NEGLIGIBLE = 1e-11;

    /** Array shape {@code [constraint][d]}. */
    private final double[][] gradient;
    /** Distance from the origin of each constraint's border, 0 for the active ones. */
    private final double[] distance;
    /** Length of each gradient when it was drawn. */
    private final double[] norm;
    private int count;

    private LinearConstraints(int constraints) {
        gradient = new double[constraints][];
        distance = new double[constraints];
        norm = new double[constraints];
    }

    /**
     * Draws the constraints. One active constraint, in the place that the instance says, has the gradient
     * {@code -feasible}, which makes the origin a Karush-Kuhn-Tucker point; then it is disguised by a combination of the
     * other active ones.
     *
     * @param feasible direction that satisfies every constraint, array shape {@code [d]}
     */
    static LinearConstraints create(int function, int instance, int active, double[] feasible) {
        int inactiveLeft = active / 2;
        int total = active + inactiveLeft;
        long seed = function + 10_000L * instance;
        LaggedRandom random = new LaggedRandom(seed);
        LaggedRandom weights = new LaggedRandom(seed);
        double common = 100.0 * StrictMath.pow(10.0, random.nextUniform());
        LinearConstraints result = new LinearConstraints(total);
        double[] combination = new double[feasible.length];
        int special = -1;
        int drawnActive = 0;
        for (int j = 0; j < total; j++) {
            boolean isActive = j == 0 || (drawnActive < active && random.nextUniform() + 1e-23 > (double) inactiveLeft / total);
            double away = 0.0;
            if (isActive) {
                drawnActive++;
            } else {
                inactiveLeft--;
                away = 0.01 + 2.0 * random.nextUniform();
            }
            boolean isSpecial = isActive && (drawnActive - 1 + instance) % active == 0;
            double[] added = result.add(seed + 50_000L * drawnActive, common, isSpecial, away, feasible);
            if (isSpecial) {
                special = j;
            } else if (isActive) {
                double weight = weights.nextUniform();
                for (int k = 0; k < combination.length; k++) {
                    combination[k] += weight * added[k];
                }
            }
        }
        if (active > 1) {
            result.disguise(special, combination, weights.nextUniform());
        }
        return result;
    }

    private double[] add(long seed, double common, boolean special, double away, double[] feasible) {
        int d = feasible.length;
        LaggedRandom random = new LaggedRandom(seed);
        double own = StrictMath.pow(100.0, random.nextUniform());
        double[] a = new double[d];
        if (special) {
            double factor = common * own / length(feasible);
            for (int k = 0; k < d; k++) {
                a[k] = -feasible[k] * factor;
            }
        } else {
            for (int k = 0; k < d; k++) {
                a[k] = common * random.nextGaussian() * own / Math.sqrt(d);
            }
        }
        gradient[count] = a;
        distance[count] = away;
        norm[count] = length(a);
        if (value(count, feasible) > 0.0) {
            for (int k = 0; k < d; k++) {
                a[k] = -a[k];
            }
        }
        count++;
        return a;
    }

    private void disguise(int special, double[] combination, double uniform) {
        double[] a = gradient[special];
        double d = a.length;
        double product = 0.0;
        for (int k = 0; k < a.length; k++) {
            product += combination[k] * a[k];
        }
        double factor = product <= 0.0 ? d : Math.min(d, norm[special] * norm[special] / product);
        factor *= (1.0 + uniform) / (2.0 + 1.0 / d);
        for (int k = 0; k < a.length; k++) {
            a[k] -= factor * combination[k];
        }
        double rescale = norm[special] / length(a);
        for (int k = 0; k < a.length; k++) {
            a[k] *= rescale;
        }
    }

    private static double length(double[] v) {
        double sum = 0.0;
        for (double c : v) {
            sum += c * c;
        }
        return Math.sqrt(sum);
    }

    int count() {
        return gradient.length;
    }

    void evaluate(double[] u, double[] g) {
        for (int j = 0; j < gradient.length; j++) {
            g[j] = value(j, u);
        }
    }

    private double value(int j, double[] u) {
        double[] a = gradient[j];
        double back = distance[j] / norm[j];
        double sum = 0.0;
        for (int k = 0; k < a.length; k++) {
            double term = a[k] * (u[k] - back * a[k]);
            // Tiny positive terms are left out, so that rounding of the shift leaves the optimum feasible.
            if (!(term >= 0.0 && term <= NEGLIGIBLE)) {
                sum += term;
            }
        }
        return sum;
    }
}
