package org.optbench.model.space;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A real number in [lower, upper].
 *
 * @param lower   smallest legal value, finite; positive on a LOG scale
 * @param upper   largest legal value, finite, greater than lower
 * @param initial the value to start from
 */
public record FloatParameter(String name, double lower, double upper, Scale scale, Prior prior, double initial) implements Parameter {

    public FloatParameter {
        Checks.name(name);
        if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(lower < upper)) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "' has bounds [" + lower + ", " + upper + "]: both must be finite and lower < upper.");
        }
        if (scale == Scale.LOG && lower <= 0) {
            throw new IllegalArgumentException("Parameter '" + name + "' has lower bound " + lower
                    + " on a LOG scale: it must be positive. Maybe use Scale.LINEAR or a small positive bound.");
        }
        if (!(initial >= lower && initial <= upper)) {
            throw new IllegalArgumentException(
                    "Default " + initial + " of parameter '" + name + "': it must lie in [" + lower + ", " + upper + "].");
        }
    }

    /** A float on a linear scale, default in the middle. */
    public static FloatParameter linear(String name, double lower, double upper) {
        return new FloatParameter(name, lower, upper, Scale.LINEAR, Prior.uniform(), lower + (upper - lower) / 2);
    }

    /** A float on a log scale, default at the geometric mean. */
    public static FloatParameter log(String name, double lower, double upper) {
        double middle = lower > 0 && upper > 0 ? StrictMath.sqrt(lower) * StrictMath.sqrt(upper) : lower;
        return new FloatParameter(name, lower, upper, Scale.LOG, Prior.uniform(), Math.clamp(middle, lower, Math.max(lower, upper)));
    }

    public FloatParameter withDefault(double value) {
        return new FloatParameter(name, lower, upper, scale, prior, value);
    }

    public FloatParameter withPrior(Prior expectation) {
        return new FloatParameter(name, lower, upper, scale, expectation, initial);
    }

    @Override
    public Value defaultValue() {
        return Value.of(initial);
    }

    @Override
    public ParameterKind kind() {
        return ParameterKind.FLOAT;
    }

    @Override
    public double cardinality() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public Value sample(RandomGenerator random) {
        double mean = prior instanceof Prior.Normal normal ? toUnit(normal.mean()) : 0;
        return Value.of(fromUnit(Draw.unit(prior, random, mean, 1 / span())));
    }

    @Override
    public Optional<String> objection(Value value) {
        if (!(value instanceof Value.FloatValue(double number))) {
            return Optional.of(value.plain() + " is not a real number in [" + lower + ", " + upper + "]");
        }
        return number >= lower && number <= upper ? Optional.empty()
                : Optional.of(number + " lies outside [" + lower + ", " + upper + "]");
    }

    @Override
    public void encode(Value value, double[] coordinates, int offset) {
        coordinates[offset] = Checks.clampUnit(toUnit(((Value.FloatValue) value).value()));
    }

    @Override
    public Value decode(double[] coordinates, int offset) {
        return Value.of(fromUnit(coordinates[offset]));
    }

    @Override
    public Value repair(Value value) {
        return switch (value) {
            case Value.FloatValue(double number) -> Value.of(Math.clamp(number, lower, upper));
            case Value.IntValue(long number) -> Value.of(Math.clamp((double) number, lower, upper));
            case Value.ChoiceValue _, Value.PermutationValue _ -> defaultValue();
        };
    }

    /** Position of a number on the scale: 0 at the lower bound, 1 at the upper, outside for numbers outside. */
    public double toUnit(double number) {
        return scale == Scale.LINEAR ? (number - lower) / (upper - lower)
                : (StrictMath.log(number) - StrictMath.log(lower)) / (StrictMath.log(upper) - StrictMath.log(lower));
    }

    /** The number at a position in [0, 1]; positions outside are moved to the border. */
    public double fromUnit(double unit) {
        if (!(unit > 0)) {
            return lower;
        }
        if (unit >= 1) {
            return upper;
        }
        double number = scale == Scale.LINEAR ? lower + unit * (upper - lower)
                : StrictMath.exp(StrictMath.log(lower) + unit * (StrictMath.log(upper) - StrictMath.log(lower)));
        return Math.clamp(number, lower, upper);
    }

    private double span() {
        return scale == Scale.LINEAR ? upper - lower : StrictMath.log(upper) - StrictMath.log(lower);
    }
}
