package org.optbench.optimizers.prior;

import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.Scale;

/** The density of a prior over the unit line of a parameter, relative to the uniform one. */
sealed interface Belief {

    /** Natural logarithm of the density at a position in [0, 1]; 0 for the uniform. */
    double logDensity(double unit);

    /** Its derivative. */
    double slope(double unit);

    /**
     * A normal distribution, not normalised for what lies beyond the bounds.
     *
     * @param mean      position of the mode
     * @param deviation in units of the range, positive
     */
    record Bell(double mean, double deviation) implements Belief {
        @Override
        public double logDensity(double unit) {
            double z = (unit - mean) / deviation;
            return -0.5 * z * z - StrictMath.log(deviation * Math.sqrt(2 * Math.PI));
        }

        @Override
        public double slope(double unit) {
            return -(unit - mean) / (deviation * deviation);
        }
    }

    /** A beta distribution up to a constant; positions within a millionth of the borders count as there. */
    record Beta(double alpha, double beta) implements Belief {
        private static final double BORDER = 1e-6;

        @Override
        public double logDensity(double unit) {
            double u = Math.clamp(unit, BORDER, 1 - BORDER);
            return (alpha - 1) * StrictMath.log(u) + (beta - 1) * StrictMath.log(1 - u);
        }

        @Override
        public double slope(double unit) {
            double u = Math.clamp(unit, BORDER, 1 - BORDER);
            return (alpha - 1) / u - (beta - 1) / (1 - u);
        }
    }

    /** No opinion. */
    record Uniform() implements Belief {
        @Override
        public double logDensity(double unit) {
            return 0;
        }

        @Override
        public double slope(double unit) {
            return 0;
        }
    }

    /** The prior that a parameter declares. */
    static Belief declared(FloatParameter parameter) {
        double span = parameter.scale() == Scale.LINEAR ? parameter.upper() - parameter.lower()
                : StrictMath.log(parameter.upper()) - StrictMath.log(parameter.lower());
        return of(parameter.prior(), parameter.prior() instanceof Prior.Normal(double mean, double _) ? parameter.toUnit(mean) : 0, span);
    }

    /** The prior that a parameter declares. */
    static Belief declared(IntParameter parameter) {
        double span = parameter.scale() == Scale.LINEAR ? parameter.upper() - parameter.lower() + 1.0
                : StrictMath.log(parameter.upper() + 0.5) - StrictMath.log(parameter.lower() - 0.5);
        return of(parameter.prior(), parameter.prior() instanceof Prior.Normal(double mean, double _) ? parameter.toUnit(mean) : 0, span);
    }

    private static Belief of(Prior prior, double unitMean, double span) {
        return switch (prior) {
            case Prior.Uniform() -> new Uniform();
            case Prior.Normal(double _, double deviation) -> new Bell(unitMean, deviation / span);
            case Prior.Beta(double alpha, double beta) -> new Beta(alpha, beta);
        };
    }
}
