package org.optbench.runner.campaign;

/**
 * A limit that may grow with the dimension of a task.
 *
 * @param perDimension added once for each parameter of the task
 * @param plus         added once
 */
public record Amount(double perDimension, double plus) {

    public Amount {
        if (!(perDimension >= 0) || !(plus >= 0) || !(perDimension + plus > 0) || Double.isInfinite(perDimension + plus)) {
            throw new IllegalArgumentException("Amount of " + perDimension + " per dimension plus " + plus + ": both must be 0 or above, their sum positive.");
        }
    }

    public double of(int dimension) {
        return perDimension * dimension + plus;
    }
}
