package org.optbench.analysis.fixedtarget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Empirical distribution of runtimes over targets and problems: the share that is attained within an effort.
 *
 * @param runtimes ascending; infinite for what is never attained
 */
public record Ecdf(double[] runtimes) {

    public Ecdf {
        runtimes = runtimes.clone();
        Arrays.sort(runtimes);
    }

    /**
     * One target of one problem with the runs of one optimizer.
     *
     * @param hits  [n] effort at the target, infinity when not attained
     * @param spent [n] effort of the whole run
     */
    public record Target(double[] hits, double[] spent) {
    }

    /** The runs as they are: a run that ends without the target counts as never attaining it. */
    public static Ecdf ofRuns(List<Target> targets) {
        return new Ecdf(targets.stream().map(Target::hits).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Unsuccessful runs are continued by simulated restarts, so that runs of different length can be compared. */
    public static Ecdf withRestarts(List<Target> targets, int simulationsPerTarget, RandomGenerator random) {
        List<double[]> all = new ArrayList<>();
        for (Target target : targets) {
            all.add(ExpectedRunningTime.simulatedRestarts(target.hits(), target.spent(), simulationsPerTarget, random));
        }
        return new Ecdf(all.stream().flatMapToDouble(Arrays::stream).toArray());
    }

    /** Share attained with an effort of at most this; 0 when there is no runtime at all. */
    public double at(double effort) {
        int low = 0;
        int high = runtimes.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (runtimes[middle] <= effort) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return runtimes.length == 0 ? 0 : (double) low / runtimes.length;
    }

    /**
     * Area under the curve on a logarithmic effort axis, as a share of the whole: mean over the runtimes of the share of the axis that
     * lies behind them.
     *
     * @param from start of the axis, positive
     * @param to   end of the axis, above from
     * @return in {@code [0, 1]}
     */
    public double logArea(double from, double to) {
        if (!(from > 0 && to > from)) {
            throw new IllegalArgumentException("the axis goes from " + from + " to " + to + ", expected 0 < from < to");
        }
        return Arrays.stream(runtimes).map(t -> Math.clamp(Math.log(to / t) / Math.log(to / from), 0.0, 1.0)).average().orElse(0);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Ecdf other && Arrays.equals(runtimes, other.runtimes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(runtimes);
    }
}
