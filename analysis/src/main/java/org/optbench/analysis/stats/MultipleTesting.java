package org.optbench.analysis.stats;

/** Adjusted p-values for a family of tests: reject where the adjusted value is at most alpha. NaN is not allowed. */
public final class MultipleTesting {

    private MultipleTesting() {
    }

    /** Holm (1979): controls the family-wise error rate under any dependence. */
    public static double[] holm(double[] p) {
        int[] order = order(p);
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int i = 0; i < p.length; i++) {
            largest = Math.max(largest, Math.min(1, (p.length - i) * p[order[i]]));
            adjusted[order[i]] = largest;
        }
        return adjusted;
    }

    /** Benjamini and Hochberg (1995): controls the false discovery rate under independence or positive dependence. */
    public static double[] benjaminiHochberg(double[] p) {
        int[] order = order(p);
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int i = p.length - 1; i >= 0; i--) {
            smallest = Math.min(smallest, p.length * p[order[i]] / (i + 1));
            adjusted[order[i]] = smallest;
        }
        return adjusted;
    }

    private static int[] order(double[] p) {
        for (double value : p) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a p-value is " + value + ", expected a number in [0, 1]");
            }
        }
        return Ranks.order(p);
    }
}
