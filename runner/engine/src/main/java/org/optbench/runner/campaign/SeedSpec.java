package org.optbench.runner.campaign;

import java.util.stream.LongStream;

/**
 * The seeds first, first + 1, ..., one run each.
 *
 * @param first first seed
 * @param count how many, at least 1
 */
public record SeedSpec(long first, int count) {

    public SeedSpec {
        if (count < 1) {
            throw new IllegalArgumentException("Seeds with count " + count + ": it must be at least 1.");
        }
    }

    public LongStream stream() {
        return LongStream.range(first, first + count);
    }
}
