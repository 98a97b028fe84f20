package org.optbench.optimizers.classic;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.PowellOptimizer;

/**
 * Powell's conjugate directions (1964) by Commons Math; points outside the unit cube are reflected into it.
 *
 * @param tolerance relative change of the value at which it has converged
 */
record PowellSearch(double tolerance) implements LocalSearch {

    private static final double LINE_TOLERANCE = 1e-3;

    @Override
    public void run(Function function, double[] start, double scale) {
        PowellOptimizer powell = new PowellOptimizer(tolerance, 1e-12, LINE_TOLERANCE, 1e-6);
        powell.optimize(new MaxEval(Integer.MAX_VALUE), GoalType.MINIMIZE, new InitialGuess(start),
                new ObjectiveFunction(point -> function.at(reflected(point))));
    }

    private static double[] reflected(double[] point) {
        double[] inside = new double[point.length];
        for (int k = 0; k < point.length; k++) {
            double folded = Math.abs(point[k]) % 2;
            inside[k] = folded > 1 ? 2 - folded : Double.isNaN(folded) ? 0.5 : folded;
        }
        return inside;
    }
}
