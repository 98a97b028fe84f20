package org.optbench.model;

import org.optbench.model.space.Scale;

/**
 * A knob that trades the cost of an evaluation for its accuracy, such as epochs or the share of the training data; its upper bound is the full
 * evaluation.
 *
 * @param lower     cheapest level, positive
 * @param upper     full level
 * @param integer   whether levels are whole numbers
 * @param scale     how levels are spaced when they are sampled or modelled
 * @param resumable whether a trial paused at one level can go on to a higher one from its checkpoint (epochs, steps)
 * @param costShare share of the cost of a full evaluation at which the level stands: PROPORTIONAL to it, or NONE when the level does not change cost
 */
public record FidelityParameter(String name, double lower, double upper, boolean integer, Scale scale, boolean resumable, CostShare costShare) {

    /** How the cost of an evaluation follows a level. */
    public enum CostShare {
        PROPORTIONAL, NONE
    }

    public FidelityParameter {
        if (name.isBlank() || !(lower > 0) || !(lower <= upper) || Double.isInfinite(upper)) {
            throw new IllegalArgumentException(
                    "Fidelity '" + name + "' with levels [" + lower + ", " + upper + "]: a name and 0 < lower <= upper < infinity are needed.");
        }
        if (integer && (lower != Math.rint(lower) || upper != Math.rint(upper))) {
            throw new IllegalArgumentException("Fidelity '" + name + "' with levels [" + lower + ", " + upper + "]: whole levels need whole bounds.");
        }
    }

    /** Whole levels, such as epochs, whose cost is proportional; not resumable. */
    public static FidelityParameter steps(String name, long lower, long upper) {
        return new FidelityParameter(name, lower, upper, true, Scale.LINEAR, false, CostShare.PROPORTIONAL);
    }

    /** Real levels, such as a share of the data, whose cost is proportional; not resumable. */
    public static FidelityParameter share(String name, double lower, double upper) {
        return new FidelityParameter(name, lower, upper, false, Scale.LINEAR, false, CostShare.PROPORTIONAL);
    }

    /** The same knob, resumable. */
    public FidelityParameter resuming() {
        return new FidelityParameter(name, lower, upper, integer, scale, true, costShare);
    }

    /** The nearest legal level. */
    public double clamp(double level) {
        double inside = Math.clamp(level, lower, upper);
        return integer ? Math.rint(inside) : inside;
    }

    boolean isLegal(double level) {
        return level >= lower && level <= upper && (!integer || level == Math.rint(level));
    }
}
