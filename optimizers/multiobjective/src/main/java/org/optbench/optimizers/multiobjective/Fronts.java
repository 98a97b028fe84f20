package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Ranks by constrained domination: feasible trials by non-domination, infeasible ones by violation, failures last (Deb et al. 2002). */
final class Fronts {

    private Fronts() {
    }

    /**
     * Groups of equal rank, best first: the non-dominated fronts of the feasible, then one group for each amount of violation, then the failures.
     */
    static List<List<Individual>> of(List<Individual> individuals, Archive archive) {
        List<Individual> feasible = new ArrayList<>();
        List<Individual> others = new ArrayList<>();
        for (Individual individual : individuals) {
            (individual.feasible() ? feasible : others).add(individual);
        }
        List<List<Individual>> fronts = new ArrayList<>(nonDominated(feasible));
        others.sort(Comparator.comparingDouble(archive::violation));
        double last = Double.NaN;
        for (Individual individual : others) {
            double violation = archive.violation(individual);
            if (violation != last) {
                fronts.add(new ArrayList<>());
            }
            last = violation;
            fronts.getLast().add(individual);
        }
        return fronts;
    }

    /** Non-dominated fronts of individuals with values, constraints ignored. Equal vectors share a front. */
    static List<List<Individual>> nonDominated(List<Individual> individuals) {
        double[][] objectives = individuals.stream().map(Individual::objectives).toArray(double[][]::new);
        int[] ranks = ranks(objectives);
        List<List<Individual>> fronts = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            while (fronts.size() <= ranks[i]) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(ranks[i]).add(individuals.get(i));
        }
        return fronts;
    }

    /**
     * Ranks 0, 1, ... of non-domination by efficient sorting with binary search (ENS-BS; Zhang, Tian, Cheng and Jin, IEEE TEC 19(2), 2015): in
     * lexicographic order no point is dominated by a later one, and being dominated by a front is monotone in its rank.
     *
     * @param points {@code [n][m]}, without NaN
     */
    static int[] ranks(double[][] points) {
        Integer[] order = new Integer[points.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Arrays.compare(points[a], points[b]));
        int[] rank = new int[points.length];
        List<List<double[]>> fronts = new ArrayList<>();
        for (int i : order) {
            int low = 0;
            int high = fronts.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (isDominated(points[i], fronts.get(middle))) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            if (low == fronts.size()) {
                fronts.add(new ArrayList<>());
            }
            fronts.get(low).add(points[i]);
            rank[i] = low;
        }
        return rank;
    }

    private static boolean isDominated(double[] point, List<double[]> front) {
        for (int i = front.size() - 1; i >= 0; i--) {
            if (dominates(front.get(i), point)) {
                return true;
            }
        }
        return false;
    }

    /** No worse everywhere and better somewhere. */
    static boolean dominates(double[] a, double[] b) {
        boolean better = false;
        for (int j = 0; j < a.length; j++) {
            if (a[j] > b[j]) {
                return false;
            }
            better |= a[j] < b[j];
        }
        return better;
    }
}
