package org.optbench.tasks.training;

import java.time.Duration;

/**
 * When a trial is given up.
 *
 * @param total   time a trial may take in all, starting its process included
 * @param silence time without any line of output after which it counts as hanging
 */
record TrialLimits(Duration total, Duration silence) {

    TrialLimits {
        if (total.isNegative() || total.isZero() || silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("Limits of " + total + " in all and " + silence + " of silence: both must be positive.");
        }
    }
}
