package org.optbench.live;

import org.optbench.analysis.RunTrace;
import org.optbench.model.Direction;
import org.optbench.results.TaskSnapshot;

/** Runs made small. */
final class Traces {

    private Traces() {
    }

    /** The improvements of a run, its first and its last result: all that best-so-far curves, ranks and target hits depend on. */
    static RunTrace improvements(RunTrace run, TaskSnapshot task) {
        // A hypervolume, which stands for several objectives, is maximised.
        Direction direction = task.objectives().size() > 1 ? Direction.MAXIMIZE : task.objectives().getFirst().direction();
        int n = run.effort().length;
        int[] kept = new int[n];
        int size = 0;
        double best = Double.NaN;
        for (int i = 0; i < n; i++) {
            double value = run.values()[i];
            boolean isBetter = !Double.isNaN(value) && (Double.isNaN(best) || direction.isBetter(value, best));
            best = isBetter ? value : best;
            if (isBetter || i == 0 || i == n - 1) {
                kept[size++] = i;
            }
        }
        double[] effort = new double[size];
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            effort[i] = run.effort()[kept[i]];
            values[i] = run.values()[kept[i]];
        }
        return new RunTrace(run.optimizer(), run.task(), run.seed(), effort, values, new double[0], new double[0], run.failures());
    }
}
