package org.optbench.formats;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was written for another program.
 *
 * @param runs    runs written
 * @param leftOut tasks that the format cannot hold, with the reason
 */
public record ExchangeSummary(int runs, SortedMap<String, String> leftOut) {

    public ExchangeSummary {
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
    }
}
