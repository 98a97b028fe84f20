package org.optbench.analysis.tables;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes tables to files. */
public final class TableFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TableFiles() {
    }

    /**
     * Writes a table into a folder, which is created when it is not there.
     *
     * @return the file, named as the table
     * @throws UncheckedIOException when it cannot be written
     */
    public static Path write(Table table, TableFormat format, Path folder) {
        Path file = folder.resolve(table.name() + format.extension());
        try {
            Files.createDirectories(folder);
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                write(table, format, writer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table '" + table.name() + "' could not be written to " + file + ": " + e.getMessage(), e);
        }
        return file;
    }

    /** The table as text. */
    public static String text(Table table, TableFormat format) {
        StringWriter writer = new StringWriter();
        write(table, format, writer);
        return writer.toString();
    }

    private static void write(Table table, TableFormat format, Writer writer) {
        switch (format) {
            case CSV -> new CsvWriter().write(table, CsvWriteOptions.builder(writer).lineEnd("\n").build());
            case JSON -> JSON.writeValue(writer, AnalysisTables.rows(table));
        }
    }
}
