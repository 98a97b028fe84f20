package org.optbench.analysis.report;

/** What a figure is drawn on: origin at the top left, units of 1/72 inch, colours as {@code #rrggbb}. */
interface Canvas {

    /** Where a text stands relative to its position. */
    enum Anchor {
        START, MIDDLE, END
    }

    /**
     * How a line is drawn.
     *
     * @param colour as {@code #rrggbb}
     * @param width  in points
     * @param dash   lengths of strokes and gaps; empty for a solid line
     */
    record Stroke(String colour, double width, double... dash) {
    }

    /** A line through the points. */
    void line(double[] x, double[] y, Stroke stroke);

    /** A filled polygon. */
    void area(double[] x, double[] y, String colour, double opacity);

    /** A filled circle. */
    void dot(double x, double y, double radius, String colour);

    /** A line of text in a sans-serif font; y is the baseline. */
    void text(double x, double y, String text, double size, Anchor anchor, String colour);

    /** A text that reads from the bottom to the top, centred at the position. */
    void uprightText(double x, double y, String text, double size, String colour);

    /** Line between two points. */
    default void line(double x1, double y1, double x2, double y2, Stroke stroke) {
        line(new double[]{x1, x2}, new double[]{y1, y2}, stroke);
    }
}
