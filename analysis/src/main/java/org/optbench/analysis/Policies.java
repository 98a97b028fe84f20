package org.optbench.analysis;

/**
 * The choices behind a comparison, recorded with its result.
 *
 * @param aggregation over seeds
 * @param missing     pairs without a run
 * @param postHoc     how pairs of optimizers are judged
 * @param alpha       family-wise error rate, in (0, 1)
 * @param criterion   what optimizers are ranked by
 */
public record Policies(Aggregation aggregation, MissingRuns missing, PostHoc postHoc, double alpha, Criterion criterion) {

    /** How pairs of optimizers are judged. */
    public enum PostHoc {
        /** Wilcoxon's signed-rank test over the tasks on A12 - 1/2 of every task, adjusted by Holm. */
        WILCOXON_HOLM,
        /** The difference of mean ranks. */
        NEMENYI
    }

    /** Ranks by the final value. */
    public Policies(Aggregation aggregation, MissingRuns missing, PostHoc postHoc, double alpha) {
        this(aggregation, missing, postHoc, alpha, Criterion.FINAL);
    }

    public Policies {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("the significance level is " + alpha + ", expected a number in (0, 1).\nMaybe 0.05.");
        }
    }

    /** The same choices, ranking by something else. */
    public Policies rankingBy(Criterion other) {
        return new Policies(aggregation, missing, postHoc, alpha, other);
    }

    /** Medians, incomplete tasks dropped, Wilcoxon with Holm at 0.05. */
    public static Policies standard() {
        return new Policies(Aggregation.MEDIAN, MissingRuns.DROP_TASK, PostHoc.WILCOXON_HOLM, 0.05);
    }
}
