package org.optbench.optimizers.multiobjective;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.optbench.indicators.Hypervolume;

/**
 * Compares optimizers on short budgets: {@code ModelBenchmark TRIALS SEEDS ID,ID... TASK...} prints for each task the mean hypervolume of all trials, with
 * the reference point of the task, in units of the best of all runs, then the mean ranks over tasks and seeds. {@code -Doptbench.data=FOLDER} names the
 * folder of downloaded collections.
 */
public final class ModelBenchmark {

    private ModelBenchmark() {
    }

    /** Runs it. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        int trials = Integer.parseInt(args[0]);
        int seeds = Integer.parseInt(args[1]);
        List<String> ids = List.of(args[2].split(","));
        Map<String, Double> ranks = new TreeMap<>();
        Map<String, Double> seconds = new TreeMap<>();
        List<String> tasks = Arrays.asList(args).subList(3, args.length);
        for (String task : tasks) {
            double[][] volumes = new double[ids.size()][seeds];
            double best = Double.MIN_NORMAL;
            for (int o = 0; o < ids.size(); o++) {
                for (int seed = 0; seed < seeds; seed++) {
                    long start = System.nanoTime();
                    Runs.Result result = Runs.run(ids.get(o), task, trials, seed + 1L);
                    seconds.merge(ids.get(o), (System.nanoTime() - start) / 1e9 / seeds / tasks.size(), Double::sum);
                    volumes[o][seed] = Hypervolume.of(result.all(), result.reference());
                    best = Math.max(best, volumes[o][seed]);
                }
            }
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-28s", task));
            for (int o = 0; o < ids.size(); o++) {
                line.append(String.format(Locale.ROOT, "  %s %.3f", ids.get(o), Arrays.stream(volumes[o]).average().orElse(0) / best));
                for (int seed = 0; seed < seeds; seed++) {
                    ranks.merge(ids.get(o), rank(volumes, o, seed) / seeds / tasks.size(), Double::sum);
                }
            }
            out.println(line);
        }
        ranks.entrySet().stream().sorted(Map.Entry.comparingByValue())
                .forEach(entry -> out.printf(Locale.ROOT, "mean rank %-28s %.2f  (%.1f s a run)%n", entry.getKey(), entry.getValue(),
                        seconds.get(entry.getKey())));
    }

    private static double rank(double[][] volumes, int optimizer, int seed) {
        double rank = 0.5;
        for (double[] other : volumes) {
            rank += other[seed] > volumes[optimizer][seed] ? 1 : other[seed] == volumes[optimizer][seed] ? 0.5 : 0;
        }
        return rank;
    }
}
