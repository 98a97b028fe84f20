package org.optbench.analysis.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chart of lines for a paper, legend below.
 *
 * @param title    name of the figure
 * @param xLabel   below the x axis
 * @param yLabel   beside the y axis
 * @param x        positions, ascending; positive on a logarithmic axis
 * @param logX     whether the x axis is logarithmic
 * @param lines    lines
 * @param logY     whether the y axis is logarithmic; values that are not positive are then drawn at its bottom
 * @param downward whether small values stand at the top, as ranks do
 * @param stepped  whether a value holds until the next position
 * @param marks    dots, such as the ends of runs that were stopped
 */
record LinePlot(String title, String xLabel, String yLabel, double[] x, boolean logX, List<Line> lines, boolean logY, boolean downward, boolean stepped,
        List<Mark> marks) {

    /** A chart without marks. */
    LinePlot(String title, String xLabel, String yLabel, double[] x, boolean logX, List<Line> lines, boolean logY, boolean downward, boolean stepped) {
        this(title, xLabel, yLabel, x, logX, lines, logY, downward, stepped, List.of());
    }

    /** A chart with a logarithmic x axis. */
    LinePlot(String title, String xLabel, String yLabel, double[] x, List<Line> lines, boolean logY, boolean downward, boolean stepped) {
        this(title, xLabel, yLabel, x, true, lines, logY, downward, stepped, List.of());
    }

    /** A chart with a logarithmic x axis and marks. */
    LinePlot(String title, String xLabel, String yLabel, double[] x, List<Line> lines, boolean logY, boolean downward, boolean stepped,
            List<Mark> marks) {
        this(title, xLabel, yLabel, x, true, lines, logY, downward, stepped, marks);
    }

    static final double WIDTH = 360;
    private static final double PLOT_HEIGHT = 210;
    private static final double LEFT = 52;
    private static final double RIGHT = 10;
    private static final double TOP = 10;
    private static final double BOTTOM = 40;
    private static final double LEGEND_ROW = 13;
    private static final double SIZE = 9;

    /**
     * A line.
     *
     * @param optimizer index, for colour and dash
     * @param name      for the legend
     * @param y         values, not finite where there is none
     * @param band      shape {@code [2][x]} lower and upper; empty without a band
     */
    record Line(int optimizer, String name, double[] y, Optional<double[][]> band) {
    }

    /**
     * A dot.
     *
     * @param optimizer index, for the colour
     */
    record Mark(int optimizer, double x, double y) {
    }

    double height() {
        return TOP + PLOT_HEIGHT + BOTTOM + legendRows().size() * LEGEND_ROW;
    }

    void draw(Canvas canvas) {
        double[] range = range();
        Axis horizontal = new Axis(x[0], x[x.length - 1], logX, LEFT, WIDTH - RIGHT);
        Axis vertical = downward ? new Axis(range[0], range[1], logY, TOP, TOP + PLOT_HEIGHT) : new Axis(range[0], range[1], logY, TOP + PLOT_HEIGHT, TOP);
        grid(canvas, horizontal, vertical);
        for (Line line : lines) {
            line.band.ifPresent(band -> band(canvas, line, band, horizontal, vertical));
        }
        for (Line line : lines) {
            for (double[][] part : path(line.y, horizontal, vertical)) {
                canvas.line(part[0], part[1], Palette.stroke(line.optimizer));
            }
        }
        for (Mark mark : marks) {
            canvas.dot(horizontal.at(mark.x), vertical.at(mark.y), 2.2, Palette.colour(mark.optimizer));
        }
        legend(canvas);
    }

    private void grid(Canvas canvas, Axis horizontal, Axis vertical) {
        Canvas.Stroke hair = new Canvas.Stroke(Palette.GRID, 0.6);
        Canvas.Stroke frame = new Canvas.Stroke(Palette.SOFT, 0.8);
        for (double tick : horizontal.ticks()) {
            double at = horizontal.at(tick);
            canvas.line(at, TOP, at, TOP + PLOT_HEIGHT, hair);
            canvas.text(at, TOP + PLOT_HEIGHT + 12, label(tick), SIZE, Canvas.Anchor.MIDDLE, Palette.SOFT);
        }
        for (double tick : vertical.ticks()) {
            double at = vertical.at(tick);
            canvas.line(LEFT, at, WIDTH - RIGHT, at, hair);
            canvas.text(LEFT - 5, at + 3, label(tick), SIZE, Canvas.Anchor.END, Palette.SOFT);
        }
        canvas.line(new double[]{LEFT, LEFT, WIDTH - RIGHT}, new double[]{TOP, TOP + PLOT_HEIGHT, TOP + PLOT_HEIGHT}, frame);
        canvas.text((LEFT + WIDTH - RIGHT) / 2, TOP + PLOT_HEIGHT + 26, xLabel, SIZE, Canvas.Anchor.MIDDLE, Palette.INK);
        canvas.uprightText(13, TOP + PLOT_HEIGHT / 2, yLabel, SIZE, Palette.INK);
    }

    private void band(Canvas canvas, Line line, double[][] band, Axis horizontal, Axis vertical) {
        List<double[][]> lower = path(band[0], horizontal, vertical);
        List<double[][]> upper = path(band[1], horizontal, vertical);
        if (lower.size() != 1 || upper.size() != 1) {
            return;
        }
        // Where the band has no finite end yet it begins later.
        double start = Math.max(lower.getFirst()[0][0], upper.getFirst()[0][0]);
        double[][] below = from(lower.getFirst(), start);
        double[][] above = from(upper.getFirst(), start);
        int n = below[0].length;
        int m = above[0].length;
        double[] px = new double[n + m];
        double[] py = new double[n + m];
        for (int i = 0; i < n; i++) {
            px[i] = below[0][i];
            py[i] = below[1][i];
        }
        for (int i = 0; i < m; i++) {
            px[n + i] = above[0][m - 1 - i];
            py[n + i] = above[1][m - 1 - i];
        }
        canvas.area(px, py, Palette.colour(line.optimizer), 0.14);
    }

    private static double[][] from(double[][] path, double start) {
        int first = 0;
        while (first < path[0].length - 1 && path[0][first] < start) {
            first++;
        }
        return new double[][]{java.util.Arrays.copyOfRange(path[0], first, path[0].length), java.util.Arrays.copyOfRange(path[1], first, path[1].length)};
    }

    /** The finite parts of a line in page coordinates. */
    private List<double[][]> path(double[] y, Axis horizontal, Axis vertical) {
        List<double[][]> parts = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i <= x.length; i++) {
            if (i < x.length && Double.isFinite(y[i])) {
                double px = horizontal.at(x[i]);
                double py = vertical.at(y[i]);
                if (stepped && !points.isEmpty()) {
                    points.add(new double[]{px, points.getLast()[1]});
                }
                points.add(new double[]{px, py});
            } else if (!points.isEmpty()) {
                parts.add(new double[][]{points.stream().mapToDouble(p -> p[0]).toArray(), points.stream().mapToDouble(p -> p[1]).toArray()});
                points.clear();
            }
        }
        return parts;
    }

    private double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            for (double v : line.y) {
                if (Double.isFinite(v) && (!logY || v > 0)) {
                    low = Math.min(low, v);
                    high = Math.max(high, v);
                }
            }
        }
        if (low > high) {
            return logY ? new double[]{1, 10} : new double[]{0, 1};
        }
        if (logY) {
            return new double[]{low / 1.3, Math.max(high * 1.3, low * 2)};
        }
        double margin = low == high ? Math.max(1e-9, Math.abs(low) * 0.1) : (high - low) * 0.05;
        return new double[]{low - margin, high + margin};
    }

    private List<List<Line>> legendRows() {
        List<List<Line>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        Set<String> named = new HashSet<>();
        for (Line line : lines) {
            // Several lines of one name share an entry.
            if (!named.add(line.name)) {
                continue;
            }
            double width = 28 + PdfCanvas.advance(line.name, SIZE);
            if (used + width > WIDTH - LEFT) {
                rows.add(new ArrayList<>());
                used = 0;
            }
            rows.getLast().add(line);
            used += width;
        }
        return rows;
    }

    private void legend(Canvas canvas) {
        double y = TOP + PLOT_HEIGHT + BOTTOM;
        for (List<Line> row : legendRows()) {
            double at = LEFT;
            for (Line line : row) {
                canvas.line(at, y - 3, at + 16, y - 3, Palette.stroke(line.optimizer));
                canvas.text(at + 20, y, line.name, SIZE, Canvas.Anchor.START, Palette.INK);
                at += 28 + PdfCanvas.advance(line.name, SIZE);
            }
            y += LEGEND_ROW;
        }
    }

    private static String label(double value) {
        double magnitude = Math.abs(value);
        if (magnitude != 0 && (magnitude >= 1e5 || magnitude < 1e-3)) {
            return "1e" + Math.round(Math.log10(value));
        }
        return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
    }

    /** A scale from values to the page. */
    private record Axis(double low, double high, boolean logarithmic, double from, double to) {

        double at(double value) {
            double share = logarithmic ? Math.log(Math.max(value, low) / low) / Math.log(high / low) : (value - low) / (high - low);
            return from + Math.clamp(share, 0.0, 1.0) * (to - from);
        }

        List<Double> ticks() {
            return logarithmic ? decades() : round();
        }

        private List<Double> decades() {
            int first = (int) Math.ceil(Math.log10(low) - 1e-9);
            int last = (int) Math.floor(Math.log10(high) + 1e-9);
            if (last <= first) {
                return List.of(low, high).stream().map(v -> new BigDecimal(v).round(new MathContext(2)).doubleValue()).filter(v -> v >= low && v <= high)
                        .toList();
            }
            int every = Math.max(1, (last - first + 5) / 6);
            List<Double> ticks = new ArrayList<>();
            for (int k = first; k <= last; k += every) {
                ticks.add(Math.pow(10, k));
            }
            return ticks;
        }

        private List<Double> round() {
            double raw = (high - low) / 5;
            double unit = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = raw / unit < 1.5 ? unit : raw / unit < 3.5 ? 2 * unit : raw / unit < 7.5 ? 5 * unit : 10 * unit;
            List<Double> ticks = new ArrayList<>();
            for (double k = Math.ceil(low / step); k * step <= high; k++) {
                ticks.add(k * step);
            }
            return ticks;
        }
    }
}
