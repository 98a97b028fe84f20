package org.optbench.live;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.optbench.model.Constraint;
import org.optbench.results.ResultReader;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;

/**
 * A run that is not done, followed trial by trial: each look reads only what was added. Trials of parallel runs end out of order, so that reading goes
 * on from the first one that is missing.
 */
final class RunningRun {

    private final TaskSnapshot task;
    private final BitSet seen = new BitSet();
    private final List<double[]> improvements = new ArrayList<>();
    private int missing;
    private int trials;
    private int failures;
    private double effort;
    private double best = Double.NaN;
    private long last;
    private RunView view;

    RunningRun(RunView view) {
        this.view = view;
        this.task = view.run().task();
    }

    /** Takes in what is new; whether anything was. */
    boolean follow(ResultReader reader, RunView now) {
        view = now;
        int before = trials;
        for (TrialRecord trial : reader.trials(view.run().key(), missing)) {
            if (!seen.get(trial.index())) {
                seen.set(trial.index());
                add(trial);
            }
        }
        missing = seen.nextClearBit(missing);
        return trials > before;
    }

    private void add(TrialRecord trial) {
        trials++;
        effort += trial.clock().fullEvaluations();
        last = Math.max(last, trial.recorded());
        if (trial.status() == TrialStatus.FAILED) {
            failures++;
            return;
        }
        boolean isFull = task.fidelities().isEmpty() || task.fidelities().isFull(trial.reached());
        if (task.objectives().size() == 1 && isFull && isFeasible(trial)) {
            double value = trial.objectives()[0];
            if (Double.isNaN(best) || task.objectives().getFirst().direction().isBetter(value, best)) {
                best = value;
                improvements.add(new double[]{effort, value});
            }
        }
    }

    private boolean isFeasible(TrialRecord trial) {
        List<Constraint> constraints = task.constraints();
        for (int i = 0; i < constraints.size(); i++) {
            if (!constraints.get(i).isSatisfied(trial.constraints()[i])) {
                return false;
            }
        }
        return true;
    }

    RunView view() {
        return view;
    }

    int trials() {
        return trials;
    }

    int failures() {
        return failures;
    }

    double effort() {
        return effort;
    }

    /** Best value so far in its own direction; NaN before there is one and with several objectives. */
    double best() {
        return best;
    }

    /** When the last result came, milliseconds since 1970; 0 before. */
    long last() {
        return last;
    }

    /** Effort and value of each improvement in their order, no more than a limit: the first, the last, and the others thinned out evenly. */
    List<double[]> improvements(int limit) {
        if (improvements.size() <= limit) {
            return improvements;
        }
        List<double[]> thinned = new ArrayList<>();
        for (int i = 0; i < limit; i++) {
            thinned.add(improvements.get((int) Math.round(i * (improvements.size() - 1.0) / (limit - 1))));
        }
        return thinned;
    }
}
