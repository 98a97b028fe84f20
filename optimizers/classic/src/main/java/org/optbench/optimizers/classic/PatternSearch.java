package org.optbench.optimizers.classic;

/**
 * Pattern search of Hooke and Jeeves (1961): exploratory moves along the coordinates, pattern moves along what they have gained, a shorter step when nothing is gained.
 *
 * @param step      first step
 * @param reduction factor by which the step shrinks
 * @param tolerance step at which it has converged
 */
record PatternSearch(double step, double reduction, double tolerance) implements LocalSearch {

    @Override
    public void run(Function function, double[] start, double scale) {
        double[] base = start;
        double baseValue = function.at(base);
        double length = step * scale;
        while (length > tolerance) {
            double[] point = base.clone();
            double value = explore(function, point, baseValue, length);
            if (value >= baseValue) {
                length *= reduction;
                continue;
            }
            while (value < baseValue) {
                double[] pattern = new double[base.length];
                for (int k = 0; k < pattern.length; k++) {
                    pattern[k] = Math.clamp(2 * point[k] - base[k], 0.0, 1.0);
                }
                base = point;
                baseValue = value;
                point = pattern;
                value = explore(function, point, function.at(point), length);
            }
        }
    }

    private static double explore(Function function, double[] point, double valueThere, double length) {
        double value = valueThere;
        for (int k = 0; k < point.length; k++) {
            double old = point[k];
            for (double move : new double[]{length, -length}) {
                point[k] = Math.clamp(old + move, 0.0, 1.0);
                if (point[k] != old) {
                    double moved = function.at(point);
                    if (moved < value) {
                        value = moved;
                        old = point[k];
                        break;
                    }
                }
                point[k] = old;
            }
        }
        return value;
    }
}
