package org.optbench.model.space;

/**
 * Where an expert expects good values of a number. A prior changes how values are sampled, never which values are legal, and never the
 * unit-cube encoding.
 */
public sealed interface Prior {

    /** No expectation: uniform on the parameter's scale. */
    record Uniform() implements Prior {
    }

    /**
     * A normal distribution truncated to the bounds, on the parameter's scale.
     *
     * @param mean              most likely value, in the parameter's own unit
     * @param standardDeviation spread in units of the scale (natural logarithms when the scale is LOG), positive
     */
    record Normal(double mean, double standardDeviation) implements Prior {
        public Normal {
            if (!Double.isFinite(mean) || !(standardDeviation > 0) || Double.isInfinite(standardDeviation)) {
                throw new IllegalArgumentException("Normal prior with mean " + mean + " and standard deviation " + standardDeviation
                        + ": the mean must be finite and the standard deviation positive and finite.");
            }
        }
    }

    /**
     * A beta distribution over the unit interval onto which the scale maps the bounds.
     *
     * @param alpha first shape, positive
     * @param beta  second shape, positive
     */
    record Beta(double alpha, double beta) implements Prior {
        public Beta {
            if (!(alpha > 0) || !(beta > 0) || Double.isInfinite(alpha) || Double.isInfinite(beta)) {
                throw new IllegalArgumentException(
                        "Beta prior with alpha " + alpha + " and beta " + beta + ": both shapes must be positive and finite.");
            }
        }
    }

    /** The uniform prior. */
    static Prior uniform() {
        return new Uniform();
    }
}
