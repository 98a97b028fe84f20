package org.optbench.analysis.report;

import java.time.Instant;
import java.util.List;
import org.optbench.analysis.Comparison;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.ReadOptions;

/**
 * Everything a report shows.
 *
 * @param title         name of the campaign
 * @param table         the runs
 * @param policies      choices behind the rankings
 * @param provenance    where the runs were made
 * @param failures      failed trials, possibly only the first of them
 * @param skipped       pairs that were not run, and tasks that were left out
 * @param changes       optimizers before and after, in a comparison of two campaigns; empty otherwise
 * @param specification the campaign file; empty when there is none
 * @param created       when the report was made
 * @param version       version of this program
 * @param options       how the runs were read
 */
public record ReportInput(String title, PerformanceTable table, Policies policies, List<Fact> provenance, List<FailedTrial> failures,
        List<Skipped> skipped, List<Comparison.Change> changes, String specification, Instant created, String version, ReadOptions options) {

    /**
     * A fact by name, such as the processor. When the runs do not agree on it, the value lists all of them.
     *
     * @param name  what it is
     * @param value one line
     */
    public record Fact(String name, String value) {
    }

    /**
     * A trial without a result.
     *
     * @param optimizer     name of the optimizer variant
     * @param task          id of the task
     * @param seed          seed of the run
     * @param trial         index of the trial
     * @param kind          kind of failure
     * @param message       one line
     * @param configuration canonical text
     */
    public record FailedTrial(String optimizer, String task, long seed, int trial, String kind, String message, String configuration) {
    }

    /**
     * An optimizer and a task that are not in the comparison together.
     *
     * @param optimizer name; empty when the task is left out for all
     * @param task      id of the task
     * @param reason    full sentences
     */
    public record Skipped(String optimizer, String task, String reason) {
    }

    /** Runs that were read in the standard way, but for the table's unit of effort. */
    public ReportInput(String title, PerformanceTable table, Policies policies, List<Fact> provenance, List<FailedTrial> failures, List<Skipped> skipped,
            List<Comparison.Change> changes, String specification, Instant created, String version) {
        this(title, table, policies, provenance, failures, skipped, changes, specification, created, version,
                ReadOptions.standard().withEffort(table.effort()));
    }

    public ReportInput {
        provenance = List.copyOf(provenance);
        failures = List.copyOf(failures);
        skipped = List.copyOf(skipped);
        changes = List.copyOf(changes);
    }
}
