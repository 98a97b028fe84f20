package org.optbench.analysis.report;

/** Colours and dashes of the optimizers on a light ground; the same as those of the page. */
final class Palette {

    static final String INK = "#1b1e23";
    static final String SOFT = "#5b626d";
    static final String GRID = "#e4e7eb";
    static final String ACCENT = "#1f5fbf";

    private static final String[] COLOURS = {"#1f5fbf", "#d1571b", "#12826b", "#b03a86", "#8a6a00", "#6a4fc4", "#b3372f", "#557a12", "#0f7f9e", "#5d6470"};
    private static final double[][] DASHES = {{}, {7, 4}, {2, 3}, {10, 3, 2, 3}};

    private Palette() {
    }

    static String colour(int optimizer) {
        return COLOURS[optimizer % COLOURS.length];
    }

    static Canvas.Stroke stroke(int optimizer) {
        return new Canvas.Stroke(colour(optimizer), 1.3, DASHES[optimizer / COLOURS.length % DASHES.length]);
    }
}
