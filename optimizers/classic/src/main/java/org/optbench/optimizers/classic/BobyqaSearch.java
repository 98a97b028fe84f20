package org.optbench.optimizers.classic;

import java.util.Arrays;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleBounds;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;

/**
 * BOBYQA (Powell 2009) by Commons Math: a quadratic model through 2 n + 1 points in a trust region within the bounds. It needs two coordinates at least; a single one is doubled.
 *
 * @param radius    first trust-region radius
 * @param tolerance last trust-region radius
 */
record BobyqaSearch(double radius, double tolerance) implements LocalSearch {

    @Override
    public void run(Function function, double[] start, double scale) {
        int n = Math.max(2, start.length);
        double[] guess = Arrays.copyOf(start, n);
        if (start.length == 1) {
            guess[1] = 0.5;
        }
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.fill(upper, 1);
        BOBYQAOptimizer bobyqa = new BOBYQAOptimizer(2 * n + 1, Math.max(radius * scale, 2 * tolerance), tolerance);
        bobyqa.optimize(new MaxEval(Integer.MAX_VALUE), GoalType.MINIMIZE, new InitialGuess(guess), new SimpleBounds(lower, upper),
                new ObjectiveFunction(point -> function.at(Arrays.copyOf(point, start.length)) + (start.length == 1 ? square(point[1] - 0.5) : 0)));
    }

    private static double square(double x) {
        return x * x;
    }
}
