package org.optbench.formats;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A COCO data file ({@code .dat} or {@code .tdat}): runs one after the other, each begun by a header line. */
final class CocoData {

    private static final Pattern REFERENCE = Pattern.compile("F(?:opt|ref)\\s*\\(([^)]*)\\)");

    private CocoData() {
    }

    /**
     * A run in a data file.
     *
     * @param optimum reference value of the header; NaN when it has none
     * @param rows    in the order of the file, evaluations ascending
     */
    record Segment(double optimum, List<Row> rows) {
    }

    /**
     * A line.
     *
     * @param evaluations evaluations so far
     * @param constraints evaluations of constraints so far; 0 in old files
     * @param best        best value so far minus the reference value
     * @param x           the point of this line; empty when it is not recorded
     */
    record Row(long evaluations, long constraints, double best, double[] x) {
    }

    static List<Segment> read(Path file, CocoInfo.Layout layout) {
        List<Segment> segments = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        List<String> lines = SourceFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("%")) {
                rows = new ArrayList<>();
                segments.add(new Segment(reference(file, i + 1, line), rows));
            } else if (!line.isEmpty()) {
                if (segments.isEmpty()) {
                    throw BadFile.at(file, i + 1, "a line of data stands before the first header.", "the beginning of the file is lost.");
                }
                Row row = row(file, i + 1, line, layout);
                requireProgress(file, i + 1, rows, row);
                rows.add(row);
            }
        }
        segments.removeIf(segment -> segment.rows().isEmpty());
        return segments;
    }

    private static void requireProgress(Path file, long line, List<Row> rows, Row row) {
        if (!rows.isEmpty() && (row.evaluations <= rows.getLast().evaluations || row.best > rows.getLast().best)) {
            throw BadFile.at(file, line, "after evaluation " + rows.getLast().evaluations + " with the best value " + rows.getLast().best
                    + " comes evaluation " + row.evaluations + " with " + row.best + ": evaluations must rise and the best value must not.",
                    "two runs were written into one file.");
        }
    }

    private static double reference(Path file, long line, String header) {
        Matcher matcher = REFERENCE.matcher(header);
        return matcher.find() ? number(file, line, matcher.group(1)) : Double.NaN;
    }

    private static Row row(Path file, long line, String text, CocoInfo.Layout layout) {
        String[] cells = text.split("\\s+");
        if (cells.length < 3) {
            throw BadFile.at(file, line, "it has " + cells.length + " columns, but evaluations and best value stand in the first three.",
                    "the file was cut off.");
        }
        double evaluations = number(file, line, cells[0]);
        double constraints = layout == CocoInfo.Layout.OLD ? 0 : number(file, line, cells[1]);
        if (!(evaluations >= 1) || evaluations != Math.rint(evaluations)) {
            throw BadFile.at(file, line, "the number of evaluations is " + cells[0] + ", but it must be a whole number of 1 or above.",
                    "the columns are those of another data_format.");
        }
        double[] x = new double[Math.max(0, cells.length - layout.columns())];
        for (int i = 0; i < x.length; i++) {
            x[i] = number(file, line, cells[layout.columns() + i]);
        }
        return new Row((long) evaluations, (long) constraints, number(file, line, cells[2]), x);
    }

    private static double number(Path file, long line, String text) {
        try {
            return switch (text.toLowerCase(java.util.Locale.ROOT)) {
                case "nan", "+nan", "-nan" -> Double.NaN;
                case "inf", "+inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            throw BadFile.at(file, line, "'" + text + "' is no number.", "the file was cut off or edited.");
        }
    }
}
