package org.optbench.analysis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.optbench.model.Direction;

/**
 * The range within which values of a task are normalised. It is stored, with the task or in a file, and never taken from the runs that happen to be
 * compared. All values are to be minimised.
 *
 * @param origin where regret is 0, on a logarithmic scale: below lower; the same as lower on a linear scale
 * @param lower  value that is normalised to 0
 * @param upper  value that is normalised to 1, above lower
 * @param scale  between the two
 */
public record Bounds(double origin, double lower, double upper, Scale scale) {

    /** How values between the bounds are spaced. */
    public enum Scale {
        LINEAR, LOGARITHMIC
    }

    public Bounds {
        boolean ordered = scale == Scale.LINEAR ? origin == lower : origin < lower;
        if (!ordered || !(lower < upper) || !Double.isFinite(origin) || !Double.isFinite(upper)) {
            throw new IllegalArgumentException("bounds " + lower + " and " + upper + " with origin " + origin + " on a " + scale
                    + " scale: lower < upper are needed, and an origin below lower on a logarithmic scale, equal to it on a linear one");
        }
    }

    /** Even spacing between two values to minimise. */
    public static Bounds linear(double lower, double upper) {
        return new Bounds(lower, lower, upper, Scale.LINEAR);
    }

    /**
     * The bounds that the targets of a task span, from the easiest to the hardest: regrets on a logarithmic scale where the optimum is known, as in the
     * area over the convergence curve of IOHprofiler, else values on a linear one.
     *
     * @return empty with fewer than two targets
     */
    public static Optional<Bounds> ofTargets(Direction direction, OptionalDouble optimum, List<Double> targets) {
        if (targets.size() < 2) {
            return Optional.empty();
        }
        double upper = direction.toMinimize(targets.getFirst());
        double lower = direction.toMinimize(targets.getLast());
        if (optimum.isEmpty()) {
            return Optional.of(linear(lower, upper));
        }
        double origin = direction.toMinimize(optimum.getAsDouble());
        double hardest = lower > origin ? lower : targets.stream().mapToDouble(direction::toMinimize).filter(t -> t > origin).min().orElse(origin);
        return hardest > origin && hardest < upper ? Optional.of(new Bounds(origin, hardest, upper, Scale.LOGARITHMIC)) : Optional.of(linear(origin, upper));
    }

    /**
     * A value between the bounds as a number in [0, 1]; beyond them it is cut off.
     *
     * @param value to minimise; infinity and NaN are normalised to 1
     */
    public double normalise(double value) {
        double share = switch (scale) {
            case LINEAR -> (value - lower) / (upper - lower);
            case LOGARITHMIC -> Math.log(Math.max(value - origin, lower - origin) / (lower - origin)) / Math.log((upper - origin) / (lower - origin));
        };
        return Double.isNaN(share) ? 1 : Math.clamp(share, 0.0, 1.0);
    }
}
