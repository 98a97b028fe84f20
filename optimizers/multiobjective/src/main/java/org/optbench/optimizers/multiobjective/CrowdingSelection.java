package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.optbench.optimizers.multiobjective.Generations.Member;

/**
 * Survivors by non-dominated rank, then by crowding distance (Deb, Pratap, Agarwal and Meyarivan, IEEE TEC 6(2), 2002). The last front is pruned at
 * once, as published, or one by one with the distances of the rest kept up to date (Kukkonen and Deb 2006), which leaves fewer gaps.
 */
final class CrowdingSelection implements Generations.Selection {

    private final Archive archive;
    private final boolean stepwise;

    CrowdingSelection(Archive archive, boolean stepwise) {
        this.archive = archive;
        this.stepwise = stepwise;
    }

    @Override
    public List<Member> survivors(List<Individual> individuals, int size) {
        List<Member> survivors = new ArrayList<>();
        List<List<Individual>> fronts = Fronts.of(individuals, archive);
        for (int rank = 0; rank < fronts.size() && survivors.size() < size; rank++) {
            List<Individual> front = fronts.get(rank);
            int room = size - survivors.size();
            if (front.getFirst().failed()) {
                for (Individual failed : front.subList(0, Math.min(room, front.size()))) {
                    survivors.add(new Member(failed, rank, 0));
                }
            } else {
                survivors.addAll(new Crowd(front).members(rank, room, stepwise));
            }
        }
        return survivors;
    }

    /** A front with, for each objective, the neighbours of each member that is left. */
    private static final class Crowd {

        private final List<Individual> front;
        private final double[][] scaled;
        private final int[][] before;
        private final int[][] after;
        private final double[] distance;

        Crowd(List<Individual> front) {
            this.front = front;
            Scaling scaling = Scaling.of(front);
            scaled = front.stream().map(individual -> scaling.apply(individual.objectives())).toArray(double[][]::new);
            int m = scaled[0].length;
            before = new int[m][scaled.length];
            after = new int[m][scaled.length];
            for (int j = 0; j < m; j++) {
                link(j);
            }
            distance = new double[scaled.length];
            Arrays.setAll(distance, this::crowding);
        }

        private void link(int objective) {
            Integer[] order = new Integer[scaled.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, Comparator.comparingDouble(i -> scaled[i][objective]));
            for (int k = 0; k < order.length; k++) {
                before[objective][order[k]] = k > 0 ? order[k - 1] : -1;
                after[objective][order[k]] = k + 1 < order.length ? order[k + 1] : -1;
            }
        }

        /** Sum over the objectives of the distance between the two neighbours, in units of the range of the front; infinite at the ends. */
        private double crowding(int i) {
            double sum = 0;
            for (int j = 0; j < before.length; j++) {
                int low = before[j][i];
                int high = after[j][i];
                sum += low < 0 || high < 0 ? Double.POSITIVE_INFINITY : scaled[high][j] - scaled[low][j];
            }
            return sum;
        }

        List<Member> members(int rank, int room, boolean stepwise) {
            List<Integer> left = new ArrayList<>();
            for (int i = 0; i < scaled.length; i++) {
                left.add(i);
            }
            if (!stepwise && left.size() > room) {
                left.sort(Comparator.comparingDouble((Integer i) -> distance[i]).reversed());
                left = left.subList(0, room);
            }
            while (left.size() > room) {
                int worst = 0;
                for (int k = 1; k < left.size(); k++) {
                    worst = distance[left.get(k)] < distance[left.get(worst)] ? k : worst;
                }
                unlink(left.remove(worst));
            }
            return left.stream().map(i -> new Member(front.get(i), rank, distance[i])).toList();
        }

        private void unlink(int i) {
            for (int j = 0; j < before.length; j++) {
                int low = before[j][i];
                int high = after[j][i];
                if (low >= 0) {
                    after[j][low] = high;
                }
                if (high >= 0) {
                    before[j][high] = low;
                }
            }
            for (int j = 0; j < before.length; j++) {
                for (int near : new int[]{before[j][i], after[j][i]}) {
                    if (near >= 0) {
                        distance[near] = crowding(near);
                    }
                }
            }
        }
    }
}
