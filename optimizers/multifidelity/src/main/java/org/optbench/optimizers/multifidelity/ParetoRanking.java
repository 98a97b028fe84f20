package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.optbench.indicators.ParetoFront;

/**
 * By non-dominated fronts; within a front by an epsilon-net: first the point that is best in the first objective, then each time the one that is farthest
 * from those chosen, so that any number of leading ones covers the front evenly (Schmucker, Donini, Zafar, Salinas and Archambeau 2021, "Multi-objective
 * Asynchronous Successive Halving", section 4.2). Infeasible ones come after all feasible ones, by their violation.
 */
final class ParetoRanking implements Ranking {

    @Override
    public int[] best(List<Merit> merits, int most) {
        List<Integer> left = new ArrayList<>(IntStream.range(0, merits.size()).filter(i -> merits.get(i).isFeasible()).boxed().toList());
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < most && !left.isEmpty()) {
            List<Integer> front = front(merits, left);
            left.removeAll(new java.util.HashSet<>(front));
            chosen.addAll(net(merits, front, most - chosen.size()));
        }
        IntStream.range(0, merits.size()).filter(i -> !merits.get(i).isFeasible() && !merits.get(i).isFailed()).boxed()
                .sorted(Comparator.comparingDouble(i -> merits.get(i).violation())).limit(Math.max(0, most - chosen.size())).forEach(chosen::add);
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Integer> front(List<Merit> merits, List<Integer> among) {
        double[][] points = among.stream().map(i -> merits.get(i).values()).toArray(double[][]::new);
        return IntStream.of(ParetoFront.indices(points)).mapToObj(among::get).toList();
    }

    /** Farthest-first traversal in objectives scaled to the range of the front. */
    private static List<Integer> net(List<Merit> merits, List<Integer> front, int most) {
        double[][] points = scaled(front.stream().map(i -> merits.get(i).values()).toArray(double[][]::new));
        double[] distance = new double[points.length];
        int next = 0;
        for (int i = 0; i < points.length; i++) {
            distance[i] = Double.POSITIVE_INFINITY;
            next = points[i][0] < points[next][0] ? i : next;
        }
        List<Integer> net = new ArrayList<>();
        while (net.size() < Math.min(most, points.length)) {
            net.add(front.get(next));
            distance[next] = Double.NEGATIVE_INFINITY;
            int farthest = next;
            for (int i = 0; i < points.length; i++) {
                distance[i] = Math.min(distance[i], squaredDistance(points[i], points[next]));
                farthest = distance[i] > distance[farthest] ? i : farthest;
            }
            next = farthest;
        }
        return net;
    }

    private static double[][] scaled(double[][] points) {
        double[][] scaled = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            scaled[i] = points[i].clone();
        }
        for (int j = 0; j < points[0].length; j++) {
            int objective = j;
            double[] column = IntStream.range(0, points.length).mapToDouble(i -> points[i][objective]).toArray();
            double low = java.util.Arrays.stream(column).min().orElseThrow();
            double range = java.util.Arrays.stream(column).max().orElseThrow() - low;
            for (int i = 0; i < points.length; i++) {
                scaled[i][j] = range > 0 && Double.isFinite(range) ? (points[i][j] - low) / range : 0;
            }
        }
        return scaled;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
