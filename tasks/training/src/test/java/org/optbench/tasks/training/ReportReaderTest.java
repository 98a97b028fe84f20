package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportReaderTest {

    @Test
    void readsTheLinesOfSyneTune() {
        ReportReader reader = new ReportReader(Map.of(), "");
        assertThat(reader.read("[tune-metric]: {\"epoch\": 3, \"accuracy\": 0.5, \"st_worker_iter\": 2, \"note\": \"x\"}")).get().extracting(Report::values)
                .isEqualTo(Map.of("epoch", 3.0, "accuracy", 0.5, "st_worker_iter", 2.0));
    }

    @Test
    void readsSpecialNumbersThatPythonAndThePlatformWrite() {
        ReportReader reader = new ReportReader(Map.of(), "");
        Report report = reader.read("[tune-metric]: {\"a\": \"nan\", \"b\": \"-inf\"}").orElseThrow();
        assertThat(report.value("a").orElseThrow()).isNaN();
        assertThat(report.value("b")).hasValue(Double.NEGATIVE_INFINITY);
    }

    @Test
    void ignoresTornLinesAndOtherOutput() {
        ReportReader reader = new ReportReader(Map.of(), "");
        assertThat(reader.read("[tune-metric]: {\"epoch\": 3, \"acc")).isEmpty();
        assertThat(reader.read("epoch 3")).isEmpty();
    }

    @Test
    void readsByRegularExpressionWhenTheLeadingMetricCompletesTheReport() {
        // The pattern is the one that Katib documents for its metrics collector: ([\w|-]+)\s*=\s*([+-]?\d*(\.\d+)?([Ee][+-]?\d+)?)
        ReportReader reader = new ReportReader(Map.of("loss", Pattern.compile("loss\\s*=\\s*([+-]?\\d*(?:\\.\\d+)?(?:[Ee][+-]?\\d+)?|nan)"), "time",
                Pattern.compile("time=([0-9.]+)s")), "loss");
        assertThat(reader.read("time=2.5s")).isEmpty();
        assertThat(reader.read("2026-01-01 INFO epoch 1 loss = 1.5e-3")).get().extracting(Report::values).isEqualTo(Map.of("loss", 1.5e-3, "time", 2.5));
        assertThat(reader.read("loss = nan").orElseThrow().value("loss").orElseThrow()).isNaN();
    }
}
