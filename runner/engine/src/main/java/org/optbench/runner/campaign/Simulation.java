package org.optbench.runner.campaign;

import java.util.List;

/**
 * How workers on simulated time differ from ideal ones. Drawn from streams of the task, the seed and the index of the trial, so that it is the same on
 * every machine and for every optimizer.
 *
 * @param speeds     relative speeds of the workers, positive; worker i has the speed i modulo their number; empty: all 1
 * @param stragglers trials that take longer than they should
 * @param failures   workers that fail while they evaluate
 */
public record Simulation(List<Double> speeds, Stragglers stragglers, Failures failures) {

    /**
     * @param probability of a trial to be one, 0 .. 1
     * @param factor      by which it takes longer, 1 or above
     */
    public record Stragglers(double probability, double factor) {

        public Stragglers {
            requireProbability("stragglers", probability);
            if (!(factor >= 1) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException("Stragglers with factor " + factor + ": it must be at least 1.");
            }
        }
    }

    /**
     * A worker that fails loses its trial at a uniformly drawn moment of the evaluation; the optimizer is told of a failure of kind LOST.
     *
     * @param probability of a trial to be lost, 0 .. 1
     * @param downtime    simulated seconds until the worker is back, 0 or above
     */
    public record Failures(double probability, double downtime) {

        public Failures {
            requireProbability("failures", probability);
            if (!(downtime >= 0) || Double.isInfinite(downtime)) {
                throw new IllegalArgumentException("Failures with downtime " + downtime + " s: it must be 0 or above.");
            }
        }
    }

    public Simulation {
        speeds = List.copyOf(speeds);
        for (double speed : speeds) {
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("Worker speeds " + speeds + ": each must be a positive number.");
            }
        }
    }

    /** Ideal workers. */
    public static Simulation ideal() {
        return new Simulation(List.of(), new Stragglers(0, 1), new Failures(0, 0));
    }

    public boolean isIdeal() {
        return speeds.stream().allMatch(speed -> speed == 1) && (stragglers.probability == 0 || stragglers.factor == 1) && failures.probability == 0;
    }

    /** Relative speed of a worker, 0, 1, ... */
    public double speed(int worker) {
        return speeds.isEmpty() ? 1 : speeds.get(worker % speeds.size());
    }

    private static void requireProbability(String what, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("Probability " + probability + " of " + what + ": it must lie in 0 .. 1.");
        }
    }
}
