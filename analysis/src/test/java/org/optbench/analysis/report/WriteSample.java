package org.optbench.analysis.report;

import java.nio.file.Path;
import org.optbench.analysis.SimulatedRuns;

/** Writes a report of simulated runs to look at: file, optimizers, tasks, seeds, evaluations. */
final class WriteSample {

    private WriteSample() {
    }

    public static void main(String[] arguments) {
        int[] size = java.util.Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        ReportWriter.write(Samples.of(SimulatedRuns.table(size[0], size[1], size[2], size[3])), Path.of(arguments[0]));
    }
}
