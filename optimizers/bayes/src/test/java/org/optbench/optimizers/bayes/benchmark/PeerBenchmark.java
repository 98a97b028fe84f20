package org.optbench.optimizers.bayes.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Measures optimizers: {@code quality ID...} prints mean ranks among the given optimizers and the programs of the reference table on the 24
 * bbob functions in 5-D; {@code speed TRIALS ID...} prints the CPU time a suggestion in 10-D, mean over a run, on five functions after a first
 * round that is printed as well.
 */
public final class PeerBenchmark {
    private static final int[] FUNCTIONS = {1, 8, 10, 15, 21};
    private final PrintStream out;
    private final Runs runs = new Runs();

    private PeerBenchmark(PrintStream out) {
        this.out = out;
    }

    /** Runs the benchmark named by the first argument. */
    public static void main(String[] args) throws Exception {
        PeerBenchmark benchmark = new PeerBenchmark(System.out);
        List<String> rest = Arrays.asList(args).subList(1, args.length);
        if (args[0].equals("speed")) {
            benchmark.speed(Integer.parseInt(rest.getFirst()), rest.subList(1, rest.size()));
        } else {
            benchmark.quality(rest);
        }
    }

    private void speed(int trials, List<String> ids) throws Exception {
        for (String id : ids) {
            for (String round : List.of("first", "second")) {
                double millis = 0;
                for (int function : FUNCTIONS) {
                    millis += runs.run(id, function, 10, 1, trials).cpuMillis() / FUNCTIONS.length;
                }
                out.printf(Locale.ROOT, "%-20s %5d trials, %s round: %.3f ms a suggestion%n", id, trials, round, millis);
            }
        }
    }

    private void quality(List<String> ids) throws Exception {
        Peers peers = Peers.load().orElseThrow(() -> new IOException("No reference data. Maybe set -Doptbench.shared=<folder>."));
        Map<Peers.Run, Map<String, Double>> table = new TreeMap<>(
                (a, b) -> Arrays.compare(new int[]{a.evaluations(), a.function(), a.instance()}, new int[]{b.evaluations(), b.function(), b.instance()}));
        peers.regrets().forEach((run, row) -> table.put(run, new TreeMap<>(row)));
        for (String id : ids) {
            for (int function = 1; function <= 24; function++) {
                for (int instance = 1; instance <= 3; instance++) {
                    double[] regrets = runs.run(id, function, 5, instance, 100).regrets();
                    for (int evaluations : new int[]{25, 50, 100}) {
                        table.get(new Peers.Run(function, instance, evaluations)).put(id, regrets[evaluations - 1]);
                    }
                }
            }
        }
        for (int evaluations : new int[]{25, 50, 100}) {
            List<Map<String, Double>> rows = table.entrySet().stream().filter(e -> e.getKey().evaluations() == evaluations && e.getKey().instance() <= 3)
                    .map(Map.Entry::getValue).toList();
            out.printf(Locale.ROOT, "%d evaluations, mean rank on 24 functions x 3 instances: %s%n", evaluations, ranks(rows, "smac3-hpo"));
            List<Map<String, Double>> withSmac = rows.stream().filter(r -> r.containsKey("smac3-hpo")).toList();
            out.printf(Locale.ROOT, "%d evaluations, the %d runs SMAC3 took part in: %s%n", evaluations, withSmac.size(), ranks(withSmac, ""));
        }
    }

    private static String ranks(List<Map<String, Double>> rows, String without) {
        Map<String, Double> sums = new TreeMap<>();
        for (Map<String, Double> row : rows) {
            List<String> names = new ArrayList<>(row.keySet());
            names.remove(without);
            for (String name : names) {
                double rank = 0.5;
                for (String other : names) {
                    rank += row.get(other) < row.get(name) ? 1 : row.get(other).equals(row.get(name)) ? 0.5 : 0;
                }
                sums.merge(name, rank / rows.size(), Double::sum);
            }
        }
        return sums.entrySet().stream().sorted(Map.Entry.comparingByValue()).map(e -> String.format(Locale.ROOT, "%s %.2f", e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }
}
