package org.optbench.analysis.tables;

/** How a table is written to a file. */
public enum TableFormat {
    /** Comma-separated values with a header; missing values are empty. */
    CSV,
    /** An array of one object a row; missing values are null. */
    JSON;

    /** Ending of a file name. */
    public String extension() {
        return switch (this) {
            case CSV -> ".csv";
            case JSON -> ".json";
        };
    }
}
