package org.optbench.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Prints tables to a terminal: text to the left, numbers to the right with four digits, missing values as a dash. */
final class TextTable {

    private static final String GAP = "  ";

    private TextTable() {
    }

    static void print(PrintWriter out, Table table) {
        int n = table.rowCount();
        int m = table.columnCount();
        String[][] cells = new String[n + 1][m];
        int[] width = new int[m];
        for (int c = 0; c < m; c++) {
            cells[0][c] = table.column(c).name().replace('_', ' ');
            for (int r = 0; r < n; r++) {
                cells[r + 1][c] = cell(table.column(c), r);
            }
            int column = c;
            width[c] = Arrays.stream(cells).mapToInt(row -> row[column].length()).max().orElse(0);
        }
        for (String[] row : cells) {
            out.println(String.join(GAP, IntStream.range(0, m).mapToObj(c -> pad(row[c], width[c], table.column(c) instanceof StringColumn)).toList())
                    .stripTrailing());
        }
    }

    private static String pad(String text, int width, boolean isLeft) {
        String space = " ".repeat(width - text.length());
        return isLeft ? text + space : space + text;
    }

    private static String cell(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return column instanceof StringColumn ? "" : "-";
        }
        return column instanceof DoubleColumn numbers ? number(numbers.getDouble(row)) : String.valueOf(column.get(row));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString((long) value);
        }
        if (size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        return String.format(Locale.ROOT, "%." + Math.clamp(3 - (int) Math.floor(Math.log10(size)), 0, 4) + "f", value);
    }
}
