package org.optbench.results.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes and reads values of columns by JDBC, for the tables that grow with the number of trials. */
final class Columns {

    private static final double[] NONE = {};

    private Columns() {
    }

    /** Fills the parameters of a statement from left to right. */
    static final class Binder {
        private final PreparedStatement statement;
        private final Connection connection;
        private int at;

        Binder(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.connection = statement.getConnection();
        }

        Binder start() {
            at = 0;
            return this;
        }

        Binder set(long value) throws SQLException {
            statement.setLong(++at, value);
            return this;
        }

        Binder set(int value) throws SQLException {
            statement.setInt(++at, value);
            return this;
        }

        Binder set(double value) throws SQLException {
            statement.setDouble(++at, value);
            return this;
        }

        Binder set(boolean value) throws SQLException {
            statement.setBoolean(++at, value);
            return this;
        }

        Binder set(OptionalDouble value) throws SQLException {
            if (value.isPresent()) {
                return set(value.getAsDouble());
            }
            statement.setNull(++at, Types.DOUBLE);
            return this;
        }

        Binder set(OptionalInt value) throws SQLException {
            if (value.isPresent()) {
                return set(value.getAsInt());
            }
            statement.setNull(++at, Types.INTEGER);
            return this;
        }

        Binder text(@Nullable String value) throws SQLException {
            if (value == null) {
                statement.setNull(++at, Types.VARCHAR);
            } else {
                statement.setString(++at, value.indexOf('\0') < 0 ? value : value.replace('\0', '\uFFFD'));
            }
            return this;
        }

        /** A text where the empty one is stored as absent. */
        Binder sparse(String value) throws SQLException {
            return text(value.isEmpty() ? null : value);
        }

        Binder numbers(SortedMap<String, Double> values) throws SQLException {
            return text(values.isEmpty() ? null : FlatJson.writeNumbers(values));
        }

        /** The values from a position on; absent when there are none. */
        Binder vector(double[] values, int from) throws SQLException {
            if (values.length <= from) {
                statement.setNull(++at, Types.ARRAY);
                return this;
            }
            Double[] boxed = new Double[values.length - from];
            for (int i = 0; i < boxed.length; i++) {
                boxed[i] = values[from + i];
            }
            statement.setArray(++at, connection.createArrayOf("float8", boxed));
            return this;
        }

        void add() throws SQLException {
            statement.addBatch();
        }
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static OptionalDouble optionalDouble(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    static OptionalInt optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    static SortedMap<String, Double> numbers(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? new TreeMap<>() : FlatJson.readNumbers(text);
    }

    /** The vector of a column; empty when absent. */
    static double[] vector(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return NONE;
        }
        Object[] boxed = (Object[]) array.getArray();
        double[] values = new double[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) boxed[i]).doubleValue();
        }
        return values;
    }

    /** The vector whose first value has a column of its own; empty when that is absent. */
    static double[] vector(ResultSet row, String first, String more) throws SQLException {
        double head = row.getDouble(first);
        if (row.wasNull()) {
            return NONE;
        }
        double[] tail = vector(row, more);
        double[] values = new double[tail.length + 1];
        values[0] = head;
        System.arraycopy(tail, 0, values, 1, tail.length);
        return values;
    }
}
