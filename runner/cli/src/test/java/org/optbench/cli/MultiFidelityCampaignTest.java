package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaigns of the repository on surrogates of lcbench, cut short. */
class MultiFidelityCampaignTest {

    private static final int MINUTES = 30;

    @TempDir private Path folder;

    /** 64 workers for half an hour: an evaluation takes from 17 s at the lowest level to four minutes in full. */
    @Test
    void hyperbandWith64WorkersRunsOnSimulatedTimeAndRepeats() throws IOException {
        Path data = data();
        Path campaign = shortened("hyperband-day.yaml", "seconds: 86400", "seconds: " + 60 * MINUTES);
        String once = checksum(campaign, data, "once");
        assertThat(checksum(campaign, data, "again")).isEqualTo(once);
        assertThat(Files.readAllLines(folder.resolve("once-tables/trials.csv"))).hasSizeGreaterThan(500);
    }

    @Test
    void comparisonOfMultiFidelityOptimizersIsPossibleThroughout() throws IOException {
        CommandTester plan = CommandTester.call("plan", shortened("multi-fidelity.yaml", "count: 10", "count: 1").toString(), "--data", data().toString());
        assertThat(plan.err()).isEmpty();
        assertThat(plan.out()).contains("7 optimizers x 20 tasks x 1 seeds, 140 runs, 0 pairs skipped");
    }

    private String checksum(Path campaign, Path data, String name) {
        String results = folder.resolve(name).toString();
        CommandTester run = CommandTester.call("run", campaign.toString(), "--data", data.toString(), "--results", results, "--no-report");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 runs finished, 0 failed, 0 left");
        CommandTester export = CommandTester.call("export", "--results", results, "-o", folder.resolve(name + "-tables").toString());
        return export.out().lines().filter(line -> line.startsWith("Checksum")).findFirst().orElseThrow();
    }

    private Path shortened(String name, String from, String to) throws IOException {
        Path campaign = ancestors().map(one -> one.resolve("campaigns").resolve(name)).filter(Files::exists).findFirst().orElseThrow();
        String text = Files.readString(campaign);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve(name), text.replace(from, to));
    }

    private static Path data() {
        Optional<Path> data = Optional.ofNullable(System.getProperty("optbench.shared")).map(Path::of)
                .or(() -> ancestors().map(one -> one.resolve("shared")).filter(Files::isDirectory).findFirst()).map(shared -> shared.resolve("data"));
        boolean isThere = data.isPresent() && Files.exists(data.get().resolve("yahpo/lcbench/model.onnx"));
        Assumptions.assumeTrue(isThere, "no surrogate of lcbench: set -Doptbench.shared=<folder> to run on it");
        return data.orElseThrow();
    }

    private static Stream<Path> ancestors() {
        return Stream.iterate(Path.of("").toAbsolutePath(), one -> one.getParent() != null, Path::getParent);
    }
}
