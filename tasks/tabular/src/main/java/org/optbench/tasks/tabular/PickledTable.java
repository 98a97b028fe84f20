package org.optbench.tasks.tabular;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Parameter;

/**
 * Reads a table as it was published: a Python pickle of a dict from the digits of a configuration, one for each parameter in alphabetical order, to the
 * list of its results.
 */
final class PickledTable {

    private PickledTable() {
    }

    /**
     * @throws IllegalArgumentException when the file is no such table or not a whole one; the message names the file and the rule
     */
    static Table read(Path file, TableFamily family) {
        Object root;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            root = new Unpickler().load(in);
        } catch (IOException | PickleException | IndexOutOfBoundsException | ClassCastException | NegativeArraySizeException e) {
            throw new IllegalArgumentException(file + " is not a readable pickle: " + e, e);
        }
        if (!(root instanceof Map<?, ?> rows)) {
            throw new IllegalArgumentException(file + " is not a table: it must hold a dict, not " + (root == null ? "nothing" : root.getClass().getName()));
        }
        if (rows.size() != family.rows()) {
            throw new IllegalArgumentException(file + " is not a whole table of " + family.name() + ": it has " + rows.size() + " rows, "
                    + family.rows() + " are needed");
        }
        return table(file, rows, family);
    }

    private static Table table(Path file, Map<?, ?> rows, TableFamily family) {
        double[][] byRow = new double[family.rows()][];
        rows.forEach((key, results) -> byRow[row(file, String.valueOf(key), family)] = results(file, key, results));
        int[] starts = new int[byRow.length + 1];
        for (int row = 0; row < byRow.length; row++) { // as many different keys as rows: none is missing
            starts[row + 1] = starts[row] + byRow[row].length;
        }
        double[] values = new double[starts[byRow.length]];
        for (int row = 0; row < byRow.length; row++) {
            System.arraycopy(byRow[row], 0, values, starts[row], byRow[row].length);
        }
        return new Table(values, starts);
    }

    private static int row(Path file, String key, TableFamily family) {
        int row = 0;
        for (int i = 0; i < family.parameters().size(); i++) {
            Parameter parameter = family.parameters().get(i);
            int digit = key.length() == family.parameters().size() ? key.charAt(i) - '0' : -1;
            if (digit < 0 || digit >= parameter.cardinality()) {
                throw new IllegalArgumentException(file + " is not a table of " + family.name() + ": key '" + key + "' must have "
                        + family.parameters().size() + " digits, for " + parameter.name() + " below " + (int) parameter.cardinality());
            }
            row = row * (int) parameter.cardinality() + digit;
        }
        return row;
    }

    private static double[] results(Path file, Object key, @Nullable Object results) {
        if (results instanceof List<?> list && !list.isEmpty()) {
            double[] numbers = new double[list.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = list.get(i) instanceof Number number ? number.doubleValue() : Double.NaN;
                if (!Double.isFinite(numbers[i])) {
                    throw new IllegalArgumentException(file + " is not a table: the results of key '" + key + "' are " + list);
                }
            }
            return numbers;
        }
        throw new IllegalArgumentException(file + " is not a table: the results of key '" + key + "' must be a list of numbers, not "
                + (results instanceof Map<?, ?> map ? "a dict of " + map.keySet() : results));
    }
}
