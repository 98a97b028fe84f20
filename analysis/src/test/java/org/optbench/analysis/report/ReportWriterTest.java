package org.optbench.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.Comparison;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.RunTrace;
import org.optbench.analysis.SimulatedRuns;
import org.optbench.analysis.TaskInfo;
import org.optbench.model.Direction;

class ReportWriterTest {

    @Test
    void theFileLoadsNothingAndShowsTheRanking(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("deep/report.html");
        ReportWriter.write(Samples.of(SimulatedRuns.table(6, 12, 3, 60)), file);
        String html = Files.readString(file);
        assertThat(html).doesNotContainPattern("(src|href)=\"(https?:)?//").doesNotContain("@import").doesNotContain("fetch(");
        assertThat(html).contains("<svg class=\"cd\"").contains("gp-bo").contains("Wilcoxon").contains("bbob/f1/d2/i1").contains("AMD EPYC");
        assertThat(ReportWriter.html(Samples.of(SimulatedRuns.table(6, 12, 3, 60)))).as("reproducible").isEqualTo(html);
    }

    @Test
    void namesAreEscaped() {
        String evil = "</script><script>alert(1)</script>";
        TaskInfo task = new TaskInfo("t/" + evil, "BB", "f", 1, "y", Direction.MINIMIZE, OptionalDouble.empty(), List.of(), 2);
        PerformanceTable table = PerformanceTable.builder(List.of(task)).add(RunTrace.of("a" + evil, task.id(), 1, new double[]{1, 2}))
                .add(RunTrace.of("b", task.id(), 1, new double[]{3, 4})).build();
        String html =
                ReportWriter.html(new ReportInput(evil, table, Policies.standard(), List.of(), List.of(), List.of(), List.of(), evil, Instant.EPOCH, "1"));
        assertThat(html).doesNotContain("<script>alert(1)");
    }

    @Test
    void comparisonOfCampaignsAndPortfolioAreShown() {
        PerformanceTable before = SimulatedRuns.table(4, 12, 3, 60);
        PerformanceTable after = SimulatedRuns.table(6, 12, 3, 60);
        Comparison comparison = Comparison.of("v1", before, "v2", after);
        ReportInput sample = Samples.of(comparison.merged());
        String html = ReportWriter.html(new ReportInput("v2 against v1", sample.table(), sample.policies(), List.of(), List.of(), List.of(),
                comparison.changes(), "", Instant.EPOCH, "1"));
        assertThat(html).contains("No optimizer changed.").contains("id=\"changes\"").contains("gp-bo @ v1").contains("sobol @ v2")
                .contains("Shapley value").contains("virtual best against single best");
        assertThat(ReportWriter.html(sample)).doesNotContain("id=\"changes\"");
    }

    @Test
    void oneOptimizerIsReportedWithoutARanking() {
        String html = ReportWriter.html(Samples.of(SimulatedRuns.table(1, 3, 2, 20)));
        assertThat(html).contains("There is nothing to rank.").contains("No ranking: it needs at least two optimizers");
    }

    @Test
    void numbersAsText() {
        assertThat(Format.number(0.000123456)).isEqualTo("0.0001235");
        assertThat(Format.number(1.23456e-5)).isEqualTo("1.23e-05");
        assertThat(Format.number(1234567)).isEqualTo("1.23e+06");
        assertThat(Format.number(120)).isEqualTo("120");
        assertThat(Format.number(Double.NaN)).isEqualTo("-");
        assertThat(Format.p(0.0004)).isEqualTo("p < 0.001");
        assertThat(Format.duration(0.0042)).isEqualTo("4.2\u00a0ms");
    }
}
