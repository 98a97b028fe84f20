package org.optbench.tasks.systems.sampler;

import java.util.Locale;

/** How noise turns into data: {@code x_t = data(t) x_1 + noise(t) x_0} for t from 0 to 1. */
enum Path {
    /** The straight path of flow matching. */
    FLOW {
        @Override
        double data(double t) {
            return t;
        }

        @Override
        double noise(double t) {
            return 1.0 - t;
        }

        @Override
        double dataRate(double t) {
            return 1.0;
        }

        @Override
        double noiseRate(double t) {
            return -1.0;
        }
    },
    /** The variance-preserving path of diffusion models with the cosine schedule. */
    COSINE {
        @Override
        double data(double t) {
            return StrictMath.sin(HALF_TURN * t);
        }

        @Override
        double noise(double t) {
            return StrictMath.cos(HALF_TURN * t);
        }

        @Override
        double dataRate(double t) {
            return HALF_TURN * StrictMath.cos(HALF_TURN * t);
        }

        @Override
        double noiseRate(double t) {
            return -HALF_TURN * StrictMath.sin(HALF_TURN * t);
        }
    };

    private static final double HALF_TURN = Math.PI / 2.0;

    abstract double data(double t);

    abstract double noise(double t);

    abstract double dataRate(double t);

    abstract double noiseRate(double t);

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
