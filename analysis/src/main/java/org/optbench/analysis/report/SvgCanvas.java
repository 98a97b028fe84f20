package org.optbench.analysis.report;

import java.util.Locale;

/** Draws SVG. */
final class SvgCanvas implements Canvas {

    private final StringBuilder body = new StringBuilder();
    private final double width;
    private final double height;

    SvgCanvas(double width, double height) {
        this.width = width;
        this.height = height;
    }

    /** The document. */
    String document(String title) {
        return String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0fpt\" height=\"%.0fpt\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
                        + "font-family=\"Helvetica, Arial, sans-serif\"><title>%s</title>\n",
                width, height, width, height, CdDiagram.escape(title)) + body + "</svg>\n";
    }

    @Override
    public void line(double[] x, double[] y, Stroke stroke) {
        body.append("<path d=\"");
        points(x, y);
        body.append(String.format(Locale.ROOT, "\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\" stroke-linejoin=\"round\"", stroke.colour(),
                stroke.width()));
        if (stroke.dash().length > 0) {
            body.append(" stroke-dasharray=\"");
            for (double d : stroke.dash()) {
                body.append(String.format(Locale.ROOT, "%.1f ", d));
            }
            body.append('"');
        }
        body.append("/>\n");
    }

    @Override
    public void area(double[] x, double[] y, String colour, double opacity) {
        body.append("<path d=\"");
        points(x, y);
        body.append(String.format(Locale.ROOT, "Z\" fill=\"%s\" fill-opacity=\"%.2f\"/>%n", colour, opacity));
    }

    @Override
    public void dot(double x, double y, double radius, String colour) {
        body.append(String.format(Locale.ROOT, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"%.2f\" fill=\"%s\"/>%n", x, y, radius, colour));
    }

    @Override
    public void text(double x, double y, String text, double size, Anchor anchor, String colour) {
        body.append(String.format(Locale.ROOT, "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n", x, y, size,
                anchor.name().toLowerCase(Locale.ROOT), colour, CdDiagram.escape(text)));
    }

    @Override
    public void uprightText(double x, double y, String text, double size, String colour) {
        body.append(String.format(Locale.ROOT,
                "<text transform=\"translate(%.2f %.2f) rotate(-90)\" font-size=\"%.1f\" text-anchor=\"middle\" fill=\"%s\">%s</text>%n", x, y, size,
                colour, CdDiagram.escape(text)));
    }

    private void points(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            body.append(String.format(Locale.ROOT, "%s%.2f %.2f", i == 0 ? "M" : "L", x[i], y[i]));
        }
    }
}
