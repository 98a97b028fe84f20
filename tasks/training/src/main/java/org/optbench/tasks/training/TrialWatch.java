package org.optbench.tasks.training;

import java.time.Duration;
import java.util.Optional;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Outcome;
import org.optbench.model.task.Progress;

/** Watches one trial's time, silence and cancellation on a monotonic clock. */
final class TrialWatch {

    private final TrialLimits limits;
    private final Progress progress;
    private final long start = System.nanoTime();
    private long lastLine = start;

    TrialWatch(TrialLimits limits, Progress progress) {
        this.limits = limits;
        this.progress = progress;
    }

    /** Notes that the worker wrote a line. */
    void heard() {
        lastLine = System.nanoTime();
    }

    /** Why the trial must end now; empty while it may go on. */
    Optional<Outcome> verdict() {
        long now = System.nanoTime();
        if (progress.isCancelled() || Thread.currentThread().isInterrupted()) {
            return Optional.of(failure(FailureKind.CANCELLED, "The evaluation was cancelled.", ""));
        }
        if (now - start > limits.total().toNanos()) {
            return Optional.of(failure(FailureKind.TIMEOUT, "The trial did not end within " + text(limits.total()) + " and was killed.", ""));
        }
        if (now - lastLine > limits.silence().toNanos()) {
            return Optional.of(failure(FailureKind.TIMEOUT,
                    "The trial wrote nothing for " + text(limits.silence()) + ": it hangs and was killed.", ""));
        }
        return Optional.empty();
    }

    static Outcome failure(FailureKind kind, String message, String log) {
        return new Outcome.Failure(kind, message, Cost.measured(), Feedback.of(log));
    }

    private static String text(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
