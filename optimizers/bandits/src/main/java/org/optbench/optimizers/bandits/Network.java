package org.optbench.optimizers.bandits;

import java.util.random.RandomGenerator;

/** A regression network with one hidden layer of rectified units, trained by Adam; its parameters lie in one array, so that gradients do too. */
final class Network {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;

    private final int inputs;
    private final int hidden;
    private final double[] parameters;
    private final double[] gradient;
    private final double[] first;
    private final double[] second;
    private final double[] units;
    private int steps;

    Network(int inputs, int hidden, RandomGenerator random) {
        this.inputs = inputs;
        this.hidden = hidden;
        this.parameters = new double[hidden * (inputs + 2) + 1];
        this.gradient = new double[parameters.length];
        this.first = new double[parameters.length];
        this.second = new double[parameters.length];
        this.units = new double[hidden];
        double spread = Math.sqrt(2.0 / (inputs + 1));
        for (int i = 0; i < hidden * (inputs + 1); i++) {
            parameters[i] = spread * random.nextGaussian();
        }
        for (int i = hidden * (inputs + 1); i < parameters.length - 1; i++) {
            parameters[i] = random.nextGaussian() / Math.sqrt(hidden);
        }
    }

    /** Number of parameters. */
    int size() {
        return parameters.length;
    }

    double predict(double[] x) {
        double sum = parameters[parameters.length - 1];
        for (int h = 0; h < hidden; h++) {
            int row = h * (inputs + 1);
            double unit = parameters[row + inputs];
            for (int i = 0; i < inputs; i++) {
                unit += parameters[row + i] * x[i];
            }
            units[h] = Math.max(0, unit);
            sum += units[h] * parameters[hidden * (inputs + 1) + h];
        }
        return sum;
    }

    /** The prediction, whose derivatives by the parameters go to the array {@code [size]}. */
    double predict(double[] x, double[] derivatives) {
        double value = predict(x);
        int output = hidden * (inputs + 1);
        for (int h = 0; h < hidden; h++) {
            int row = h * (inputs + 1);
            double slope = units[h] > 0 ? parameters[output + h] : 0;
            for (int i = 0; i < inputs; i++) {
                derivatives[row + i] = slope * x[i];
            }
            derivatives[row + inputs] = slope;
            derivatives[output + h] = units[h];
        }
        derivatives[output + hidden] = 1;
        return value;
    }

    /**
     * One step of Adam on the squared error of a batch.
     *
     * @param x       inputs {@code [n][inputs]}
     * @param targets {@code [n]}
     * @param rate    learning rate, positive
     * @param decay   weight decay, 0 or above
     */
    void step(double[][] x, double[] targets, double rate, double decay) {
        double[] total = new double[parameters.length];
        for (int k = 0; k < x.length; k++) {
            double error = predict(x[k], gradient) - targets[k];
            for (int i = 0; i < total.length; i++) {
                total[i] += error * gradient[i] / x.length;
            }
        }
        steps++;
        double firstBias = 1 - StrictMath.pow(FIRST, steps);
        double secondBias = 1 - StrictMath.pow(SECOND, steps);
        for (int i = 0; i < parameters.length; i++) {
            first[i] = FIRST * first[i] + (1 - FIRST) * total[i];
            second[i] = SECOND * second[i] + (1 - SECOND) * total[i] * total[i];
            parameters[i] -= rate * (first[i] / firstBias / (Math.sqrt(second[i] / secondBias) + 1e-8) + decay * parameters[i]);
        }
    }
}
