package org.optbench.analysis.report;

import java.util.List;
import java.util.Locale;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.stats.CriticalDifference;

/** The critical-difference diagram of a ranking for a paper. */
final class CdFigure {

    static final double WIDTH = 430;
    private static final double ROW = 13;
    private static final double BAR = 7;
    private static final double SIZE = 9;

    private CdFigure() {
    }

    static double height(Ranking ranking) {
        int k = ranking.optimizers().size();
        return axisY(ranking) + 14 + ranking.groups().cliques().size() * BAR + (k + 1) / 2 * ROW + 4;
    }

    private static double axisY(Ranking ranking) {
        return withBar(ranking) ? 40 : 22;
    }

    private static boolean withBar(Ranking ranking) {
        return ranking.policies().postHoc() == org.optbench.analysis.Policies.PostHoc.NEMENYI && ranking.criticalDifference().isPresent();
    }

    static void draw(Ranking ranking, Canvas canvas) {
        CriticalDifference groups = ranking.groups();
        List<String> names = ranking.optimizers();
        int k = names.size();
        int left = (k + 1) / 2;
        double longest = names.stream().mapToDouble(name -> PdfCanvas.advance(name, SIZE)).max().orElse(0);
        double margin = Math.min(WIDTH / 2 - 60, longest + 40);
        double scale = (WIDTH - 2 * margin) / (k - 1);
        double y = axisY(ranking);
        Canvas.Stroke ink = new Canvas.Stroke(Palette.INK, 0.9);
        Canvas.Stroke thin = new Canvas.Stroke(Palette.SOFT, 0.6);
        canvas.line(margin, y, WIDTH - margin, y, ink);
        for (int rank = 1; rank <= k; rank++) {
            double x = margin + (rank - 1) * scale;
            canvas.line(x, y, x, y - 4, ink);
            if (k <= 12 || (rank - 1) % 5 == 0 || rank == k) {
                canvas.text(x, y - 7, Integer.toString(rank), SIZE, Canvas.Anchor.MIDDLE, Palette.INK);
            }
        }
        if (withBar(ranking)) {
            double cd = ranking.criticalDifference().orElseThrow();
            canvas.line(margin, 10, margin + cd * scale, 10, ink);
            canvas.line(margin, 7, margin, 13, ink);
            canvas.line(margin + cd * scale, 7, margin + cd * scale, 13, ink);
            canvas.text(margin + cd * scale + 5, 13, String.format(Locale.ROOT, "CD = %.2f", cd), SIZE, Canvas.Anchor.START, Palette.INK);
        }
        double barY = y + 9;
        for (List<Integer> clique : groups.cliques()) {
            Canvas.Stroke stroke =
                    CriticalDifference.isConsecutive(clique) ? new Canvas.Stroke(Palette.ACCENT, 2.6) : new Canvas.Stroke(Palette.ACCENT, 2.6, 3, 3);
            canvas.line(margin + (groups.ranks().get(clique.getFirst()) - 1) * scale, barY, margin + (groups.ranks().get(clique.getLast()) - 1) * scale, barY,
                    stroke);
            for (int member : clique) {
                canvas.dot(margin + (groups.ranks().get(member) - 1) * scale, barY, 2.3, Palette.ACCENT);
            }
            barY += BAR;
        }
        double firstRow = y + 14 + groups.cliques().size() * BAR;
        for (int i = 0; i < k; i++) {
            boolean onLeft = i < left;
            double x = margin + (groups.ranks().get(i) - 1) * scale;
            double rowY = firstRow + (onLeft ? i : k - 1 - i) * ROW + ROW / 2;
            double end = onLeft ? Math.min(margin - 4, x) : Math.max(WIDTH - margin + 4, x);
            canvas.line(new double[]{x, x, end}, new double[]{y, rowY, rowY}, thin);
            String rank = Format.fixed(groups.ranks().get(i), 2);
            String name = names.get(groups.order().get(i));
            double rankX = onLeft ? end - 3 : end + 3;
            double nameX = onLeft ? rankX - 24 : rankX + 24;
            canvas.text(rankX, rowY + 3, rank, SIZE - 1.5, onLeft ? Canvas.Anchor.END : Canvas.Anchor.START, Palette.SOFT);
            canvas.text(nameX, rowY + 3, name, SIZE, onLeft ? Canvas.Anchor.END : Canvas.Anchor.START, Palette.INK);
        }
    }
}
