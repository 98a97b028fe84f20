package org.optbench.runner.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optbench.model.FailureKind;
import org.optbench.model.task.Suggest;

/**
 * How often what failed is tried again. Only a failure that says nothing about the configuration is worth a retry by default; the number of retries
 * stands beside the trial.
 *
 * @param retries    evaluations of one trial beyond the first, by the kind of its failure; none for kinds that are not named
 * @param firstPause wall time before the first retry; doubled before each further one, up to a minute
 * @param attempts   attempts at a run whose task cannot be opened before it is set aside; 1 or above
 */
public record RetryPolicy(Map<FailureKind, Integer> retries, Duration firstPause, int attempts) {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    public RetryPolicy {
        EnumMap<FailureKind, Integer> copy = new EnumMap<>(FailureKind.class);
        copy.putAll(retries);
        retries = Map.copyOf(copy);
        if (attempts < 1 || retries.values().stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("Retry policy with " + attempts + " attempts and retries " + retries
                    + ": attempts must be at least 1, retries 0 or above.");
        }
    }

    /** Two retries of trials that were lost or lacked something of the machine, three attempts at a run. */
    public static RetryPolicy standard() {
        return new RetryPolicy(Map.of(FailureKind.LOST, 2, FailureKind.UNAVAILABLE, 2), Duration.ofMillis(500), 3);
    }

    /** The policy with other retries for a kind, by its name in any case, with - or _. */
    public RetryPolicy with(String kind, int number) {
        String name = kind.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> names = Arrays.stream(FailureKind.values()).map(FailureKind::name).toList();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("Failure kind '" + kind + "' is unknown. " + Suggest.hint(name, names, "use one of " + names + "."));
        }
        EnumMap<FailureKind, Integer> changed = new EnumMap<>(FailureKind.class);
        changed.putAll(retries);
        changed.put(FailureKind.valueOf(name), number);
        return new RetryPolicy(changed, firstPause, attempts);
    }

    public RetryPolicy withAttempts(int newAttempts) {
        return new RetryPolicy(retries, firstPause, newAttempts);
    }

    public RetryPolicy withFirstPause(Duration newPause) {
        return new RetryPolicy(retries, newPause, attempts);
    }

    /** Retries of a trial that failed in this way. */
    public int of(FailureKind kind) {
        return retries.getOrDefault(kind, 0);
    }

    /** How long to wait before a retry, 0 for the first. */
    public Duration pause(int retry) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(retry, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
