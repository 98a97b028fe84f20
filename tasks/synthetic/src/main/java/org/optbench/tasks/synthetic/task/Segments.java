package org.optbench.tasks.synthetic.task;

import java.util.OptionalInt;

/** Reads numbers from segments of task ids. */
public final class Segments {

    private static final int MOST_DIGITS = 7;

    private Segments() {}

    /**
     * The number behind a prefix, such as 12 of {@code f12}; empty when the segment reads differently. Leading zeros are refused, so that a task has
     * one id only.
     */
    public static OptionalInt number(String segment, String prefix) {
        if (!segment.startsWith(prefix)) {
            return OptionalInt.empty();
        }
        int length = segment.length() - prefix.length();
        if (length < 1 || length > MOST_DIGITS || (length > 1 && segment.charAt(prefix.length()) == '0')) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = prefix.length(); i < segment.length(); i++) {
            int digit = segment.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            value = 10 * value + digit;
        }
        return OptionalInt.of(value);
    }

    /** The number behind a prefix if it lies in {@code lowest .. highest}, else -1. */
    public static int numberIn(String segment, String prefix, int lowest, int highest) {
        int value = number(segment, prefix).orElse(-1);
        return value >= lowest && value <= highest ? value : -1;
    }
}
