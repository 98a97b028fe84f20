package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The median stopping rule (Golovin et al. 2017, "Google Vizier: A Service for Black-Box Optimization", section 3.2.2): a candidate is stopped at a level
 * when its best result so far is strictly worse than the median, over the completed candidates, of the averages of their results up to that level.
 */
final class MedianRule implements StoppingRule {

    private final int grace;
    private final List<double[]> averages = new ArrayList<>();
    private final int levels;

    /** @param grace number of candidates that must have been completed before any is stopped, at least 1 */
    MedianRule(int levels, int grace) {
        this.levels = levels;
        this.grace = grace;
    }

    @Override
    public boolean goesOn(Candidate candidate, int level, Merit merit) {
        if (merit.isFailed()) {
            return false;
        }
        double[] others = averages.stream().mapToDouble(average -> average[level]).filter(average -> !Double.isNaN(average)).sorted().toArray();
        return others.length < grace || best(candidate, level) <= median(others);
    }

    private static double best(Candidate candidate, int level) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= level; i++) {
            best = Math.min(best, candidate.merit(i).filter(Merit::isFeasible).map(Merit::value).orElse(Double.POSITIVE_INFINITY));
        }
        return best;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : 0.5 * sorted[half - 1] + 0.5 * sorted[half];
    }

    @Override
    public void completed(Candidate candidate, Merit merit) {
        double[] running = new double[levels];
        Arrays.fill(running, Double.NaN);
        double mean = 0;
        int count = 0;
        for (int level = 0; level < levels; level++) {
            double value = candidate.merit(level).filter(Merit::isFeasible).map(Merit::value).orElse(Double.NaN);
            if (!Double.isNaN(value)) {
                count++;
                mean += (value - mean) / count;
            }
            running[level] = count == 0 ? Double.NaN : mean;
        }
        averages.add(running);
    }
}
