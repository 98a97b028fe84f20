package org.optbench.analysis.algoperf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Performance profiles and scores of a group of submissions. Scores depend on the group: ratios are taken to its fastest member.
 *
 * @param submissions   names, in the order of all columns
 * @param baseWorkloads names of the workloads that count
 * @param ratios        shape {@code [submissions][base workloads]}: time over the smallest time of the group, at least 1; infinity without credit
 * @param scores        [submissions] the official score: the profile integrated from 1 to {@value #TAU_MAX} by the trapezoid rule on 100 points
 * @param exactScores   [submissions] the same by the exact integral, mean(max(0, 4 - r)) / 3; differs by up to 0.0015
 */
public record AlgoPerfScores(List<String> submissions, List<String> baseWorkloads, double[][] ratios, double[] scores, double[] exactScores) {

    /** Largest performance ratio that is given credit. */
    public static final double TAU_MAX = 4;
    private static final int POINTS = 100;

    /** The held-out variants of AlgoPerf v0.5 with their base workloads. */
    public static final Map<String, String> HELD_OUT_V05 = Map.of("criteo1tb_embed_init", "criteo1tb", "fastmri_tanh", "fastmri",
            "imagenet_resnet_large_bn_init", "imagenet_resnet", "librispeech_conformer_layernorm", "librispeech_conformer", "ogbg_model_size", "ogbg",
            "wmt_glu_tanh", "wmt");

    /**
     * Scores a group of submissions.
     *
     * @param table    times to target of the group
     * @param variants base workload of every held-out variant, empty without held-out workloads; a column of the table that is a variant
     *                 gates its base and is not scored itself
     */
    public static AlgoPerfScores of(TimeTable table, Map<String, String> variants) {
        double[][] times = gate(table, variants);
        List<String> bases = table.workloads().stream().filter(w -> !variants.containsKey(w)).toList();
        int n = table.submissions().size();
        double[][] ratios = new double[n][bases.size()];
        for (int w = 0; w < bases.size(); w++) {
            int column = table.column(bases.get(w));
            double best = columnMinimum(times, column);
            for (int s = 0; s < n; s++) {
                // A workload that nobody solved gives nobody credit.
                ratios[s][w] = times[s][column] == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : times[s][column] / best;
            }
        }
        return new AlgoPerfScores(table.submissions(), bases, ratios, Arrays.stream(ratios).mapToDouble(AlgoPerfScores::trapezoid).toArray(),
                Arrays.stream(ratios).mapToDouble(AlgoPerfScores::exact).toArray());
    }

    /**
     * The performance profile: share of the base workloads on which a submission is within a factor of the fastest.
     *
     * @param submission index
     * @param tau        at least 1
     */
    public double profile(int submission, double tau) {
        return profile(ratios[submission], tau);
    }

    /**
     * Geometric mean over the base workloads of the time of one submission over that of another: how many times faster the other is.
     *
     * @param table   times, before gating
     * @param slow    row of the submission whose time is the numerator
     * @param fast    row of the submission whose time is the denominator
     * @param columns columns of the base workloads
     * @param budgets run time allowed on each of them in seconds; a run that did not reach the target counts as taking one second more
     */
    public static double speedUp(TimeTable table, int slow, int fast, int[] columns, double[] budgets) {
        double logs = 0;
        for (int i = 0; i < columns.length; i++) {
            logs += Math.log(orBudget(table.seconds()[slow][columns[i]], budgets[i]) / orBudget(table.seconds()[fast][columns[i]], budgets[i]));
        }
        return Math.exp(logs / columns.length);
    }

    private static double orBudget(double seconds, double budget) {
        return seconds == Double.POSITIVE_INFINITY ? budget + 1 : seconds;
    }

    /**
     * Held-out gating, in the order of the rules: an unsolved base makes its variant unsolved, times beyond {@value #TAU_MAX} times the
     * fastest of their column are unsolved, an unsolved variant makes its base unsolved.
     */
    static double[][] gate(TimeTable table, Map<String, String> variants) {
        double[][] times = Arrays.stream(table.seconds()).map(double[]::clone).toArray(double[][]::new);
        List<int[]> pairs = new ArrayList<>();
        for (int column = 0; column < table.workloads().size(); column++) {
            String base = variants.get(table.workloads().get(column));
            if (base != null) {
                int baseColumn = table.column(base);
                if (baseColumn < 0) {
                    throw new IllegalArgumentException("workload '" + table.workloads().get(column) + "' is a variant of '" + base
                            + "', which is not in the table");
                }
                pairs.add(new int[]{baseColumn, column});
            }
        }
        if (pairs.isEmpty()) {
            return times;
        }
        spread(times, pairs, 0, 1);
        for (int column = 0; column < table.workloads().size(); column++) {
            double best = columnMinimum(times, column);
            for (double[] row : times) {
                row[column] = row[column] > TAU_MAX * best ? Double.POSITIVE_INFINITY : row[column];
            }
        }
        spread(times, pairs, 1, 0);
        return times;
    }

    private static void spread(double[][] times, List<int[]> pairs, int from, int to) {
        for (int[] pair : pairs) {
            for (double[] row : times) {
                row[pair[to]] = row[pair[from]] == Double.POSITIVE_INFINITY ? Double.POSITIVE_INFINITY : row[pair[to]];
            }
        }
    }

    private static double columnMinimum(double[][] times, int column) {
        return Arrays.stream(times).mapToDouble(row -> row[column]).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double profile(double[] ratios, double tau) {
        return (double) Arrays.stream(ratios).filter(r -> r <= tau).count() / ratios.length;
    }

    private static double trapezoid(double[] ratios) {
        double step = (TAU_MAX - 1) / (POINTS - 1);
        double integral = 0;
        for (int i = 1; i < POINTS; i++) {
            integral += (profile(ratios, 1 + (i - 1) * step) + profile(ratios, i == POINTS - 1 ? TAU_MAX : 1 + i * step)) / 2 * step;
        }
        return integral / (TAU_MAX - 1);
    }

    private static double exact(double[] ratios) {
        return Arrays.stream(ratios).map(r -> Math.max(0, TAU_MAX - r) / (TAU_MAX - 1)).average().orElse(0);
    }
}
