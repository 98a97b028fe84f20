package org.optbench.model.space;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A whole number in [lower, upper]. Each number owns an interval of the unit line: of equal width on a LINEAR scale, of the logarithmic width
 * of [number - 0.5, number + 0.5] on a LOG scale.
 *
 * @param lower   smallest legal value; at least 1 on a LOG scale
 * @param upper   largest legal value, not below lower
 * @param initial the value to start from
 */
public record IntParameter(String name, long lower, long upper, Scale scale, Prior prior, long initial) implements Parameter {

    public IntParameter {
        Checks.name(name);
        if (lower > upper || upper - lower < 0 || upper - lower >= 1L << 53) {
            throw new IllegalArgumentException(
                    "Parameter '" + name + "' has bounds [" + lower + ", " + upper + "]: lower <= upper and fewer than 2^53 values are allowed.");
        }
        if (scale == Scale.LOG && lower < 1) {
            throw new IllegalArgumentException("Parameter '" + name + "' has lower bound " + lower
                    + " on a LOG scale: it must be at least 1. Maybe use Scale.LINEAR.");
        }
        if (initial < lower || initial > upper) {
            throw new IllegalArgumentException(
                    "Default " + initial + " of parameter '" + name + "': it must lie in [" + lower + ", " + upper + "].");
        }
    }

    /** An int on a linear scale, default in the middle. */
    public static IntParameter linear(String name, long lower, long upper) {
        return new IntParameter(name, lower, upper, Scale.LINEAR, Prior.uniform(), lower + (upper - lower) / 2);
    }

    /** An int on a log scale, default at the geometric mean. */
    public static IntParameter log(String name, long lower, long upper) {
        long middle = Math.round(StrictMath.sqrt(Math.max(lower, 1)) * StrictMath.sqrt(Math.max(upper, 1)));
        return new IntParameter(name, lower, upper, Scale.LOG, Prior.uniform(), Math.clamp(middle, Math.min(lower, upper), upper));
    }

    public IntParameter withDefault(long value) {
        return new IntParameter(name, lower, upper, scale, prior, value);
    }

    public IntParameter withPrior(Prior expectation) {
        return new IntParameter(name, lower, upper, scale, expectation, initial);
    }

    @Override
    public Value defaultValue() {
        return Value.of(initial);
    }

    @Override
    public ParameterKind kind() {
        return ParameterKind.INT;
    }

    @Override
    public double cardinality() {
        return upper - lower + 1.0;
    }

    @Override
    public Value sample(RandomGenerator random) {
        double mean = prior instanceof Prior.Normal normal ? toUnit(normal.mean()) : 0;
        return Value.of(fromUnit(Draw.unit(prior, random, mean, 1 / (high() - low()))));
    }

    @Override
    public Optional<String> objection(Value value) {
        if (!(value instanceof Value.IntValue(long number))) {
            return Optional.of(value.plain() + " is not a whole number in [" + lower + ", " + upper + "]");
        }
        return number >= lower && number <= upper ? Optional.empty()
                : Optional.of(number + " lies outside [" + lower + ", " + upper + "]");
    }

    @Override
    public void encode(Value value, double[] coordinates, int offset) {
        coordinates[offset] = Checks.clampUnit(toUnit(((Value.IntValue) value).value()));
    }

    @Override
    public Value decode(double[] coordinates, int offset) {
        return Value.of(fromUnit(coordinates[offset]));
    }

    @Override
    public Value repair(Value value) {
        return switch (value) {
            case Value.FloatValue(double number) -> Value.of(Math.clamp(Math.round(number), lower, upper));
            case Value.IntValue(long number) -> Value.of(Math.clamp(number, lower, upper));
            case Value.ChoiceValue _, Value.PermutationValue _ -> defaultValue();
        };
    }

    /** Centre of the number's interval on the unit line. */
    public double toUnit(double number) {
        return ((scale == Scale.LINEAR ? number : StrictMath.log(number)) - low()) / (high() - low());
    }

    /** The number whose interval holds the position; positions outside [0, 1] are moved to the border. */
    public long fromUnit(double unit) {
        double position = low() + Checks.clampUnit(unit) * (high() - low());
        double number = scale == Scale.LINEAR ? position : StrictMath.exp(position);
        return Math.clamp((long) Math.floor(number + 0.5), lower, upper);
    }

    private double low() {
        return scale == Scale.LINEAR ? lower - 0.5 : StrictMath.log(lower - 0.5);
    }

    private double high() {
        return scale == Scale.LINEAR ? upper + 0.5 : StrictMath.log(upper + 0.5);
    }
}
