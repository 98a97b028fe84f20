package org.optbench.tasks.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.task.TaskContext;
import org.optbench.tasks.testkit.FlawedTasks.Flaw;

class TaskChecksTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void aFlawlessProviderPasses() {
        ContractReport report = report(Flaw.NONE);
        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.results()).hasSize(4 + 3 * 9);
    }

    @ParameterizedTest
    @CsvSource({"TWICE_LISTED, catalogue: ids are unique and begin with the provider's id",
            "OPENS_ANYTHING, catalogue: unknown ids are neither described nor opened",
            "WRONG_DIMENSION, flawed/0: the opened task keeps the description",
            "NOT_FINITE, flawed/1: random configurations give finite values of the right number",
            "TOO_MANY_VALUES, flawed/1: random configurations give finite values of the right number",
            "REMEMBERS, flawed/2: two threads get what one gets",
            "REPORTS_BACKWARDS, flawed/0: reports come in order and within the fidelity",
            "IGNORES_STOP, flawed/0: STOP and PAUSE end an evaluation that reports",
            "FORGETS_SEED, 'flawed/0: the same seed gives the same outcome, in any order'"})
    void aFlawIsFound(Flaw flaw, String check) {
        assertThat(report(flaw).failures()).extracting(ContractReport.Result::check).contains(check);
    }

    @Test
    void theReportNamesWhatIsBroken() {
        assertThat(report(Flaw.NOT_FINITE).text()).contains("BROKEN  flawed/0: random configurations").contains("Infinity")
                .contains("checks passed");
    }

    private ContractReport report(Flaw flaw) {
        return new TaskChecks(new FlawedTasks(flaw), new TaskContext(folder, folder, Map.of()), List.of(), 6).report();
    }
}
