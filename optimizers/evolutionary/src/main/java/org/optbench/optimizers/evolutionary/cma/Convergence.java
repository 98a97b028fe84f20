package org.optbench.optimizers.evolutionary.cma;

import java.util.Arrays;

/** Watches the values of a run for the signs that going on is pointless (Hansen 2009, "Benchmarking a BI-population CMA-ES", section 2.2). */
final class Convergence {

    private static final double VALUE_TOLERANCE = 1e-12;
    private static final int LONGEST = 20_000;

    private final int shortHistory;
    private final int mostGenerations;
    private final int stagnationStart;
    private double[] bests = new double[256];
    private double[] medians = new double[256];
    private int generations;
    private int flat;

    Convergence(int n, int lambda) {
        this.shortHistory = 10 + (int) Math.ceil(30.0 * n / lambda);
        this.mostGenerations = (int) (100 + 150.0 * (n + 3) * (n + 3) / Math.sqrt(lambda));
        this.stagnationStart = (int) (100 + 100 * StrictMath.pow(n, 1.5) / lambda);
    }

    /**
     * Enters a generation.
     *
     * @param sorted values of the population from best to worst; failures are infinite
     * @return whether the run should end
     */
    boolean isOver(double[] sorted) {
        if (generations == bests.length) {
            bests = Arrays.copyOf(bests, 2 * generations);
            medians = Arrays.copyOf(medians, 2 * generations);
        }
        bests[generations] = sorted[0];
        medians[generations] = sorted[sorted.length / 2];
        generations++;
        flat = sorted[0] == sorted[(int) (0.7 * (sorted.length - 1))] ? flat + 1 : 0;
        return generations >= mostGenerations || flat > 3 || isStill(sorted) || generations % 10 == 0 && isStagnant();
    }

    private boolean isStill(double[] sorted) {
        if (generations < shortHistory) {
            return false;
        }
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        for (int i = generations - shortHistory; i < generations; i++) {
            low = Math.min(low, bests[i]);
            high = Math.max(high, bests[i]);
        }
        return high - low < Math.max(VALUE_TOLERANCE, 2 * Math.ulp(low));
    }

    private boolean isStagnant() {
        int length = Math.min(LONGEST, Math.max(generations / 5, stagnationStart));
        if (generations < 2 * length || generations < 120) {
            return false;
        }
        return median(bests, generations - length, generations) >= median(bests, generations - 2 * length, generations - length)
                && median(medians, generations - length, generations) >= median(medians, generations - 2 * length, generations - length);
    }

    private static double median(double[] values, int from, int to) {
        double[] part = Arrays.copyOfRange(values, from, to);
        Arrays.sort(part);
        return part[part.length / 2];
    }
}
