package org.optbench.subsets;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * CPU seconds of one thread until the local search reaches the values that a pool search in C has after 10 s. Run with
 * {@code java -cp target/classes:target/test-classes org.optbench.subsets.SelectionBenchmark SEEDS SECONDS [CASE]}.
 */
final class SelectionBenchmark {

    private record Case(String file, int k, double asked) {
    }

    private static final Case[] CASES = {new Case("rnd_3_300.txt", 10, .18046), new Case("rnd_3_300.txt", 30, .09059), new Case("rnd_3_1000.txt", 10, .17050),
            new Case("rnd_3_1000.txt", 30, .08742)};

    private SelectionBenchmark() {
    }

    public static void main(String[] args) {
        int seeds = Integer.parseInt(args[0]);
        double limit = Double.parseDouble(args[1]);
        for (int c = 0; c < CASES.length; c++) {
            if (args.length < 3 || Integer.parseInt(args[2]) == c) {
                measure(CASES[c], seeds, limit);
            }
        }
    }

    private static void measure(Case one, int seeds, double limit) {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        double[][] x = TestPoints.shared(one.file);
        SelectionProblem problem = new SelectionProblem(new PointSet(x), one.k, new boolean[x.length], new boolean[x.length], new double[0], 0.0);
        for (int seed = 1; seed <= seeds; seed++) {
            long start = cpu.getCurrentThreadCpuTime();
            SwapSearch search = new SwapSearch(problem, seed, Cancellation.NEVER);
            double seconds = 0.0;
            while (seconds < limit && search.bestValue() > one.asked) {
                search.run(100, one.asked);
                seconds = (cpu.getCurrentThreadCpuTime() - start) / 1e9;
            }
            System.out.printf(Locale.ROOT, "%s k %d seed %d: %.6f (asked %.5f) after %.2f s, %d decisions, %d restarts%n", one.file, one.k, seed,
                    search.bestValue(), one.asked, seconds, search.work(), search.restarts());
        }
    }
}
