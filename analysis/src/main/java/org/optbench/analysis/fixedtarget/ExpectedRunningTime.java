package org.optbench.analysis.fixedtarget;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.analysis.stats.Quantiles;

/**
 * The expected effort to attain a target when an unsuccessful run is followed by an independent restart (Hansen, Auger, Ros, Mersmann, Tusar and
 * Brockhoff, COCO, 2021, sec. 4.2: ERT, also called aRT).
 *
 * @param value     sum over the runs of the effort until the target, or of the whole run, over the number of successes; infinity without one
 * @param successes runs that attained the target
 * @param runs      all runs
 */
public record ExpectedRunningTime(double value, int successes, int runs) {

    /** Percentiles of the distribution of restarted runs; infinite where nothing succeeds. */
    public record Dispersion(double tenth, double median, double ninetieth) {
    }

    /**
     * The estimate from n runs.
     *
     * @param hits  [n] effort at the target, infinity when not attained
     * @param spent [n] effort of the whole run, finite and positive
     */
    public static ExpectedRunningTime of(double[] hits, double[] spent) {
        check(hits, spent);
        double total = 0;
        int successes = 0;
        for (int i = 0; i < hits.length; i++) {
            total += Math.min(hits[i], spent[i]);
            successes += hits[i] < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return new ExpectedRunningTime(successes == 0 ? Double.POSITIVE_INFINITY : total / successes, successes, hits.length);
    }

    /** Share of successful runs. */
    public double successRate() {
        return (double) successes / runs;
    }

    /**
     * Efforts of simulated restarts: runs are drawn with replacement and their efforts added up until one attains the target.
     *
     * @param simulations number of restarted runs
     * @return [simulations] in the order of drawing; all infinite when no run attained the target
     */
    public static double[] simulatedRestarts(double[] hits, double[] spent, int simulations, RandomGenerator random) {
        check(hits, spent);
        double[] runtimes = new double[simulations];
        if (Arrays.stream(hits).noneMatch(Double::isFinite)) {
            Arrays.fill(runtimes, Double.POSITIVE_INFINITY);
            return runtimes;
        }
        for (int s = 0; s < simulations; s++) {
            int run = random.nextInt(hits.length);
            while (hits[run] == Double.POSITIVE_INFINITY) {
                runtimes[s] += spent[run];
                run = random.nextInt(hits.length);
            }
            runtimes[s] += hits[run];
        }
        return runtimes;
    }

    /** The 10th, 50th and 90th percentile of simulated restarts. */
    public static Dispersion dispersion(double[] hits, double[] spent, int simulations, RandomGenerator random) {
        double[] runtimes = simulatedRestarts(hits, spent, simulations, random);
        Arrays.sort(runtimes);
        return new Dispersion(Quantiles.ofSorted(runtimes, 0.1), Quantiles.ofSorted(runtimes, 0.5), Quantiles.ofSorted(runtimes, 0.9));
    }

    static void check(double[] hits, double[] spent) {
        if (hits.length == 0 || hits.length != spent.length) {
            throw new IllegalArgumentException("there are " + hits.length + " hits and " + spent.length + " efforts, expected one of each a run");
        }
        for (int i = 0; i < hits.length; i++) {
            if (!(hits[i] >= 0) || !(spent[i] > 0 && spent[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("run " + i + " attained its target at " + hits[i] + " of " + spent[i]
                        + ": a hit of at least 0 or infinity and a positive finite effort are needed");
            }
        }
    }
}
