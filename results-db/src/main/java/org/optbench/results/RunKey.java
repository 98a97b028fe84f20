package org.optbench.results;

import java.util.regex.Pattern;

/**
 * The identity of a run: a hash over everything that determines its trials (optimizer, version, settings, task, version, budget, workers, seed),
 * computed by whoever plans the run.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record RunKey(String sha256) implements Comparable<RunKey> {

    private static final Pattern LEGAL = Pattern.compile("[0-9a-f]{64}");

    public RunKey {
        if (!LEGAL.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Run key '" + sha256 + "': it must be 64 hexadecimal digits in lower case.");
        }
    }

    @Override
    public int compareTo(RunKey other) {
        return sha256.compareTo(other.sha256);
    }

    @Override
    public String toString() {
        return sha256;
    }
}
