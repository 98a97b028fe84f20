package org.optbench.analysis.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What a selection of subsets of tasks has given, as a self-contained page and its figures as SVG.
 *
 * @param title      heading
 * @param lead       a sentence on the tasks, the space and how it was scaled
 * @param axes       names of the axes of the performance space
 * @param tasks      ids, one for each point
 * @param points     array shape {@code [n][axes]} in the unit cube
 * @param subsets    the chosen subsets
 * @param sizes      sizes tried, ascending
 * @param chosenSize the size of the chosen subsets
 * @param curves     one for each subset
 * @param tolerance  largest difference in a coordinate of tasks that count as saying the same
 * @param groups     groups of tasks that say the same, largest first
 */
@SuppressWarnings("ArrayRecordComponent")
public record SubsetReport(String title, String lead, List<String> axes, List<String> tasks, double[][] points, List<Subset> subsets, int[] sizes,
        int chosenSize, List<Curve> curves, double tolerance, List<Group> groups) {

    private static final int LISTED_GROUPS = 25;
    private static final int LISTED_MEMBERS = 6;

    /**
     * A chosen subset.
     *
     * @param name     of the split
     * @param members  positions of its tasks
     * @param findings sentences on its discrepancy and how well it ranks
     */
    public record Subset(String name, int[] members, List<String> findings) {

        /** Copies the findings. */
        public Subset {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Discrepancy over the size.
     *
     * @param name   of the split
     * @param values star discrepancy, one for each size
     * @param bounds proven lower bound, one for each size
     */
    public record Curve(String name, double[] values, double[] bounds) {
    }

    /**
     * Tasks that say the same.
     *
     * @param representative the most central member
     * @param members        positions
     */
    public record Group(int representative, int[] members) {
    }

    /** Copies the lists. */
    public SubsetReport {
        axes = List.copyOf(axes);
        tasks = List.copyOf(tasks);
        subsets = List.copyOf(subsets);
        curves = List.copyOf(curves);
        groups = List.copyOf(groups);
        if (tasks.size() != points.length || axes.isEmpty() || curves.stream().anyMatch(c -> c.values.length != sizes.length)) {
            throw new IllegalArgumentException("report of subsets: " + tasks.size() + " tasks, " + points.length + " points, " + axes.size() + " axes, "
                    + sizes.length + " sizes: numbers must match. Maybe tasks were filtered in one of them?");
        }
    }

    /** Writes {@code NAME.html} and the figures {@code NAME-scatter.svg}, {@code NAME-discrepancy.svg} and {@code NAME-redundancy.svg}. */
    public void write(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        String scatter = SubsetFigures.scatterMatrix(this);
        String curve = SubsetFigures.curve(this);
        String map = SubsetFigures.redundancyMap(this);
        Files.writeString(folder.resolve(name + "-scatter.svg"), scatter);
        Files.writeString(folder.resolve(name + "-discrepancy.svg"), curve);
        Files.writeString(folder.resolve(name + "-redundancy.svg"), map);
        Files.writeString(folder.resolve(name + ".html"), page(scatter, curve, map));
    }

    private String page(String scatter, String curve, String map) {
        StringBuilder page = new StringBuilder(scatter.length() + curve.length() + map.length() + 20_000);
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
                .append("<title>").append(CdDiagram.escape(title)).append("</title><style>").append(STYLE).append("</style></head><body><main>\n<h1>")
                .append(CdDiagram.escape(title)).append("</h1>\n<p class=\"lead\">").append(CdDiagram.escape(lead)).append("</p>\n");
        for (Subset subset : subsets) {
            subset(page, subset);
        }
        figure(page, "Discrepancy over the size", curve,
                "The smaller, the more evenly a subset covers the space. The dashed lines are proven: no subset of that size "
                        + "is better. The vertical line is the chosen size, where the sum over the subsets is smallest.");
        figure(page, "Performance space", scatter, "Every dot is a task; its coordinates are the scaled costs of the optimizers, 0 for the best."
                + (axes.size() > SubsetFigures.MOST_AXES ? " Only the first " + SubsetFigures.MOST_AXES + " axes are drawn." : ""));
        figure(page, "Redundancy map", map, redundancy());
        groups(page);
        return page.append("</main></body></html>\n").toString();
    }

    private void subset(StringBuilder page, Subset subset) {
        page.append("<section><h2>").append(CdDiagram.escape(subset.name)).append("</h2>\n<ul>");
        subset.findings.forEach(finding -> page.append("<li>").append(CdDiagram.escape(finding)).append("</li>"));
        page.append("</ul>\n<details><summary>").append(subset.members.length).append(" tasks</summary><ol>");
        for (int member : subset.members) {
            page.append("<li><code>").append(CdDiagram.escape(tasks.get(member))).append("</code></li>");
        }
        page.append("</ol></details></section>\n");
    }

    private static void figure(StringBuilder page, String heading, String svg, String caption) {
        page.append("<section><h2>").append(heading).append("</h2>\n<figure><div class=\"panel\">").append(svg).append("</div><figcaption>")
                .append(CdDiagram.escape(caption)).append("</figcaption></figure></section>\n");
    }

    private String redundancy() {
        int redundant = groups.stream().mapToInt(group -> group.members.length - 1).sum();
        return String.format(Locale.ROOT,
                "%d groups of tasks differ by at most %s from a neighbour in every coordinate; %d of %d tasks could be left out with one "
                        + "member of each group kept. A disc stands for a group, the larger the more tasks.",
                groups.size(), Double.toString(tolerance), redundant, tasks.size());
    }

    private void groups(StringBuilder page) {
        page.append("<div class=\"panel\"><table><thead><tr><th>tasks</th><th>representative</th><th>others</th></tr></thead><tbody>\n");
        for (Group group : groups.subList(0, Math.min(LISTED_GROUPS, groups.size()))) {
            page.append("<tr><td>").append(group.members.length).append("</td><td><code>").append(CdDiagram.escape(tasks.get(group.representative)))
                    .append("</code></td><td>");
            int shown = 0;
            for (int member : group.members) {
                if (member != group.representative && shown++ < LISTED_MEMBERS) {
                    page.append("<code>").append(CdDiagram.escape(tasks.get(member))).append("</code> ");
                }
            }
            page.append(group.members.length - 1 > LISTED_MEMBERS ? "..." : "").append("</td></tr>\n");
        }
        page.append("</tbody></table></div>\n");
    }

    private static final String STYLE = """
            :root{--bg:#fcfcfb;--panel:#fff;--ink:#1b1e23;--soft:#5b626d;--line:#e2e4e8;color-scheme:light dark}
            @media(prefers-color-scheme:dark){:root{--bg:#14171b;--ink:#e6e8eb;--soft:#a0a8b3;--line:#2f353e;--panel:#1b1f25}}
            *{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
            main{max-width:1000px;margin:0 auto;padding:24px}h1{font-size:30px;margin:0 0 4px;overflow-wrap:anywhere}h2{font-size:21px;margin:28px 0 8px}
            .lead,figcaption{color:var(--soft);max-width:76ch}figure{margin:0}.panel{overflow-x:auto;border:1px solid var(--line);border-radius:10px;padding:12px;background:var(--panel)}
            figure .panel{background:#fff}svg{display:block;max-width:100%;height:auto;margin:0 auto}figcaption{font-size:14.5px;margin-top:8px}
            code{font-size:13px;overflow-wrap:anywhere}summary{cursor:pointer}ol{columns:2;column-gap:32px}@media(max-width:640px){ol{columns:1}}
            table{border-collapse:collapse;font-size:14px;width:100%}th,td{padding:6px 10px;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
            """;
}
