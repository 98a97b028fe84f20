package org.optbench.tasks.systems.support;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.optbench.model.task.TaskContext;

/** The time limit of measured runs: the setting {@code measure_limit} in seconds, else a minute. */
public final class MeasureLimit {

    private static final String SETTING = "measure_limit";
    private static final Duration USUAL = Duration.ofMinutes(1);

    private MeasureLimit() {
    }

    /**
     * The limit.
     *
     * @throws IllegalArgumentException when the setting is no positive number
     */
    public static Duration of(TaskContext context) {
        return context.setting(SETTING).map(MeasureLimit::parse).orElse(USUAL);
    }

    private static Duration parse(String text) {
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds < 1e6) {
                return Duration.ofMillis(Math.max(1L, Math.round(1000.0 * seconds)));
            }
        } catch (NumberFormatException e) {
            throw refusal(text, e);
        }
        throw refusal(text, null);
    }

    private static IllegalArgumentException refusal(String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Setting " + SETTING + " is '" + text + "': it must be a positive number of seconds. Maybe " + SETTING + "=60.", cause);
    }
}
