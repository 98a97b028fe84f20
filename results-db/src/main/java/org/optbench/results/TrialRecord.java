package org.optbench.results;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;

/**
 * A trial and the call of {@code tell} that ended it. Databases do not tell minus zero from zero, so values of minus zero are made zero here; tell the
 * optimizer {@link #outcome()}, which is what a resumed run will tell it.
 *
 * @param sequence      number of the call of {@code tell}
 * @param askedAt       number of the call of {@code ask} that gave the suggestion
 * @param index         0, 1, ... in the order of the suggestions
 * @param configuration canonical text
 * @param fidelity      fidelity asked for
 * @param reached       fidelity at which the values stand: that asked for, or that of the last report of an interrupted trial
 * @param resumes       index of the trial it went on from
 * @param seed          seed of the evaluation
 * @param failure       kind of a failed trial; present exactly then
 * @param message       of a failed trial; empty otherwise
 * @param objectives    one value per objective in its own direction; empty when failed. Handed over: not to be changed afterwards
 * @param constraints   one value per constraint; empty when failed. Handed over likewise
 * @param retries       evaluations of the trial that were lost before this one, for reasons that say nothing about the configuration
 * @param recorded      when the result was there, milliseconds since 1970, wall clock
 */
public record TrialRecord(int sequence, int askedAt, int index, String configuration, Fidelity fidelity, Fidelity reached, OptionalInt resumes,
        long seed, TrialStatus status, Optional<FailureKind> failure, String message, double[] objectives, double[] constraints, Cost cost,
        Feedback feedback, TrialClock clock, TrialTimes times, int retries, long recorded) implements RunEvent {

    private static final double[] NONE = {};

    public TrialRecord {
        for (int i = 0; i < objectives.length; i++) {
            objectives[i] += 0.0;
        }
        for (int i = 0; i < constraints.length; i++) {
            constraints[i] += 0.0;
        }
        if (index < 0 || askedAt < 0 || askedAt >= sequence || retries < 0) {
            throw new IllegalArgumentException("Trial " + index + " asked for in call " + askedAt + " and told in call " + sequence + " after " + retries
                    + " retries: 0 <= asked < told, and index and retries of 0 or above are needed.");
        }
        if (failure.isPresent() != (status == TrialStatus.FAILED) || failure.isPresent() != (objectives.length == 0)) {
            throw new IllegalArgumentException("Trial " + index + " with status " + status + ", failure " + failure + " and " + objectives.length
                    + " objective values: a failed trial has a failure kind and no values, any other has values and no failure kind.");
        }
    }

    /** The record of an outcome. */
    public static TrialRecord of(int sequence, int askedAt, int index, String configuration, Fidelity fidelity, OptionalInt resumes, long seed,
            Outcome outcome, TrialClock clock, TrialTimes times, int retries, long recorded) {
        return switch (outcome) {
            case Outcome.Success success -> new TrialRecord(sequence, askedAt, index, configuration, fidelity, fidelity, resumes, seed,
                    TrialStatus.SUCCESS, Optional.empty(), "", array(success.objectives()), array(success.constraints()), success.cost(),
                    success.feedback(), clock, times, retries, recorded);
            case Outcome.Interrupted ended -> new TrialRecord(sequence, askedAt, index, configuration, fidelity, ended.reached(), resumes, seed,
                    ended.paused() ? TrialStatus.PAUSED : TrialStatus.STOPPED, Optional.empty(), "", array(ended.objectives()),
                    array(ended.constraints()), ended.cost(), Feedback.none(), clock, times, retries, recorded);
            case Outcome.Failure failed -> new TrialRecord(sequence, askedAt, index, configuration, fidelity, fidelity, resumes, seed,
                    TrialStatus.FAILED, Optional.of(failed.kind()), failed.message(), NONE, NONE, failed.cost(), failed.feedback(), clock, times,
                    retries, recorded);
        };
    }

    /** The outcome to tell the optimizer: the same to the bit before and after the record went through the database. */
    public Outcome outcome() {
        return switch (status) {
            case SUCCESS -> new Outcome.Success(list(objectives), list(constraints), cost, feedback);
            case STOPPED -> new Outcome.Interrupted(false, reached, list(objectives), list(constraints), cost);
            case PAUSED -> new Outcome.Interrupted(true, reached, list(objectives), list(constraints), cost);
            case FAILED -> new Outcome.Failure(failure.orElseThrow(), message, cost, feedback);
        };
    }

    /** Whether all but the wall-clock parts (times and moment of recording) are equal, numbers to the bit. */
    public boolean sameResult(TrialRecord other) {
        return withoutWallClock().equals(other.withoutWallClock());
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof TrialRecord other && sequence == other.sequence && askedAt == other.askedAt && index == other.index
                && configuration.equals(other.configuration) && fidelity.equals(other.fidelity) && reached.equals(other.reached)
                && resumes.equals(other.resumes) && seed == other.seed && status == other.status && failure.equals(other.failure)
                && message.equals(other.message) && Arrays.equals(objectives, other.objectives) && Arrays.equals(constraints, other.constraints)
                && cost.equals(other.cost) && feedback.equals(other.feedback) && clock.equals(other.clock) && times.equals(other.times)
                && retries == other.retries && recorded == other.recorded;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * index + configuration.hashCode()) + Arrays.hashCode(objectives);
    }

    private TrialRecord withoutWallClock() {
        return new TrialRecord(sequence, askedAt, index, configuration, fidelity, reached, resumes, seed, status, failure, message, objectives,
                constraints, cost, feedback, clock, TrialTimes.unknown(), retries, 0);
    }

    private static double[] array(List<Double> values) {
        double[] array = new double[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
