package org.optbench.analysis.fixedtarget;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Share of runs that have not attained the target yet, when runs that ended early are censored there (Kaplan and Meier, 1958).
 *
 * @param efforts  ascending efforts at which targets were attained
 * @param survival share without the target just after each of them
 * @param variance Greenwood's estimate of its variance
 * @param last     largest effort that was observed
 */
public record SurvivalCurve(double[] efforts, double[] survival, double[] variance, double last) {

    /** The curve of n runs; see the package for hits and spent. */
    public static SurvivalCurve of(double[] hits, double[] spent) {
        ExpectedRunningTime.check(hits, spent);
        double[] ends = IntStream.range(0, hits.length).mapToDouble(i -> Math.min(hits[i], spent[i])).toArray();
        double[] efforts = Arrays.stream(hits).filter(Double::isFinite).sorted().distinct().toArray();
        double[] survival = new double[efforts.length];
        double[] variance = new double[efforts.length];
        double share = 1;
        double greenwood = 0;
        for (int j = 0; j < efforts.length; j++) {
            double effort = efforts[j];
            double atRisk = Arrays.stream(ends).filter(e -> e >= effort).count();
            double attained = Arrays.stream(hits).filter(h -> h == effort).count();
            share *= 1 - attained / atRisk;
            greenwood += atRisk == attained ? 0 : attained / (atRisk * (atRisk - attained));
            survival[j] = share;
            variance[j] = share * share * greenwood;
        }
        return new SurvivalCurve(efforts, survival, variance, Arrays.stream(ends).max().orElseThrow());
    }

    /** Share without the target after an effort; NaN beyond what was observed unless every run attained it. */
    public double at(double effort) {
        int j = efforts.length - 1;
        while (j >= 0 && efforts[j] > effort) {
            j--;
        }
        double share = j < 0 ? 1 : survival[j];
        return effort > last && share > 0 ? Double.NaN : share;
    }

    /** Smallest effort by which half of the runs have the target; infinity when that was not observed. */
    public double median() {
        for (int j = 0; j < efforts.length; j++) {
            if (survival[j] <= 0.5 + 1e-12) {
                return efforts[j];
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
