package org.optbench.analysis.report;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The figures of a selection of subsets: scatter matrix, discrepancy over the size, redundancy map. */
final class SubsetFigures {

    /** More axes make cells too small to read. */
    static final int MOST_AXES = 6;

    private static final double SIZE = 9;
    private static final double GAP = 14;
    private static final double MARGIN = 34;
    private static final int BINS = 25;
    private static final double CURVE_WIDTH = 520;
    private static final double CURVE_HEIGHT = 270;
    private static final double MAP = 380;
    private static final String REST = "#b9bfc8";

    private SubsetFigures() {
    }

    private static double cell(SubsetReport report) {
        return report.axes().size() <= 3 ? 170 : 110;
    }

    private static int axes(SubsetReport report) {
        return Math.min(MOST_AXES, report.axes().size());
    }

    /** All pairs of axes; the diagonal holds histograms of all tasks. */
    static String scatterMatrix(SubsetReport report) {
        int d = axes(report);
        double cell = cell(report);
        double side = MARGIN + d * (cell + GAP);
        SvgCanvas canvas = new SvgCanvas(side + 4, side + 26);
        for (int row = 0; row < d; row++) {
            for (int column = 0; column <= row; column++) {
                double x = MARGIN + column * (cell + GAP);
                double y = 6 + row * (cell + GAP);
                frame(canvas, x, y, cell);
                if (row == column) {
                    histogram(canvas, report, row, x, y, cell);
                } else {
                    cloud(canvas, report, column, row, x, y, cell);
                }
                if (column == 0) {
                    canvas.uprightText(MARGIN - 20, y + cell / 2, report.axes().get(row), SIZE, Palette.INK);
                    canvas.text(MARGIN - 4, y + cell, "0", SIZE - 1, Canvas.Anchor.END, Palette.SOFT);
                    canvas.text(MARGIN - 4, y + 7, "1", SIZE - 1, Canvas.Anchor.END, Palette.SOFT);
                }
                if (row == d - 1) {
                    canvas.text(x + cell / 2, y + cell + 20, report.axes().get(column), SIZE, Canvas.Anchor.MIDDLE, Palette.INK);
                    canvas.text(x, y + cell + 10, "0", SIZE - 1, Canvas.Anchor.START, Palette.SOFT);
                    canvas.text(x + cell, y + cell + 10, "1", SIZE - 1, Canvas.Anchor.END, Palette.SOFT);
                }
            }
        }
        legend(canvas, report.subsets().stream().map(SubsetReport.Subset::name).toList(), side - 110, 16);
        return canvas.document("Scatter matrix: all tasks and the chosen subsets in the performance space");
    }

    private static void legend(SvgCanvas canvas, List<String> names, double x, double y) {
        canvas.dot(x, y - 3, 2, REST);
        canvas.text(x + 8, y, "all tasks", SIZE, Canvas.Anchor.START, Palette.INK);
        for (int i = 0; i < names.size(); i++) {
            canvas.dot(x, y + 11 + 14 * i, 3, Palette.colour(i));
            canvas.text(x + 8, y + 14 + 14 * i, names.get(i), SIZE, Canvas.Anchor.START, Palette.INK);
        }
    }

    private static void frame(SvgCanvas canvas, double x, double y, double cell) {
        canvas.line(new double[]{x, x + cell, x + cell, x, x}, new double[]{y, y, y + cell, y + cell, y}, new Canvas.Stroke(Palette.GRID, 0.8));
    }

    private static void histogram(SvgCanvas canvas, SubsetReport report, int axis, double x, double y, double cell) {
        int[] counts = new int[BINS];
        for (double[] point : report.points()) {
            counts[Math.min(BINS - 1, (int) (point[axis] * BINS))]++;
        }
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        for (int b = 0; b < BINS; b++) {
            double left = x + b * cell / BINS;
            double right = left + cell / BINS - 0.4;
            double top = y + cell - 0.9 * cell * counts[b] / most;
            canvas.area(new double[]{left, right, right, left}, new double[]{y + cell, y + cell, top, top}, REST, 0.9);
        }
    }

    private static void cloud(SvgCanvas canvas, SubsetReport report, int column, int row, double x, double y, double cell) {
        Set<Integer> drawn = new HashSet<>();
        for (double[] point : report.points()) {
            // One dot for tasks that fall on the same third of a point, else thousands of them lie on top of each other.
            int key = (int) Math.rint(point[column] * cell * 3) * 4096 + (int) Math.rint(point[row] * cell * 3);
            if (drawn.add(key)) {
                canvas.dot(x + point[column] * cell, y + cell - point[row] * cell, 1.1, REST);
            }
        }
        for (int s = 0; s < report.subsets().size(); s++) {
            for (int member : report.subsets().get(s).members()) {
                double[] point = report.points()[member];
                canvas.dot(x + point[column] * cell, y + cell - point[row] * cell, 2.8, Palette.colour(s));
            }
        }
    }

