package org.optbench.optimizers.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.space.ParameterKind;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizers.testkit.FlawedProvider.Flaw;
import org.optbench.tasks.testkit.ContractReport;

class OptimizerChecksTest {

    @Test
    void aFlawlessOptimizerPasses() {
        ContractReport report = report(Flaw.NONE);
        assertThat(report.passed()).as(report.text()).isTrue();
        assertThat(report.results()).hasSizeGreaterThan(100);
        assertThat(report.text()).endsWith(report.results().size() + " of " + report.results().size() + " checks passed");
    }

    @ParameterizedTest
    @CsvSource({"OWN_SEED, floats: the same seed and calls give the same suggestions", "OWN_SEED, floats: a replay of half the run goes on as the run did",
            "ILLEGAL_VALUE, mixed: suggestions are legal", "LOW_FIDELITY, multi-fidelity by epochs: suggestions are legal",
            "WAITS_FOREVER, floats: suggestions are legal", "TOO_MANY, floats: suggestions are legal",
            "THROWS_ON_FAILURE, floats: failures of every kind are borne", "REVIVES, floats: once exhausted it stays so",
            "THREAD, threads: closed early it leaves none",
            "STATIC_STATE, floats: two instances side by side do not disturb each other"})
    void aFlawIsFound(Flaw flaw, String check) {
        assertThat(report(flaw).failures()).extracting(ContractReport.Result::check).contains(check);
    }

    @Test
    void aSettingThatDoesNotWorkIsFound() {
        String broken = report(Flaw.SETTING).failures().stream().map(ContractReport.Result::check).collect(Collectors.joining("\n"));
        assertThat(broken).contains("settings").contains("{\"burst\":3} work");
    }

    @Test
    void theMatrixCoversWhatCapabilitiesTellApart() {
        Capabilities least = Capabilities.of(EnumSet.of(ParameterKind.FLOAT));
        String refusals = ProblemCases.all().stream().flatMap(problem -> least.refusals(problem.problem(), 1).stream()).distinct()
                .collect(Collectors.joining(" "));
        assertThat(refusals).contains("INT", "CATEGORICAL", "ORDINAL", "PERMUTATION", "conditional", "forbidden", "constraints", "one objective",
                "ranks", "multi-task");
        Capabilities needy = Capabilities.allParameters(Feature.NEEDS_CONTEXT, Feature.CONTEXT);
        assertThat(ProblemCases.all()).anyMatch(problem -> needy.refusals(problem.problem(), 1).isEmpty());
    }

    private static ContractReport report(Flaw flaw) {
        return new OptimizerChecks(new FlawedProvider(flaw), 30, 8, Map.of()).report();
    }
}
