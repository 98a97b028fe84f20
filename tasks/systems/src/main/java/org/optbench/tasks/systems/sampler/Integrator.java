package org.optbench.tasks.systems.sampler;

import java.util.Locale;

/** A one-step method for the flow. */
enum Integrator {
    /** First order, one evaluation of the velocity. */
    EULER {
        @Override
        void step(Mixture mixture, Path path, double from, double to, double[] x, Scratch scratch) {
            mixture.velocity(path, from, x, scratch.first, scratch.modes);
            for (int i = 0; i < x.length; i++) {
                x[i] += (to - from) * scratch.first[i];
            }
        }
    },
    /** Second order, two evaluations of the velocity. */
    HEUN {
        @Override
        void step(Mixture mixture, Path path, double from, double to, double[] x, Scratch scratch) {
            mixture.velocity(path, from, x, scratch.first, scratch.modes);
            for (int i = 0; i < x.length; i++) {
                scratch.place[i] = x[i] + (to - from) * scratch.first[i];
            }
            mixture.velocity(path, to, scratch.place, scratch.second, scratch.modes);
            for (int i = 0; i < x.length; i++) {
                x[i] += 0.5 * (to - from) * (scratch.first[i] + scratch.second[i]);
            }
        }
    };

    /** Working arrays of one thread. */
    static final class Scratch {

        private final double[] first;
        private final double[] second;
        private final double[] place;
        private final double[] modes;

        Scratch(Mixture mixture) {
            first = new double[mixture.dimension()];
            second = new double[mixture.dimension()];
            place = new double[mixture.dimension()];
            modes = new double[mixture.weights().length];
        }
    }

    /** Moves x from one time to a later one. */
    abstract void step(Mixture mixture, Path path, double from, double to, double[] x, Scratch scratch);

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
