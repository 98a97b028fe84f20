package org.optbench.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.optbench.results.StoreOptions;
import org.optbench.runner.run.RetryPolicy;
import picocli.CommandLine.Option;

/** What is done about failures: options of the commands that execute runs. Nothing here changes the trials of a run. */
final class Faults {

    private static final int LEASE_SECONDS = 60;

    @Option(names = "--retry", paramLabel = "KIND=N", split = ",",
            description = "Evaluate a trial again up to N times when it fails in this way, such as lost=2,unavailable=2 (the default) or crash=1.") private Map<String, Integer> retries =
                    new LinkedHashMap<>();

    @Option(names = "--attempts", paramLabel = "N",
            description = "Set a run aside when its task cannot be opened N times (default: 3) or its worker dies N times in a row without recording a trial "
                    + "(default: 5).") private int attempts;

    @Option(names = "--lease", paramLabel = "SECONDS", description = "Time after which the runs of a worker that is silent go to others (default: "
            + LEASE_SECONDS + ").") private double lease = LEASE_SECONDS;

    RetryPolicy retries() {
        RetryPolicy policy = RetryPolicy.standard();
        for (Map.Entry<String, Integer> one : retries.entrySet()) {
            policy = policy.with(one.getKey(), one.getValue());
        }
        return attempts == 0 ? policy : policy.withAttempts(attempts);
    }

    Duration lease() {
        return Duration.ofMillis(Math.round(lease * 1000));
    }

    StoreOptions store(StoreOptions options) {
        return attempts == 0 ? options : options.withDeathLimit(attempts);
    }

    /** The options again, for another process. */
    List<String> arguments() {
        List<String> words = new ArrayList<>(List.of("--lease", Double.toString(lease)));
        retries.forEach((kind, number) -> words.addAll(List.of("--retry", kind + "=" + number)));
        if (attempts > 0) {
            words.addAll(List.of("--attempts", Integer.toString(attempts)));
        }
        return words;
    }
}
