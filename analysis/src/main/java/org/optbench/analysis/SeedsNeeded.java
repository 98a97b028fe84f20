package org.optbench.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.optbench.analysis.stats.SeedPower;

/**
 * How many seeds a task would tell two optimizers apart, estimated by drawing seeds with replacement from those at hand: of the two alone, without
 * adjustment for other comparisons.
 *
 * @param power of the seeds at hand, the chance that a campaign like this finds the difference
 * @param seeds smallest of the seeds at hand times 1, 2, 4, 8 with a power of at least 0.8; empty when none is enough: more tasks might be
 */
public record SeedsNeeded(double power, OptionalInt seeds) {

    /** Power that is asked for. */
    public static final double ENOUGH = 0.8;
    private static final int RESAMPLES = 100;
    private static final int MOST_FACTOR = 8;
    private static final int FEWEST_TASKS = 6;
    private static final int MOST_RUNS = 40_000;

    /**
     * The estimate for two optimizers on the tasks of a ranking.
     *
     * @return empty with fewer than 6 tasks, where no number of seeds reaches significance; with a pair that has one run only; or with more runs than
     *         can be resampled in reasonable time
     */
    public static Optional<SeedsNeeded> of(PerformanceTable table, Ranking ranking, int first, int second) {
        int[] tasks = ranking.tasks();
        double[][] x = runs(table, ranking, first);
        double[][] y = runs(table, ranking, second);
        int fewest = Math.min(fewest(x), fewest(y));
        if (tasks.length < FEWEST_TASKS || fewest < 2 || (long) tasks.length * fewest > MOST_RUNS / MOST_FACTOR) {
            return Optional.empty();
        }
        SplittableRandom random = new SplittableRandom(20_260_101L + 31L * first + second);
        double now = 0;
        for (int factor = 1; factor <= MOST_FACTOR; factor *= 2) {
            double power = SeedPower.ofCampaign(x, y, factor * fewest, ranking.policies().alpha(), RESAMPLES, random);
            now = factor == 1 ? power : now;
            if (power >= ENOUGH) {
                return Optional.of(new SeedsNeeded(now, OptionalInt.of(factor * fewest)));
            }
        }
        return Optional.of(new SeedsNeeded(now, OptionalInt.empty()));
    }

    private static double[][] runs(PerformanceTable table, Ranking ranking, int optimizer) {
        return Arrays.stream(ranking.tasks()).mapToObj(t -> table.scores(ranking.policies().criterion(), optimizer, t)).toArray(double[][]::new);
    }

    private static int fewest(double[][] runs) {
        return Arrays.stream(runs).mapToInt(row -> row.length).min().orElse(0);
    }
}
