package org.optbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Costs of optimizers on tasks from a file: one task a line, cells separated by commas or blanks, smaller is better. The first line may name the columns,
 * the first column the tasks; {@code #} begins a comment.
 *
 * @param tasks      names of the rows; {@code row/N} where the file has none
 * @param optimizers names of the columns; {@code optimizer-N} where the file has none
 * @param costs      {@code [n][optimizers]}, finite
 */
@SuppressWarnings("ArrayRecordComponent")
record CostMatrix(List<String> tasks, List<String> optimizers, double[][] costs) {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");

    /** @throws RefusedException when the file is no such matrix */
    static CostMatrix read(Path file) {
        List<String[]> lines = lines(file);
        if (lines.isEmpty()) {
            throw new RefusedException("Matrix '" + file + "' is empty: a line for each task is due, with the cost of each optimizer.");
        }
        String[] first = lines.getFirst();
        boolean headed = !isNumber(first[first.length - 1]);
        List<String[]> rows = headed ? lines.subList(1, lines.size()) : lines;
        boolean named = !rows.isEmpty() && !isNumber(rows.getFirst()[0]);
        int from = named ? 1 : 0;
        int columns = first.length - from;
        List<String> optimizers = headed ? List.of(Arrays.copyOfRange(first, from, first.length))
                : IntStream.rangeClosed(1, columns).mapToObj(i -> "optimizer-" + i).toList();
        List<String> tasks = new ArrayList<>();
        double[][] costs = new double[rows.size()][columns];
        for (int i = 0; i < costs.length; i++) {
            String[] cells = rows.get(i);
            if (cells.length != first.length) {
                throw new RefusedException(
                        "Matrix '" + file + "', row " + (i + 1) + ": " + cells.length + " cells where the first line has " + first.length + ".");
            }
            tasks.add(named ? cells[0] : "row/" + (i + 1));
            for (int j = 0; j < columns; j++) {
                costs[i][j] = number(cells[from + j], file, i + 1);
            }
        }
        if (costs.length < 2 || columns < 1) {
            throw new RefusedException("Matrix '" + file + "' has " + costs.length + " tasks and " + columns + " optimizers: too few to choose from.");
        }
        return new CostMatrix(List.copyOf(tasks), optimizers, costs);
    }

    private static List<String[]> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> line.replaceFirst("#.*$", "").strip()).filter(line -> !line.isEmpty())
                    .map(line -> SEPARATOR.split(line)).toList();
        } catch (IOException e) {
            throw new RefusedException("Matrix '" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean isNumber(String cell) {
        try {
            Double.parseDouble(cell);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double number(String cell, Path file, int row) {
        double value = isNumber(cell) ? Double.parseDouble(cell) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw new RefusedException("Matrix '" + file + "', row " + row + ": '" + cell + "' is no finite number.");
        }
        return value;
    }
}
