package org.optbench.runner.run;

import java.util.List;
import java.util.Optional;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;

/** Evaluates recorded trials again, from their configuration, fidelity and seed alone. */
public final class Reproduction {

    /** Relative to max(1, |recorded|): as near as other processors and library versions are allowed to come. */
    public static final double NEAR = 1e-9;

    private Reproduction() {
    }

    /** How an evaluation compares with the record. */
    public enum Verdict {
        /** Every value is the same to the bit. */
        SAME,
        /** Every value lies within {@link #NEAR}. */
        NEAR,
        /** Some value differs, or only one of the two failed. */
        DIFFERENT,
        /** The task is missing or has another version now, so that nothing was compared. */
        IMPOSSIBLE
    }

    /**
     * @param detail what differs or why it cannot be compared; empty when it is the same
     */
    public record Result(Verdict verdict, String detail) {
    }

    /** Evaluates a trial that succeeded again. */
    public static Result of(TaskCatalog tasks, TaskContext context, TaskSnapshot snapshot, TrialRecord trial) {
        Optional<TaskDescription> known = tasks.describe(snapshot.id(), context);
        if (known.isEmpty()) {
            return new Result(Verdict.IMPOSSIBLE, "No task " + snapshot.id() + " is known here.");
        }
        if (!known.get().version().equals(snapshot.version())) {
            return new Result(Verdict.IMPOSSIBLE, "Task " + snapshot.id() + " has version " + known.get().version() + " here, recorded is version "
                    + snapshot.version() + ".");
        }
        try (Task task = tasks.open(snapshot.id(), context)) {
            Problem problem = task.problem();
            Evaluation evaluation = new Evaluation(trial.index(), Configuration.parse(trial.configuration()), trial.fidelity(), trial.seed());
            TrialProgress progress = new TrialProgress(context.workFolder(), measurement -> org.optbench.model.Verdict.CONTINUE);
            return compare(trial, Evaluator.evaluate(task, problem, evaluation, progress));
        } catch (RuntimeException e) {
            return new Result(Verdict.IMPOSSIBLE, "Task " + snapshot.id() + " cannot be opened: " + e.getMessage());
        }
    }

    private static Result compare(TrialRecord recorded, Outcome now) {
        return switch (now) {
            case Outcome.Failure failure -> new Result(Verdict.DIFFERENT, "It failed (" + failure.kind() + "): " + failure.message());
            case Outcome.Success success -> compare(recorded, success.objectives(), success.constraints());
            case Outcome.Interrupted early -> compare(recorded, early.objectives(), early.constraints());
        };
    }

    private static Result compare(TrialRecord recorded, List<Double> objectives, List<Double> constraints) {
        Verdict values = worse(verdict(recorded.objectives(), objectives), verdict(recorded.constraints(), constraints));
        return new Result(values, values == Verdict.SAME ? "" : "Recorded " + java.util.Arrays.toString(recorded.objectives()) + ", now " + objectives + ".");
    }

    private static Verdict worse(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Verdict verdict(double[] recorded, List<Double> now) {
        if (recorded.length != now.size()) {
            return Verdict.DIFFERENT;
        }
        Verdict verdict = Verdict.SAME;
        for (int i = 0; i < recorded.length; i++) {
            double value = now.get(i) + 0.0; // as the record: no negative zero
            if (Double.compare(value, recorded[i]) != 0) {
                boolean isNear = Math.abs(value - recorded[i]) <= NEAR * Math.max(1, Math.abs(recorded[i]));
                verdict = worse(verdict, isNear ? Verdict.NEAR : Verdict.DIFFERENT);
            }
        }
        return verdict;
    }
}
