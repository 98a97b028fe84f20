package org.optbench.optimizers.bayes.space;

import java.util.ArrayList;
import java.util.List;

/**
 * Rebuilds the order of all trials from ranks that were each given among the trials told before.
 *
 * <p>With {@code b} better trials and {@code e} equal ones, itself included, a trial's rank is {@code b + (e + 1) / 2}; since the groups of
 * equal trials are known, only one pair fits.
 */
final class RankOrder {
    private final List<List<Integer>> groups = new ArrayList<>();
    private int count;

    /**
     * Inserts the next trial.
     *
     * @param rank its rank among all trials so far, 1 for the best, ties averaged
     * @return its place
     */
    double insert(double rank) {
        int index = count++;
        int better = 0;
        for (int g = 0; g <= groups.size(); g++) {
            if (better + 1 >= rank - 1e-9) {
                groups.add(g, new ArrayList<>(List.of(index)));
                break;
            }
            if (g < groups.size() && Math.abs(better + (groups.get(g).size() + 2) / 2.0 - rank) < 1e-9) {
                groups.get(g).add(index);
                break;
            }
            better += g < groups.size() ? groups.get(g).size() : 0;
            if (g == groups.size()) {
                groups.add(new ArrayList<>(List.of(index)));
                break;
            }
        }
        return place(index);
    }

    /** Place of the i-th trial in the order, 0 for the best; equal trials share a place. */
    double place(int index) {
        for (int g = 0; g < groups.size(); g++) {
            if (groups.get(g).contains(index)) {
                return g;
            }
        }
        throw new IllegalArgumentException("trial " + index + " has no rank. Maybe it was not inserted.");
    }
}
