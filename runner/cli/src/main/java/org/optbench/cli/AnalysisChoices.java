package org.optbench.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.Aggregation;
import org.optbench.analysis.Criterion;
import org.optbench.analysis.Effort;
import org.optbench.analysis.FidelityPolicy;
import org.optbench.analysis.Indicator;
import org.optbench.analysis.MissingRuns;
import org.optbench.analysis.Policies;
import org.optbench.analysis.ReadOptions;
import org.optbench.analysis.References;
import picocli.CommandLine.Option;

/** The choices behind every comparison, the same for all commands that make one. */
final class AnalysisChoices {

    @Option(names = "--effort", paramLabel = "UNIT", defaultValue = "full-evaluations",
            description = "Unit of the budget axis: evaluations, full-evaluations, seconds, seconds-with-overhead (of the optimizer), tokens, or "
                    + "cost:RESOURCE (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private String effort;

    @Option(names = "--fidelity", defaultValue = "FULL_ONLY",
            description = "Incumbent on tasks with fidelities: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private FidelityPolicy fidelity;

    @Option(names = "--indicator", defaultValue = "hypervolume",
            description = "Measure of tasks with several objectives: hypervolume, igd-plus, epsilon, r2, spread; all but the first need --references "
                    + "(default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private String indicator;

    @Option(names = "--references", paramLabel = "FILE",
            description = "Stored bounds and fronts of tasks; optbench analyze --write-references makes them.") private @Nullable Path references;

    @Option(names = "--mix-machines",
            description = "Compare wall-clock seconds even though they were measured on different machines.") private boolean isMixingMachines;

    @Option(names = "--rank-by", defaultValue = "FINAL", description = "${COMPLETION-CANDIDATES} performance (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Criterion criterion;

    @Option(names = "--aggregate", defaultValue = "MEDIAN", description = "Over seeds: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Aggregation aggregation;

    @Option(names = "--missing", defaultValue = "DROP_TASK",
            description = "Task on which an optimizer has no run: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private MissingRuns missing;

    @Option(names = "--test", defaultValue = "WILCOXON_HOLM", description = "Of pairs: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Policies.PostHoc postHoc;

    @Option(names = "--alpha", defaultValue = "0.05", description = "Family-wise error rate (default: ${DEFAULT-VALUE}).") private double alpha;

    ReadOptions options() {
        return new ReadOptions(Effort.parse(effort), fidelity, Indicator.parse(indicator),
                references == null ? References.none() : References.read(references), isMixingMachines);
    }

    Policies policies() {
        return new Policies(aggregation, missing, postHoc, alpha, criterion);
    }
}
