package org.optbench.results.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as in RFC 4180, UTF-8, with LF at the end of a line. An absent cell is empty, an empty text is quoted. */
final class CsvSink implements TableSink {

    private final BufferedWriter out;
    private final StringBuilder line = new StringBuilder();

    CsvSink(Path file, List<Column> columns) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        row(columns.stream().map(Column::name).toArray());
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        line.setLength(0);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            append(line, cells[i]);
        }
        out.append(line.append('\n'));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static void append(StringBuilder line, @Nullable Object cell) {
        String text = Column.show(cell);
        if (!(cell instanceof String) || isPlain(text)) {
            line.append(text);
            return;
        }
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(c == '"' ? "\"\"" : String.valueOf(c));
        }
        line.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
