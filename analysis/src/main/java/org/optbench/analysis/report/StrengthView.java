package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.Ratings;
import org.optbench.analysis.SeedsNeeded;
import org.optbench.analysis.stats.Glicko2;

/**
 * Ratings of the optimizers and what it would take to tell them from the best.
 *
 * @param tasks tasks played
 * @param best  name of the optimizer that the others are compared with
 * @param rows  optimizers by rating, strongest first
 */
public record StrengthView(int tasks, String best, List<Row> rows) {

    private static final double NORMAL = 1.96;

    /**
     * An optimizer; texts are ready to show.
     *
     * @param optimizer index in the table
     * @param name      its name
     * @param rating    Glicko-2 rating
     * @param interval  95 % interval of the rating
     * @param power     power of the campaign to tell it from the best; a dash where it cannot be estimated
     * @param seeds     seeds a task that would do; a dash for the best itself
     */
    public record Row(int optimizer, String name, String rating, String interval, String power, String seeds) {
    }

    static StrengthView of(PerformanceTable table, Ranking ranking) {
        Ratings ratings = Ratings.of(table, ranking.tasks(), ranking.policies().criterion());
        int best = ranking.groups().order().getFirst();
        List<Row> rows = new ArrayList<>();
        IntStream.range(0, table.optimizers().size()).boxed()
                .sorted((a, b) -> Double.compare(ratings.ratings().get(b).rating(), ratings.ratings().get(a).rating())).forEach(o -> {
                    Glicko2.Rating rating = ratings.ratings().get(o);
                    Optional<SeedsNeeded> needed = o == best ? Optional.empty() : SeedsNeeded.of(table, ranking, best, o);
                    rows.add(new Row(o, table.optimizers().get(o), Format.count(Math.round(rating.rating())),
                            String.format(Locale.ROOT, "%.0f \u2013 %.0f", rating.rating() - NORMAL * rating.deviation(),
                                    rating.rating() + NORMAL * rating.deviation()),
                            needed.map(n -> Format.fixed(n.power(), 2)).orElse("-"),
                            needed.map(n -> n.seeds().isPresent() ? Integer.toString(n.seeds().getAsInt()) : "more tasks").orElse("-")));
                });
        return new StrengthView(ranking.tasks().length, table.optimizers().get(best), List.copyOf(rows));
    }
}
