package org.optbench.tasks.synthetic.coco;

import java.util.random.RandomGenerator;
import org.optbench.tasks.synthetic.function.NoiseModel;

/**
 * One of the 30 noisy functions of BBOB, f101 to f130 (N. Hansen, S. Finck, R. Ros, A. Auger: Real-Parameter Black-Box Optimization Benchmarking 2009:
 * Noisy Functions Definitions, INRIA RR-6869): eight noiseless functions, whose instances they share, each with Gaussian, uniform and seldom Cauchy
 * noise on the gap to the optimum, moderate or severe. Outside the box a penalty of 100 times the squared distance is added free of noise.
 */
final class NoisyFunction {

    /** Numbers of the first and the last function. */
    static final int FIRST = 101;
    static final int LAST = 130;

    private static final int[] NOISELESS = {1, 8, 1, 8, 7, 10, 14, 17, 19, 21};
    private static final String[] NOISES = {"gaussian", "uniform", "cauchy"};
    private static final double PENALTY = 100.0;

    private final BbobFunction function;
    private final double penaltyOfFunction;
    private final double factor;
    private final double optimalValue;
    private final NoiseModel noise;

    private NoisyFunction(BbobFunction function, double penaltyOfFunction, double factor, double optimalValue, NoiseModel noise) {
        this.function = function;
        this.penaltyOfFunction = penaltyOfFunction;
        this.factor = factor;
        this.optimalValue = optimalValue;
        this.noise = noise;
    }

    /** The instance of a function, 101 .. 130. */
    static NoisyFunction of(int number, int dimension, int instance) {
        int noiseless = noiseless(number);
        BbobId id = new BbobId(noiseless, dimension, instance, false);
        BbobFunction function = noiseless == 10 ? IllConditionedFunctions.ellipsoid(id, 1e4) : BbobFunction.of(id);
        double penalty = switch (noiseless) {
            case 7, 21 -> 1.0;
            case 17 -> 10.0;
            default -> 0.0;
        };
        return new NoisyFunction(function, penalty, noiseless == 19 ? 0.1 : 1.0, LegacyRandom.optimalValue(noiseless, instance),
                NoiseModel.of(noise(number), isSevere(number), dimension));
    }

    /** Number of the noiseless function behind a noisy one. */
    static int noiseless(int number) {
        return NOISELESS[(number - FIRST) / NOISES.length];
    }

    /** {@code gaussian}, {@code uniform} or {@code cauchy}. */
    static String noise(int number) {
        return NOISES[(number - FIRST) % NOISES.length];
    }

    static boolean isSevere(int number) {
        return number > 106;
    }

    int dimension() {
        return function.dimension();
    }

    /** The minimum, where noise vanishes. */
    double optimalValue() {
        return optimalValue;
    }

    /** The minimiser, array shape {@code [d]}; a copy. */
    double[] optimum() {
        return function.optimum();
    }

    /** Gap to the optimum without noise and without penalty, 0 or above. */
    double gap(double[] x) {
        double raw = function.value(x) - (penaltyOfFunction == 0.0 ? 0.0 : penaltyOfFunction * Transforms.penalty(x));
        return factor * Math.max(0.0, raw);
    }

    /** The value with noise from the generator. */
    double value(double[] x, RandomGenerator random) {
        return noise.perturb(gap(x), random) + PENALTY * Transforms.penalty(x) + optimalValue;
    }
}
