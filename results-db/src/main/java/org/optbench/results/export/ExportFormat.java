package org.optbench.results.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Formats of exported tables. */
public enum ExportFormat {
    CSV {
        @Override
        TableSink open(Path file, List<Column> columns) throws IOException {
            return new CsvSink(file, columns);
        }
    },
    PARQUET {
        @Override
        TableSink open(Path file, List<Column> columns) throws IOException {
            return new ParquetSink(file, columns);
        }
    };

    abstract TableSink open(Path file, List<Column> columns) throws IOException;

    /** File name of a table. */
    String file(String table) {
        return table + "." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
