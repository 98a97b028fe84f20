package org.optbench.cli;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.stats.Ranks;
import org.optbench.analysis.stats.TiePolicy;

/**
 * Ranks of optimizers that did not all run on the same tasks: on each task the rank of the median final value among those that ran there, scaled to 0 for the best and 1 for the
 * last, ties averaged.
 */
final class RelativeRanks {

    private final PerformanceTable table;
    private final double[][] ranks;

    RelativeRanks(PerformanceTable table) {
        this.table = table;
        int optimizers = table.optimizers().size();
        this.ranks = new double[optimizers][table.tasks().size()];
        for (int t = 0; t < table.tasks().size(); t++) {
            int task = t;
            int[] present = IntStream.range(0, optimizers).filter(o -> table.runs(o, task) > 0).toArray();
            double[] values = Arrays.stream(present).mapToDouble(o -> Aggregation.MEDIAN.of(table.finalValues(o, task))).toArray();
            double[] places = Ranks.of(values, TiePolicy.AVERAGE);
            for (double[] row : ranks) {
                row[t] = Double.NaN;
            }
            for (int i = 0; i < present.length; i++) {
                ranks[present[i]][t] = present.length < 2 ? Double.NaN : (places[i] - 1) / (present.length - 1);
            }
        }
    }

    /** The rank of an optimizer on a task in [0, 1]; NaN where it did not run, or nobody else did. */
    double of(int optimizer, int task) {
        return ranks[optimizer][task];
    }

    /** Mean over the tasks of each type on which the optimizer ran, by the code of the type; empty when the table has no such optimizer. */
    Map<String, Double> byType(String optimizer) {
        Map<String, Double> means = new TreeMap<>();
        int at = table.optimizers().indexOf(optimizer);
        if (at >= 0) {
            table.tasks().stream().map(task -> task.type()).distinct().forEach(type -> mean(at, type).ifPresent(mean -> means.put(type, mean)));
        }
        return means;
    }

    private OptionalDouble mean(int optimizer, String type) {
        return IntStream.range(0, table.tasks().size()).filter(t -> table.tasks().get(t).type().equals(type)).mapToDouble(t -> ranks[optimizer][t])
                .filter(Double::isFinite).average();
    }
}
