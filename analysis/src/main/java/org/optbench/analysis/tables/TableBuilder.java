package org.optbench.analysis.tables;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Fills a table row by row. Numbers that are not finite are missing. */
final class TableBuilder {

    private final String name;
    private final List<Column<?>> columns = new ArrayList<>();

    TableBuilder(String name) {
        this.name = name;
    }

    TableBuilder text(String... names) {
        for (String column : names) {
            columns.add(StringColumn.create(column));
        }
        return this;
    }

    TableBuilder whole(String... names) {
        for (String column : names) {
            columns.add(LongColumn.create(column));
        }
        return this;
    }

    TableBuilder number(String... names) {
        for (String column : names) {
            columns.add(DoubleColumn.create(column));
        }
        return this;
    }

    /** Adds a row: text, whole numbers and numbers as the columns ask for. */
    void add(Object... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("a row of table '" + name + "' has " + values.length + " values for " + columns.size() + " columns");
        }
        for (int i = 0; i < values.length; i++) {
            switch (columns.get(i)) {
                case StringColumn text -> text.append((String) values[i]);
                case LongColumn whole -> whole.append(((Number) values[i]).longValue());
                case DoubleColumn number -> append(number, ((Number) values[i]).doubleValue());
                default -> throw new IllegalStateException("column " + columns.get(i).name() + " of table '" + name + "' is of another type");
            }
        }
    }

    static void append(DoubleColumn column, double value) {
        if (Double.isFinite(value)) {
            column.append(value);
        } else {
            column.appendMissing();
        }
    }

    Table build() {
        return Table.create(name, columns);
    }
}
