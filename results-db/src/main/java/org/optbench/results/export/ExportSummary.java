package org.optbench.results.export;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was exported.
 *
 * @param checksum  SHA-256 over the checksums of the tables: equal for equal results, whatever the machine, the database, the format and the number
 *                  of threads
 * @param checksums SHA-256 of each table's columns other than those of the wall clock, by table
 */
public record ExportSummary(long runs, long trials, String checksum, SortedMap<String, String> checksums) {

    public ExportSummary {
        checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
    }
}
