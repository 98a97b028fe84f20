package org.optbench.tasks.systems.sor;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.optbench.model.random.Normal;
import org.optbench.model.random.RandomStreams;

/** How the place c in [0, 1] of the shift changes along a sequence. */
enum ShiftLaw {
    /** No shift: c = 1/4 throughout, so that only the right-hand sides differ. */
    FIXED {
        @Override
        double place(int step, RandomStreams streams) {
            return 0.25;
        }
    },
    /** c from Beta(2, 6), the low-variance case: the second smallest of seven uniform numbers. */
    BETA_2_6 {
        @Override
        double place(int step, RandomStreams streams) {
            double[] uniform = streams.stream("place " + step).doubles(7).toArray();
            Arrays.sort(uniform);
            return uniform[1];
        }
    },
    /** c from Beta(1/2, 3/2), the high-variance case: the first of four normal squares as a share of their sum. */
    BETA_HALF {
        @Override
        double place(int step, RandomStreams streams) {
            RandomGenerator random = streams.stream("place " + step);
            double first = square(Normal.draw(random));
            double rest = square(Normal.draw(random)) + square(Normal.draw(random)) + square(Normal.draw(random));
            return first / (first + rest);
        }
    },
    /** c uniform. */
    UNIFORM {
        @Override
        double place(int step, RandomStreams streams) {
            return streams.stream("place " + step).nextDouble();
        }
    },
    /** c follows a sine of period 200 with a random phase and uniform deviations of 0.05. */
    DRIFT {
        @Override
        double place(int step, RandomStreams streams) {
            double phase = streams.stream("phase").nextDouble();
            double deviation = 0.05 * (2.0 * streams.stream("place " + step).nextDouble() - 1.0);
            return Math.clamp(0.5 + 0.45 * StrictMath.sin(2.0 * Math.PI * (step / 200.0 + phase)) + deviation, 0.0, 1.0);
        }
    },
    /** c jumps to a new uniform value every 100 steps. */
    JUMP {
        @Override
        double place(int step, RandomStreams streams) {
            return streams.stream("place " + step / 100).nextDouble();
        }
    };

    abstract double place(int step, RandomStreams streams);

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double square(double x) {
        return x * x;
    }
}
