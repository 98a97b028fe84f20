package org.optbench.analysis.fixedtarget;

import java.util.Arrays;

/**
 * What the best of k parallel runs would need for a target, estimated without bias from n >= k runs: the mean over all subsets of k runs, in
 * closed form (as pass@k of Chen et al., 2021, arXiv:2107.03374).
 */
public final class BestOf {

    private BestOf() {
    }

    /**
     * Probability that at least one of k runs attains the target: 1 - C(n - c, k) / C(n, k) with c of n successes.
     *
     * @param runs      n, at least k
     * @param successes c, in {@code [0, n]}
     * @param k         at least 1
     */
    public static double successProbability(int runs, int successes, int k) {
        if (k < 1 || k > runs || successes < 0 || successes > runs) {
            throw new IllegalArgumentException("best of " + k + " with " + successes + " successes in " + runs
                    + " runs: 1 <= k <= runs and 0 <= successes <= runs are needed");
        }
        double none = 1;
        for (int i = 0; i < k; i++) {
            none *= Math.max(0, runs - successes - i) / (double) (runs - i);
        }
        return 1 - none;
    }

    /**
     * Expected smallest effort of k runs that are all stopped at a limit.
     *
     * @param hits  [n] effort at the target, infinity when not attained
     * @param limit effort at which runs are stopped; later hits count as not attained within it
     * @param k     in {@code [1, n]}
     * @return at most the limit
     */
    public static double expectedEffort(double[] hits, double limit, int k) {
        int n = hits.length;
        if (k < 1 || k > n || !(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("best of " + k + " of " + n + " runs with limit " + limit
                    + ": 1 <= k <= runs and a positive finite limit are needed");
        }
        double[] sorted = Arrays.stream(hits).map(t -> Math.min(t, limit)).sorted().toArray();
        double expected = 0;
        // Probability that the i-th smallest of n is the smallest of a random subset of k: C(n - 1 - i, k - 1) / C(n, k).
        double probability = (double) k / n;
        for (int i = 0; i + k <= n; i++) {
            expected += probability * sorted[i];
            probability *= (n - k - i) / (double) Math.max(1, n - 1 - i);
        }
        return expected;
    }
}
