package org.optbench.runner.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Measurement;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.RunEvent;
import org.optbench.results.RunWriter;
import org.optbench.results.TargetHit;
import org.optbench.results.TrialRecord;

/** Numbers the calls of a run and writes them; calls that are recorded already are checked against the record instead. */
final class EventLog {

    private final List<RunEvent> history;
    private final RunWriter writer;
    private final Map<Integer, TrialRecord> trials = new HashMap<>();
    private final Map<Integer, List<MeasurementRecord>> measurements = new HashMap<>();
    private int next;
    private long storeNanos;

    EventLog(List<RunEvent> history, RunWriter writer) {
        this.history = history;
        this.writer = writer;
        for (RunEvent event : history) {
            switch (event) {
                case AskRecord _ -> {
                    // asks are repeated, not looked up
                }
                case TrialRecord trial -> trials.put(trial.index(), trial);
                case MeasurementRecord measurement -> measurements.computeIfAbsent(measurement.trial(), index -> new java.util.ArrayList<>())
                        .add(measurement);
            }
        }
    }

    List<RunEvent> history() {
        return history;
    }

    Optional<TrialRecord> trial(int index) {
        return Optional.ofNullable(trials.get(index));
    }

    List<Measurement> measurements(int trial) {
        return measurements.getOrDefault(trial, List.of()).stream().map(MeasurementRecord::point).toList();
    }

    /** The number of the next call. */
    int next() {
        return next;
    }

    /** Time the last entry held the run up. */
    long storeNanos() {
        return storeNanos;
    }

    void append(RunEvent event) {
        if (event.sequence() != next) {
            throw new IllegalStateException("Call " + event.sequence() + " is logged as number " + next);
        }
        if (next < history.size()) {
            check(history.get(next), event);
        } else {
            long before = System.nanoTime();
            writer.append(event);
            storeNanos = System.nanoTime() - before;
        }
        next++;
    }

    void hit(TargetHit hit) {
        if (next > history.size()) {
            writer.hit(hit);
        }
    }

    private static void check(RunEvent recorded, RunEvent repeated) {
        boolean same = switch (recorded) {
            case AskRecord ask -> repeated instanceof AskRecord now && now.firstTrial() == ask.firstTrial() && now.given() == ask.given();
            case MeasurementRecord report -> repeated instanceof MeasurementRecord now && now.trial() == report.trial()
                    && now.verdict() == report.verdict();
            case TrialRecord trial -> repeated instanceof TrialRecord now && now.index() == trial.index()
                    && now.configuration().equals(trial.configuration());
        };
        if (!same) {
            throw new RunFailure("The run cannot be resumed: repeating its " + recorded.sequence() + " recorded calls, the optimizer did " + words(repeated)
                    + " where " + words(recorded)
                    + " is recorded. Maybe the optimizer is not deterministic, or it changed without a new version.", null);
        }
    }

    private static String words(RunEvent event) {
        return switch (event) {
            case AskRecord ask -> ask.given() + " suggestions from trial " + ask.firstTrial();
            case MeasurementRecord report -> "the answer " + report.verdict() + " to a report of trial " + report.trial();
            case TrialRecord trial -> "trial " + trial.index() + " with " + trial.configuration();
        };
    }
}
