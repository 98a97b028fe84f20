package org.optbench.results.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.optbench.results.StoreException;

/** Reads comma-separated values with a header row by row. */
final class CsvTable implements AutoCloseable {

    private final Path file;
    private final BufferedReader in;
    private final Map<String, Integer> columns = new HashMap<>();
    private List<@Nullable String> cells = List.of();
    private long line;

    CsvTable(Path file) {
        this.file = file;
        try {
            this.in = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "' cannot be read (" + e + "). Maybe it is not a folder that an "
                    + "export in CSV made.", e);
        }
        if (next()) {
            for (String name : cells) {
                columns.put(String.valueOf(name), columns.size());
            }
        }
    }

    /** Goes to the next row; false at the end. */
    boolean next() {
        try {
            List<@Nullable String> row = row();
            cells = row;
            if (!row.isEmpty() && !columns.isEmpty() && row.size() != columns.size()) {
                throw bad("has " + row.size() + " cells where the header has " + columns.size());
            }
            return !row.isEmpty();
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "' cannot be read (" + e + "). Maybe it was cut short.", e);
        }
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    /** The text of a cell; empty when absent. */
    String text(String column) {
        return optional(column).orElse("");
    }

    Optional<String> optional(String column) {
        Integer at = columns.get(column);
        if (at == null) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "' has no column '" + column + "' among " + columns.keySet()
                    + ". Maybe another version of the program wrote it.");
        }
        return Optional.ofNullable(cells.get(at));
    }

    long whole(String column) {
        try {
            return Long.parseLong(text(column));
        } catch (NumberFormatException e) {
            throw bad("has '" + text(column) + "' in column '" + column + "': it must be a whole number");
        }
    }

    int count(String column) {
        return Math.toIntExact(whole(column));
    }

    OptionalInt optionalCount(String column) {
        return optional(column).isPresent() ? OptionalInt.of(count(column)) : OptionalInt.empty();
    }

    double real(String column) {
        try {
            return Double.parseDouble(text(column));
        } catch (NumberFormatException e) {
            throw bad("has '" + text(column) + "' in column '" + column + "': it must be a number");
        }
    }

    OptionalDouble optionalReal(String column) {
        return optional(column).isPresent() ? OptionalDouble.of(real(column)) : OptionalDouble.empty();
    }

    /** The cells that are present of the columns prefix1, prefix2, ... */
    double[] vector(String prefix) {
        List<Double> values = new ArrayList<>();
        for (int i = 1; has(prefix + i) && optional(prefix + i).isPresent(); i++) {
            values.add(real(prefix + i));
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    StoreException bad(String what) {
        return new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "', line " + line + ": it " + what + ". Maybe it was edited.");
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "' cannot be closed (" + e + "). Maybe the disk is gone.", e);
        }
    }

    /** One row; empty at the end of the file. An unquoted empty cell is absent, a quoted one is an empty text. */
    private List<@Nullable String> row() throws IOException {
        List<@Nullable String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        boolean inside = false;
        int c = in.read();
        if (c < 0) {
            return row;
        }
        line++;
        for (; c >= 0 && (inside || c != '\n'); c = in.read()) {
            if (inside) {
                if (c != '"') {
                    line += c == '\n' ? 1 : 0;
                    cell.append((char) c);
                } else if (peek() == '"') {
                    cell.append((char) in.read());
                } else {
                    inside = false;
                }
            } else if (c == '"') {
                quoted = true;
                inside = true;
            } else if (c == ',') {
                row.add(finished(cell, quoted));
                cell.setLength(0);
                quoted = false;
            } else if (c != '\r') {
                cell.append((char) c);
            }
        }
        if (inside) {
            throw bad("ends inside quotes");
        }
        row.add(finished(cell, quoted));
        return row;
    }

    private static @Nullable String finished(StringBuilder cell, boolean quoted) {
        return cell.isEmpty() && !quoted ? null : cell.toString();
    }

    private int peek() throws IOException {
        in.mark(1);
        int c = in.read();
        in.reset();
        return c;
    }
}
