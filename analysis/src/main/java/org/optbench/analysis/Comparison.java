package org.optbench.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.optbench.analysis.stats.MultipleTesting;
import org.optbench.analysis.stats.VarghaDelaney;
import org.optbench.analysis.stats.WilcoxonSignedRank;

/**
 * Two campaigns side by side: the same optimizers on the same tasks, before and after a change.
 *
 * @param merged  all runs on the tasks that both campaigns have alike; optimizers are named {@code name @ campaign}
 * @param changes optimizers that are in both, in the order of their names
 * @param unalike tasks that are in both but differ in their facts or budget, and are left out
 */
public record Comparison(PerformanceTable merged, List<Change> changes, List<String> unalike) {

    /**
     * What became of one optimizer.
     *
     * @param optimizer name
     * @param tasks     tasks on which both campaigns have runs of it
     * @param better    of these, tasks on which the median became better
     * @param worse     tasks on which it became worse
     * @param effect    mean over the tasks of A12: the probability that a run of the second campaign is better than one of the first
     * @param p         of Wilcoxon's signed-rank test over the tasks on A12 - 1/2, adjusted by Holm over the optimizers
     */
    public record Change(String optimizer, int tasks, int better, int worse, double effect, double p) {
    }

    public Comparison {
        changes = List.copyOf(changes);
        unalike = List.copyOf(unalike);
    }

    /**
     * Compares two tables.
     *
     * @throws IllegalArgumentException when the names are equal or there is no task that both have alike
     */
    public static Comparison of(String firstName, PerformanceTable first, String secondName, PerformanceTable second) {
        if (firstName.equals(secondName)) {
            throw new IllegalArgumentException("campaign '" + firstName + "' is compared with itself.\nMaybe give two different campaigns.");
        }
        Map<String, Integer> inSecond = new HashMap<>();
        for (int t = 0; t < second.tasks().size(); t++) {
            inSecond.put(second.tasks().get(t).id(), t);
        }
        List<Integer> a = new ArrayList<>();
        List<Integer> b = new ArrayList<>();
        List<String> unalike = new ArrayList<>();
        for (int t = 0; t < first.tasks().size(); t++) {
            Integer other = inSecond.get(first.tasks().get(t).id());
            if (other != null && second.tasks().get(other).equals(first.tasks().get(t))) {
                a.add(t);
                b.add(other);
            } else if (other != null) {
                unalike.add(first.tasks().get(t).id());
            }
        }
        if (a.isEmpty()) {
            throw new IllegalArgumentException("campaigns '" + firstName + "' and '" + secondName + "' have no task in common"
                    + (unalike.isEmpty() ? "" : " with the same budget and facts") + ".\nMaybe run them with the same tasks and budget.");
        }
        PerformanceTable left = first.select(first.optimizers(), a.stream().mapToInt(Integer::intValue).toArray());
        PerformanceTable right = second.select(second.optimizers(), b.stream().mapToInt(Integer::intValue).toArray());
        return new Comparison(left.renamed(name -> name + " @ " + firstName).with(right.renamed(name -> name + " @ " + secondName)),
                changes(left, right), unalike);
    }

    private static List<Change> changes(PerformanceTable left, PerformanceTable right) {
        List<Change> raw = new ArrayList<>();
        for (int o = 0; o < left.optimizers().size(); o++) {
            int other = right.optimizers().indexOf(left.optimizers().get(o));
            if (other >= 0) {
                change(left, o, right, other).ifPresent(raw::add);
            }
        }
        double[] adjusted = MultipleTesting.holm(raw.stream().mapToDouble(Change::p).toArray());
        return IntStream.range(0, raw.size()).mapToObj(i -> {
            Change c = raw.get(i);
            return new Change(c.optimizer, c.tasks, c.better, c.worse, c.effect, adjusted[i]);
        }).toList();
    }

    private static Optional<Change> change(PerformanceTable left, int o, PerformanceTable right, int other) {
        int better = 0;
        int worse = 0;
        double effect = 0;
        List<Double> differences = new ArrayList<>();
        for (int t = 0; t < left.tasks().size(); t++) {
            double[] before = left.finalValues(o, t);
            double[] after = right.finalValues(other, t);
            if (before.length > 0 && after.length > 0) {
                double a12 = VarghaDelaney.a12(after, before);
                int order = Double.compare(Aggregation.MEDIAN.of(after), Aggregation.MEDIAN.of(before));
                better += order < 0 ? 1 : 0;
                worse += order > 0 ? 1 : 0;
                effect += a12;
                differences.add(Math.rint((a12 - 0.5) * 1e9) / 1e9);
            }
        }
        if (differences.isEmpty()) {
            return Optional.empty();
        }
        double p = WilcoxonSignedRank.test(differences.stream().mapToDouble(Double::doubleValue).toArray(), WilcoxonSignedRank.ZeroPolicy.SPLIT,
                WilcoxonSignedRank.Method.AUTOMATIC).p();
        return Optional.of(new Change(left.optimizers().get(o), differences.size(), better, worse, effect / differences.size(), p));
    }
}
