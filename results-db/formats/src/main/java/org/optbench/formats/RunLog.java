package org.optbench.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunEvent;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.results.TrialTimes;

/**
 * Builds the log of a run from what other platforms record. Many record only some evaluations, such as the improvements: each entry then carries the
 * cost of all evaluations since the entry before, so that the effort up to it is right.
 */
final class RunLog {

    private final List<RunEvent> events = new ArrayList<>();
    private int trials;
    private double spent;

    /**
     * How a trial ended.
     *
     * @param status      how it ended
     * @param failure     kind of a failed one
     * @param message     of a failed one
     * @param objectives  values; empty when failed
     * @param constraints values; empty when failed
     */
    record Ending(TrialStatus status, Optional<FailureKind> failure, String message, double[] objectives, double[] constraints) {

        static Ending success(double... objectives) {
            return new Ending(TrialStatus.SUCCESS, Optional.empty(), "", objectives, new double[0]);
        }

        static Ending stopped(double... objectives) {
            return new Ending(TrialStatus.STOPPED, Optional.empty(), "", objectives, new double[0]);
        }

        static Ending failed(FailureKind kind, String message) {
            return new Ending(TrialStatus.FAILED, Optional.of(kind), message, new double[0], new double[0]);
        }

        /** Success, or the failure that a value which is no number stands for. */
        static Ending ofValues(double... objectives) {
            for (double value : objectives) {
                if (!Double.isFinite(value)) {
                    return failed(FailureKind.NOT_A_NUMBER, "The recorded value is " + value + ".");
                }
            }
            return success(objectives);
        }
    }

    /** The value that stands after so many evaluations in all; times are not known. */
    void value(double evaluations, double value, Configuration configuration) {
        add(configuration, Fidelity.none(), Fidelity.none(), Ending.ofValues(value), new TrialClock(0, 0, evaluations - spent, 0, 0), List.of());
    }

    /** A trial with all that a source may know. */
    void add(Configuration configuration, Fidelity fidelity, Fidelity reached, Ending ending, TrialClock clock, List<Measurement> curve) {
        int asked = events.size();
        events.add(AskRecord.one(asked, trials));
        for (int i = 0; i < curve.size(); i++) {
            Verdict verdict = ending.status == TrialStatus.STOPPED && i == curve.size() - 1 ? Verdict.STOP : Verdict.CONTINUE;
            events.add(new MeasurementRecord(events.size(), trials, curve.get(i), verdict, 0));
        }
        events.add(new TrialRecord(events.size(), asked, trials, configuration.canonicalText(), fidelity, reached, OptionalInt.empty(), 0, ending.status,
                ending.failure, ending.message, ending.objectives, ending.constraints, Cost.measured(), Feedback.none(), clock, TrialTimes.unknown(), 0, 0));
        trials++;
        spent += clock.fullEvaluations();
    }

    List<RunEvent> events() {
        return events;
    }

    double spent() {
        return spent;
    }

    /** The log with every objective value moved. */
    static List<RunEvent> moved(List<RunEvent> log, double by) {
        List<RunEvent> moved = new ArrayList<>();
        for (RunEvent event : log) {
            if (event instanceof TrialRecord trial && trial.status() != TrialStatus.FAILED) {
                moved.add(new TrialRecord(trial.sequence(), trial.askedAt(), trial.index(), trial.configuration(), trial.fidelity(), trial.reached(),
                        trial.resumes(), trial.seed(), trial.status(), trial.failure(), trial.message(), new double[]{trial.objectives()[0] + by},
                        trial.constraints(), trial.cost(), trial.feedback(), trial.clock(), trial.times(), trial.retries(), trial.recorded()));
            } else {
                moved.add(event);
            }
        }
        return moved;
    }
}
