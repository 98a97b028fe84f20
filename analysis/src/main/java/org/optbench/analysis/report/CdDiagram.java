package org.optbench.analysis.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.optbench.analysis.stats.CriticalDifference;

/**
 * A critical-difference diagram (Demsar, 2006) as SVG: mean ranks on an axis, best on the left, and bars over optimizers that do not
 * differ. A member of a group is marked by a dot on its bar, so that a group with a stranger between its members can be read.
 */
final class CdDiagram {

    private static final int WIDTH = 760;
    private static final double ROW = 21;
    private static final double BAR = 11;
    private static final int LABEL = 46;

    private CdDiagram() {
    }

    static String svg(CriticalDifference groups, List<String> names, OptionalDouble criticalDifference, String title) {
        int k = names.size();
        int left = (k + 1) / 2;
        double margin = margin(names);
        double axisFrom = margin;
        double axisTo = WIDTH - margin;
        double scale = k == 1 ? 0 : (axisTo - axisFrom) / (k - 1);
        double axisY = criticalDifference.isPresent() ? 62 : 34;
        double firstRow = axisY + 20 + groups.cliques().size() * BAR;
        double height = firstRow + Math.max(left, k - left) * ROW + 4;
        StringBuilder svg = new StringBuilder(4096);
        svg.append(String.format(Locale.ROOT, "<svg class=\"cd\" viewBox=\"0 0 %d %.0f\" role=\"img\" aria-label=\"%s\" "
                + "xmlns=\"http://www.w3.org/2000/svg\" font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"currentColor\" "
                + "stroke=\"currentColor\">", WIDTH, height, escape(title)));
        axis(svg, k, axisFrom, axisTo, axisY, scale);
        criticalDifference.ifPresent(cd -> criticalDifferenceBar(svg, cd, axisFrom, scale));
        double barY = axisY + 16;
        for (List<Integer> clique : groups.cliques()) {
            bar(svg, groups, clique, barY, axisFrom, scale);
            barY += BAR;
        }
        for (int i = 0; i < k; i++) {
            boolean onLeft = i < left;
            double x = axisFrom + (groups.ranks().get(i) - 1) * scale;
            double y = firstRow + (onLeft ? i : k - 1 - i) * ROW + ROW / 2;
            double end = onLeft ? Math.min(axisFrom - 8, x) : Math.max(axisTo + 8, x);
            svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fV%.1fH%.1f\" fill=\"none\" stroke-opacity=\".55\"/>", x, axisY, y, end));
            String name = escape(names.get(groups.order().get(i)));
            String rank = String.format(Locale.ROOT, "%.2f", groups.ranks().get(i));
            svg.append(String.format(Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" stroke=\"none\">%s<tspan fill-opacity=\".62\" font-size=\"11\" dx=\"6\">%s</tspan>%s</text>",
                    onLeft ? end - 5 : end + 5, y + 4.5, onLeft ? "end" : "start", onLeft ? name : "", rank,
                    onLeft ? "" : "<tspan dx=\"6\">" + name + "</tspan>"));
        }
        return svg.append("</svg>").toString();
    }

    private static double margin(List<String> names) {
        int longest = names.stream().mapToInt(String::length).max().orElse(0);
        return Math.min(280, Math.max(90, 14 + LABEL + longest * 7.6));
    }

    private static void axis(StringBuilder svg, int k, double from, double to, double y, double scale) {
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fH%.1f\" stroke-width=\"1.5\"/>", from, y, to));
        int every = k > 20 ? 5 : k > 12 ? 2 : 1;
        for (int rank = 1; rank <= k; rank++) {
            boolean labelled = (rank - 1) % every == 0 || rank == k;
            double x = from + (rank - 1) * scale;
            svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f %.1fv%d\"/>", x, y, labelled ? -8 : -4));
            if (labelled) {
                svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\" stroke=\"none\">%d</text>", x, y - 13, rank));
            }
        }
    }

    private static void criticalDifferenceBar(StringBuilder svg, double cd, double from, double scale) {
        double to = from + cd * scale;
        svg.append(String.format(Locale.ROOT, "<path d=\"M%.1f 20v-8M%.1f 16H%.1fM%.1f 20v-8\" fill=\"none\"/>", from, from, to, to));
        svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"20\" stroke=\"none\">CD = %.2f</text>", to + 8, cd));
    }

    private static void bar(StringBuilder svg, CriticalDifference groups, List<Integer> clique, double y, double from, double scale) {
        double start = from + (groups.ranks().get(clique.getFirst()) - 1) * scale;
        double end = from + (groups.ranks().get(clique.getLast()) - 1) * scale;
        String dash = CriticalDifference.isConsecutive(clique) ? "" : " stroke-dasharray=\"4 4\"";
        svg.append(String.format(Locale.ROOT, "<path class=\"clique\" d=\"M%.1f %.1fH%.1f\" stroke-width=\"4\" stroke-linecap=\"round\"%s/>",
                start - 3, y, end + 3, dash));
        for (int member : clique) {
            double x = from + (groups.ranks().get(member) - 1) * scale;
            svg.append(String.format(Locale.ROOT, "<circle class=\"clique\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.4\" stroke=\"none\"/>", x, y));
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
