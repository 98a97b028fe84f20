package org.optbench.analysis.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;

/** Inputs of reports. */
final class Samples {

    private Samples() {
    }

    static ReportInput of(PerformanceTable table) {
        List<ReportInput.FailedTrial> failures = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            failures.add(new ReportInput.FailedTrial("cma-es", "learn/svm/set-5", 3, 17 + i, "NOT_A_NUMBER",
                    "the cross-validated error is NaN: the kernel matrix is singular", "gamma=1.0E-9;kernel=rbf;log_c=12.2"));
        }
        return new ReportInput("quick-start", table, Policies.standard(),
                List.of(new ReportInput.Fact("commit", "3f2a9c1 (clean)"), new ReportInput.Fact("jvm", "OpenJDK 25.0.3, Temurin"),
                        new ReportInput.Fact("os", "Linux 6.1 amd64"), new ReportInput.Fact("cpu", "AMD EPYC 7B13, 2 cores"),
                        new ReportInput.Fact("memory", "24 GiB"), new ReportInput.Fact("container", "none")),
                failures, List.of(new ReportInput.Skipped("cma-es", "pack/knapsack/n50", "The task has permutation parameters, which cma-es cannot do.")),
                List.of(),
                "schema: 1\nname: quick-start\nseeds: {first: 1, count: 5}\noptimizers:\n  - {id: gp-bo}\n  - {id: cma-es}\n",
                Instant.parse("2026-01-02T03:04:05Z"), "0.1.0");
    }
}
