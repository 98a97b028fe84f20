package org.optbench.results;

import org.optbench.model.FailureKind;

/** A failed trial for lists of failures. */
public record TrialFailure(RunKey run, String variant, String task, long seed, int trial, FailureKind kind, String message, String configuration) {
}
