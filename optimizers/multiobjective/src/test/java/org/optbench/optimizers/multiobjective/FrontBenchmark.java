package org.optbench.optimizers.multiobjective;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints the median hypervolume of the final population over seeds: {@code FrontBenchmark TRIALS SEEDS ID,ID... TASK=R1:R2... TASK=...}. */
public final class FrontBenchmark {

    private FrontBenchmark() {
    }

    /** Runs it. */
    public static void main(String[] args) {
        PrintStream out = System.out;
        int trials = Integer.parseInt(args[0]);
        int seeds = Integer.parseInt(args[1]);
        List<String> ids = List.of(args[2].split(","));
        for (String entry : Arrays.asList(args).subList(3, args.length)) {
            String task = entry.substring(0, entry.indexOf('='));
            double[] reference = Arrays.stream(entry.substring(task.length() + 1).split(":")).mapToDouble(Double::parseDouble).toArray();
            for (String id : ids) {
                long start = System.nanoTime();
                double[] volumes = IntStream.rangeClosed(1, seeds).mapToDouble(seed -> Runs.run(id, task, trials, seed).finalHypervolume(reference))
                        .sorted().toArray();
                out.printf(Locale.ROOT, "%-22s %-16s median %.4f, least %.4f, largest %.4f (%.1f s a run)%n", task, id, volumes[seeds / 2], volumes[0],
                        volumes[seeds - 1], (System.nanoTime() - start) / 1e9 / seeds);
            }
        }
    }
}
