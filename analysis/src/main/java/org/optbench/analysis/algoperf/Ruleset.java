package org.optbench.analysis.algoperf;

/**
 * How much tuning a competition allows, and whether variants of the workloads are held out.
 *
 * @param name         for tables
 * @param studies      repetitions of the whole tuning procedure
 * @param trials       tuning trials of every study
 * @param budgetFactor run time allowed, as a multiple of the workload's
 * @param heldOut      whether a base workload counts only when its held-out variant was trained too
 */
public record Ruleset(String name, int studies, int trials, double budgetFactor, boolean heldOut) {

    /** AlgoPerf v0.5: best of five quasi-random points of a search space that is the same for all workloads. */
    public static final Ruleset EXTERNAL_TUNING_V05 = new Ruleset("external tuning (v0.5)", 5, 5, 1, true);
    /** AlgoPerf v0.5: no outside tuning, three times the run time. */
    public static final Ruleset SELF_TUNING_V05 = new Ruleset("self-tuning (v0.5)", 5, 1, 3, true);
    /** AlgoPerf v0.6. */
    public static final Ruleset EXTERNAL_TUNING_V06 = new Ruleset("external tuning (v0.6)", 3, 5, 1, false);
    /** AlgoPerf v0.6. */
    public static final Ruleset SELF_TUNING_V06 = new Ruleset("self-tuning (v0.6)", 3, 1, 1.5, false);
}
