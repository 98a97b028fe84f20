package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.optbench.analysis.stats.Glicko2;
import org.optbench.analysis.stats.VarghaDelaney;

/**
 * Glicko-2 ratings of optimizers that play against each other on every task: the score of a game is A12, the share of pairs of runs won. A task is a
 * rating period. Ratings depend on the order of the periods, so they are averaged over several random orders.
 *
 * @param ratings [optimizers] mean rating, mean deviation and mean volatility
 */
public record Ratings(List<Glicko2.Rating> ratings) {

    private static final double SYSTEM_CONSTANT = 0.5;
    private static final int GAMES = 2_000_000;
    private static final int MOST_ORDERS = 25;

    public Ratings {
        ratings = List.copyOf(ratings);
    }

    /**
     * Rates the optimizers of a table.
     *
     * @param tasks     indices; pairs without runs do not play there
     * @param criterion what decides a game
     */
    public static Ratings of(PerformanceTable table, int[] tasks, Criterion criterion) {
        int k = table.optimizers().size();
        double[][][] scores = Arrays.stream(tasks).mapToObj(t -> scores(table, t, criterion)).toArray(double[][][]::new);
        int orders = (int) Math.clamp(GAMES / Math.max(1L, (long) tasks.length * k * k), 1, MOST_ORDERS);
        // Fixed: the same runs give the same ratings.
        SplittableRandom random = new SplittableRandom(20_260_101);
        double[][] sums = new double[k][3];
        for (int order = 0; order < orders; order++) {
            List<Glicko2.Rating> ratings = play(scores, k, random);
            for (int o = 0; o < k; o++) {
                sums[o][0] += ratings.get(o).rating() / orders;
                sums[o][1] += ratings.get(o).deviation() / orders;
                sums[o][2] += ratings.get(o).volatility() / orders;
            }
        }
        return new Ratings(Arrays.stream(sums).map(s -> new Glicko2.Rating(s[0], s[1], s[2])).toList());
    }

    private static List<Glicko2.Rating> play(double[][][] scores, int k, SplittableRandom random) {
        int[] order = new int[scores.length];
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        Glicko2 system = new Glicko2(SYSTEM_CONSTANT);
        List<Glicko2.Rating> ratings = new ArrayList<>();
        for (int o = 0; o < k; o++) {
            ratings.add(Glicko2.Rating.unrated());
        }
        for (int period : order) {
            List<Glicko2.Rating> after = new ArrayList<>();
            for (int o = 0; o < k; o++) {
                List<Glicko2.Game> games = new ArrayList<>();
                for (int other = 0; other < k; other++) {
                    double score = scores[period][o][other];
                    if (other != o && !Double.isNaN(score)) {
                        games.add(new Glicko2.Game(ratings.get(other), score));
                    }
                }
                after.add(system.after(ratings.get(o), games));
            }
            ratings = after;
        }
        return ratings;
    }

    private static double[][] scores(PerformanceTable table, int task, Criterion criterion) {
        int k = table.optimizers().size();
        double[][] runs = new double[k][];
        for (int o = 0; o < k; o++) {
            runs[o] = Arrays.stream(table.scores(criterion, o, task)).filter(v -> !Double.isNaN(v)).toArray();
        }
        double[][] scores = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                scores[a][b] = runs[a].length == 0 || runs[b].length == 0 ? Double.NaN : Math.clamp(VarghaDelaney.a12(runs[a], runs[b]), 0.0, 1.0);
            }
        }
        return scores;
    }
}