    /** Discrepancy over the size, with the proven lower bounds dashed and the chosen size marked. */
    static String curve(SubsetReport report) {
        int[] sizes = report.sizes();
        SvgCanvas canvas = new SvgCanvas(CURVE_WIDTH, CURVE_HEIGHT);
        double left = 50;
        double right = CURVE_WIDTH - 12;
        double top = 12;
        double bottom = CURVE_HEIGHT - 62;
        double highest = report.curves().stream().flatMapToDouble(curve -> Arrays.stream(curve.values())).max().orElse(1.0) * 1.05;
        double step = tick(highest);
        for (double v = 0.0; v <= highest; v += step) {
            double y = bottom - v / highest * (bottom - top);
            canvas.line(left, y, right, y, new Canvas.Stroke(Palette.GRID, 0.8));
            canvas.text(left - 5, y + 3, String.format(Locale.ROOT, "%.2f", v), SIZE, Canvas.Anchor.END, Palette.SOFT);
        }
        double[] x = new double[sizes.length];
        int every = Math.max(1, (sizes.length + 10) / 11);
        for (int i = 0; i < sizes.length; i++) {
            x[i] = sizes.length == 1 ? 0.5 * (left + right) : left + 8 + (right - left - 16) * i / (sizes.length - 1.0);
            if (i % every == 0) {
                canvas.text(x[i], bottom + 13, Integer.toString(sizes[i]), SIZE, Canvas.Anchor.MIDDLE, Palette.SOFT);
            }
            if (sizes[i] == report.chosenSize()) {
                canvas.line(x[i], top, x[i], bottom, new Canvas.Stroke(Palette.SOFT, 0.8, 2, 3));
            }
        }
        canvas.text(0.5 * (left + right), bottom + 27, "tasks in each subset", SIZE, Canvas.Anchor.MIDDLE, Palette.INK);
        canvas.uprightText(14, 0.5 * (top + bottom), "star discrepancy", SIZE, Palette.INK);
        double at = left;
        for (int s = 0; s < report.curves().size(); s++) {
            SubsetReport.Curve curve = report.curves().get(s);
            line(canvas, x, curve.values(), highest, top, bottom, new Canvas.Stroke(Palette.colour(s), 1.6));
            line(canvas, x, curve.bounds(), highest, top, bottom, new Canvas.Stroke(Palette.colour(s), 1.0, 3, 3));
            for (int i = 0; i < x.length; i++) {
                canvas.dot(x[i], bottom - curve.values()[i] / highest * (bottom - top), 2.2, Palette.colour(s));
            }
            canvas.line(at, CURVE_HEIGHT - 12, at + 18, CURVE_HEIGHT - 12, new Canvas.Stroke(Palette.colour(s), 1.6));
            String name = curve.name() + " (dashed: proven bound)";
            canvas.text(at + 22, CURVE_HEIGHT - 9, name, SIZE, Canvas.Anchor.START, Palette.INK);
            at += 36 + PdfCanvas.advance(name, SIZE);
        }
        return canvas.document("Star discrepancy of the subsets over their size");
    }

    private static void line(SvgCanvas canvas, double[] x, double[] values, double highest, double top, double bottom, Canvas.Stroke stroke) {
        canvas.line(x, Arrays.stream(values).map(v -> bottom - v / highest * (bottom - top)).toArray(), stroke);
    }

    private static double tick(double highest) {
        for (double step : new double[]{0.01, 0.02, 0.05, 0.1}) {
            if (highest / step <= 8) {
                return step;
            }
        }
        return 0.2;
    }

    /** Groups of tasks that say the same, as discs whose area grows with the number of members, over the first two axes. */
    static String redundancyMap(SubsetReport report) {
        SvgCanvas canvas = new SvgCanvas(MARGIN + MAP + MARGIN, MARGIN + MAP + 40);
        frame(canvas, MARGIN, MARGIN, MAP);
        boolean plane = report.axes().size() > 1;
        for (double[] point : report.points()) {
            canvas.dot(MARGIN + point[0] * MAP, MARGIN + MAP - (plane ? point[1] : 0.5) * MAP, 1.1, REST);
        }
        List<SubsetReport.Group> groups = report.groups();
        for (SubsetReport.Group group : groups) {
            double[] point = report.points()[group.representative()];
            double radius = Math.min(26, 1.6 * Math.sqrt(group.members().length));
            double x = MARGIN + point[0] * MAP;
            double y = MARGIN + MAP - (plane ? point[1] : 0.5) * MAP;
            disc(canvas, x, y, radius);
        }
        canvas.text(MARGIN + MAP / 2, MARGIN + MAP + 32, report.axes().getFirst(), SIZE, Canvas.Anchor.MIDDLE, Palette.INK);
        if (plane) {
            canvas.uprightText(MARGIN - 14, MARGIN + MAP / 2, report.axes().get(1), SIZE, Palette.INK);
        }
        return canvas.document("Redundancy map: groups of tasks with nearly the same results");
    }

    private static void disc(SvgCanvas canvas, double x, double y, double radius) {
        int corners = 24;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = x + radius * Math.cos(2 * Math.PI * i / corners);
            ys[i] = y + radius * Math.sin(2 * Math.PI * i / corners);
        }
        canvas.area(xs, ys, Palette.ACCENT, 0.28);
    }
}
