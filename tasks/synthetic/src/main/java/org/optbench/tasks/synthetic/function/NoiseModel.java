package org.optbench.tasks.synthetic.function;

import java.util.random.RandomGenerator;

/**
 * Noise of bbob-noisy (N. Hansen, S. Finck, R. Ros, A. Auger: Real-Parameter Black-Box Optimization Benchmarking 2009: Noisy Functions Definitions,
 * INRIA RR-6869), on the gap between a value and the optimum: multiplicative log-normal, uniform that grows near the optimum, and rare Cauchy outliers.
 * Below 1e-8 the gap stays as it is.
 */
public sealed interface NoiseModel {

    /**
     * The model with the parameters of the report.
     *
     * @param name   {@code gaussian}, {@code uniform} or {@code cauchy}
     * @param severe whether it is severe, or moderate
     * @throws IllegalArgumentException when there is no such model
     */
    static NoiseModel of(String name, boolean severe, int dimension) {
        return switch (name) {
            case "gaussian" -> new Gaussian(severe ? 1.0 : 0.01);
            case "uniform" -> new Uniform((severe ? 1.0 : 0.01) * (0.49 + 1.0 / dimension), severe ? 1.0 : 0.01);
            case "cauchy" -> new Cauchy(severe ? 1.0 : 0.01, severe ? 0.2 : 0.05);
            default -> throw new IllegalArgumentException("Noise model '" + name + "': it must be gaussian, uniform or cauchy.");
        };
    }

    /** The gap that is seen for a true gap of 0 or above. */
    double perturb(double gap, RandomGenerator random);

    /** Smallest gap that is perturbed. */
    double TARGET = 1e-8;

    private static double moved(double gap, double perturbed) {
        return gap < TARGET ? gap : perturbed + 1.01 * TARGET;
    }

    /** {@code gap exp(beta N(0, 1))}, equation of f_GN. */
    record Gaussian(double beta) implements NoiseModel {
        @Override
        public double perturb(double gap, RandomGenerator random) {
            return moved(gap, gap * StrictMath.exp(beta * Draws.gaussian(random)));
        }
    }

    /** {@code gap U^beta max(1, (1e9 / (gap + 1e-99))^(alpha U'))}, equation of f_UN. */
    record Uniform(double alpha, double beta) implements NoiseModel {
        @Override
        public double perturb(double gap, RandomGenerator random) {
            double u = random.nextDouble();
            double v = random.nextDouble();
            double growth = Math.max(1.0, StrictMath.pow(1e9 / (gap + 1e-99), alpha * v));
            return moved(gap, StrictMath.pow(u, beta) * gap * growth);
        }
    }

    /** {@code gap + alpha max(0, 1000 + [U < p] Cauchy)}, equation of f_CN. */
    record Cauchy(double alpha, double p) implements NoiseModel {
        @Override
        public double perturb(double gap, RandomGenerator random) {
            boolean outlier = random.nextDouble() < p;
            double cauchy = Draws.cauchy(random);
            return moved(gap, gap + alpha * Math.max(0.0, 1000.0 + (outlier ? cauchy : 0.0)));
        }
    }
}
