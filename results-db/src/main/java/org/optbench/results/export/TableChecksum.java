package org.optbench.results.export;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SHA-256 over the header and the rows of a table without its wall-clock columns, as CSV; the same for every format. */
final class TableChecksum {

    private final MessageDigest digest;
    private final StringBuilder line = new StringBuilder();
    private final int columns;

    TableChecksum(List<Column> columns) {
        this.columns = (int) columns.stream().filter(column -> !column.isWallClock()).count();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        add(columns.stream().map(Column::name).toArray());
    }

    void add(@Nullable Object[] cells) {
        line.setLength(0);
        for (int i = 0; i < columns; i++) {
            if (i > 0) {
                line.append(',');
            }
            CsvSink.append(line, cells[i]);
        }
        digest.update(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
