package org.optbench.model;

import java.util.List;

/** How an evaluation ended. */
public sealed interface Outcome {

    Cost cost();

    /** An outcome that carries values of the objectives. */
    sealed interface Valued extends Outcome {

        /** One value per objective in the problem's order, each in its own direction; NaN only for members of a multi-task problem not evaluated. */
        List<Double> objectives();

        /** One value per constraint in the problem's order. */
        List<Double> constraints();
    }

    /** The evaluation reached the fidelity that was asked for. */
    record Success(List<Double> objectives, List<Double> constraints, Cost cost, Feedback feedback) implements Valued {
        public Success {
            objectives = List.copyOf(objectives);
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * The evaluation was stopped for good, or paused, at a lower fidelity because the optimizer (or a stopping rule) said so in answer to a report.
     *
     * @param paused      whether a checkpoint was kept, so that a later suggestion may resume this trial
     * @param reached     fidelity of the last report
     * @param objectives  values of the last report
     * @param constraints values of the last report
     */
    record Interrupted(boolean paused, Fidelity reached, List<Double> objectives, List<Double> constraints, Cost cost) implements Valued {
        public Interrupted {
            objectives = List.copyOf(objectives);
            constraints = List.copyOf(constraints);
        }
    }

    /**
     * The evaluation gave no result.
     *
     * @param message one line for people: what happened, with the names and values that matter
     */
    record Failure(FailureKind kind, String message, Cost cost, Feedback feedback) implements Outcome {
    }

    /** A success measured by the runner's own clock. */
    static Outcome of(double objective) {
        return new Success(List.of(objective), List.of(), Cost.measured(), Feedback.none());
    }

    /** A success measured by the runner's own clock. */
    static Outcome of(List<Double> objectives) {
        return new Success(objectives, List.of(), Cost.measured(), Feedback.none());
    }

    /** A success. */
    static Outcome of(List<Double> objectives, List<Double> constraints, Cost cost) {
        return new Success(objectives, constraints, cost, Feedback.none());
    }

    static Outcome failure(FailureKind kind, String message) {
        return new Failure(kind, message, Cost.measured(), Feedback.none());
    }
}
