package org.optbench.analysis.report;

import java.util.List;

/**
 * What the template of the page on trainings shows, all of it text.
 *
 * @param campaign     name
 * @param lead         one line on what was run
 * @param summary      findings
 * @param competitions one a ruleset
 * @param algorithms   configurations of the same training algorithm side by side; empty when there is but one of each
 * @param workloads    one a workload and length
 * @param style        style sheet
 */
public record TrainingPage(String campaign, String lead, List<Sentence> summary, List<CompetitionView> competitions, List<AlgorithmRow> algorithms,
        List<WorkloadView> workloads, String style) {

    /**
     * A ruleset.
     *
     * @param id         unique in the page
     * @param title      name of the ruleset
     * @param workloads  names, columns
     * @param rows       submissions from best to worst
     * @param profile    performance profiles as SVG
     * @param memory     state memory against quality as SVG, one a workload; empty when no bytes were reported
     * @param calibrated the one configuration of each submission that serves all workloads best; empty when trials differ between workloads
     */
    public record CompetitionView(String id, String title, List<String> workloads, List<ScoreRow> rows, String profile, List<String> memory,
            List<CalibratedRow> calibrated) {
    }

    /**
     * A submission.
     *
     * @param name    its name
     * @param score   official score: trapezoid rule on 100 points
     * @param exact   the same by the exact integral
     * @param solved  workloads whose target it reached
     * @param speedUp geometric mean of the times of the first row over its own
     * @param times   time to target a workload
     */
    public record ScoreRow(String name, String score, String exact, String solved, String speedUp, List<String> times) {
    }

    /** The configuration of a submission that serves all workloads best. */
    public record CalibratedRow(String name, String trial, String reached, String configuration) {
    }

    /** A configuration of a training algorithm in the ruleset of longer trainings. */
    public record AlgorithmRow(String algorithm, String submission, String score, String solved, String speedUp) {
    }

    /**
     * A workload.
     *
     * @param title   name, metric, target
     * @param curves  learning curves as SVG
     * @param rows    optimizers in the order of their quality
     */
    public record WorkloadView(String title, String curves, List<WorkloadRow> rows) {
    }

    /**
     * An optimizer on a workload; times are medians over its runs.
     *
     * @param best          best value of all runs
     * @param reached       runs that reached the target, of all
     * @param until         training seconds of all trials together until the target
     * @param fastest       training seconds of the trial that reached it first
     * @param trained       training seconds spent
     * @param configurations started, and how many of them were cut short
     * @param failures      failed trials
     * @param configuration that of the best value
     */
    public record WorkloadRow(String optimizer, String best, String reached, String until, String fastest, String trained, String configurations,
            String failures, String configuration) {
    }
}
