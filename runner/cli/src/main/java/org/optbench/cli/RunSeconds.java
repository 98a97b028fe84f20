package org.optbench.cli;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.optbench.analysis.PerformanceTable;

/** Mean seconds of a run on each task, on the task's clock; 1 where no time is known. */
record RunSeconds(Map<String, Double> byTask) implements ToDoubleFunction<String> {

    private static final double LEAST = 1e-6;

    static RunSeconds of(PerformanceTable table) {
        Map<String, Double> seconds = new HashMap<>();
        for (int task = 0; task < table.tasks().size(); task++) {
            double sum = 0.0;
            int runs = 0;
            for (int optimizer = 0; optimizer < table.optimizers().size(); optimizer++) {
                double[] known = Arrays.stream(table.seconds(optimizer, task)).filter(Double::isFinite).toArray();
                sum += Arrays.stream(known).sum();
                runs += known.length;
            }
            seconds.put(table.tasks().get(task).id(), runs == 0 ? 1.0 : Math.max(LEAST, sum / runs));
        }
        return new RunSeconds(Map.copyOf(seconds));
    }

    @Override
    public double applyAsDouble(String task) {
        return byTask.getOrDefault(task, 1.0);
    }
}
