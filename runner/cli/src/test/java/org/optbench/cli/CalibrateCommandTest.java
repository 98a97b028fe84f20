package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.space.Configuration;

class CalibrateCommandTest {

    private static final String TASKS = "bbob/f5/d2/i{1,2}";

    @TempDir private Path folder;

    /** The linear slope has its optimum in a corner, the same one for some instances: the middle, where its default is, can be improved on. */
    @Test
    void theCalibratedDefaultIsBetterThanTheDefaultAndRunsInACampaign() throws IOException {
        Path file = folder.resolve("slope.json");
        CommandTester done = CommandTester.call("calibrate", "bbob/f5/d2/i1", "--candidates", "32", "-o", file.toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isEqualTo(OptbenchCommand.OK);
        Configuration chosen = Configuration.parse(Files.readString(file).strip());
        assertThat(chosen.active().keySet()).containsExactly("x1", "x2");
        Matcher row = Pattern.compile("bbob/f5/d2/i1 +(\\S+) +(\\S+) +(\\S+) +(\\S+)").matcher(done.out());
        assertThat(row.find()).isTrue();
        assertThat(Double.parseDouble(row.group(2))).isLessThan(Double.parseDouble(row.group(1)));
        assertThat(Double.parseDouble(row.group(4))).isEqualTo(1);
        Path campaign = Files.writeString(folder.resolve("slope.yaml"), """
                schema: 1
                name: slope
                budget: {trials: 3}
                optimizers:
                """ + optimizerLine(done) + "\ntasks: [bbob/f5/d2/i1]\n");
        String results = folder.resolve("results").toString();
        CommandTester run = CommandTester.call("run", campaign.toString(), "--results", results, "--no-report");
        assertThat(run.err()).isEmpty();
        CommandTester export = CommandTester.call("export", "--results", results, "-o", folder.resolve("tables").toString());
        assertThat(export.code()).isZero();
        assertThat(Files.readString(folder.resolve("tables/trials.csv"))).contains("calibrated-default").contains(Double.toString(chosen.real("x1")));
    }

    private static String optimizerLine(CommandTester done) {
        return done.out().lines().filter(line -> line.startsWith("  - {id: default")).findFirst().orElseThrow();
    }

    @Test
    void theSameSeedGivesTheSameFileAndAnotherOtherCandidates() throws IOException {
        String once = calibrated("once.json", "7");
        assertThat(calibrated("again.json", "7")).isEqualTo(once);
        assertThat(calibrated("other.json", "8")).isNotEqualTo(once);
    }

    private String calibrated(String name, String seed) throws IOException {
        CommandTester done = CommandTester.call("calibrate", "bbob/f5/d2/i1", "--candidates", "16", "--seed", seed, "-o", folder.resolve(name).toString());
        assertThat(done.code()).isZero();
        return Files.readString(folder.resolve(name));
    }

    /** The incumbent of CMA-ES, on the way to the corner that is the optimum, is chosen over the default alone. */
    @Test
    void incumbentsOfACampaignAreCandidates() throws IOException {
        Path campaign = Files.writeString(folder.resolve("incumbents.yaml"), """
                schema: 1
                name: incumbents
                budget: {trials: 30}
                optimizers: [cma-es]
                tasks: [bbob/f5/d2/i1]
                """);
        String results = folder.resolve("results").toString();
        assertThat(CommandTester.call("run", campaign.toString(), "--results", results, "--no-report").code()).isZero();
        CommandTester done = CommandTester.call("calibrate", "bbob/f5/d2/i1", "--candidates", "0", "--from", "incumbents", "--results", results, "-o",
                folder.resolve("best.json").toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("2 candidates on 1 tasks").containsPattern("cma-es on bbob/f5/d2/i1, seed 1 +1\n").containsPattern("default +2\n");
        CommandTester elsewhere = CommandTester.call("calibrate", "bbob/f5/d3/i1", "--from", "incumbents", "--results", results, "-o",
                folder.resolve("none.json").toString());
        assertThat(elsewhere.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(elsewhere.err()).contains("No finished run of campaign 'incumbents' has an incumbent that is legal in the space of these tasks.");
    }

    @Test
    void severalTasksAreJudgedOnOneAnother() {
        CommandTester done = CommandTester.call("calibrate", TASKS, "--candidates", "8", "-o", folder.resolve("two.json").toString());
        assertThat(done.out()).contains("9 candidates on 2 tasks").containsPattern("better than the default on \\d of 2 tasks, equal on \\d, worse on \\d\\.");
    }

    @Test
    void whatCannotBeCalibratedIsRefused() {
        refused("have different search spaces: parameter 'x3' is only in the second.", "bbob/f1/d2/i1", "bbob/f1/d3/i1");
        refused("has 2 objectives", "bbob-biobj/f1/d2/i1");
        refused("0 or more are needed", "bbob/f1/d2/i1", "--candidates", "-1");
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(String why, String... arguments) {
        String[] words = Stream.concat(Stream.of("calibrate", "-o", folder.resolve("no.json").toString()),
                Arrays.stream(arguments)).toArray(String[]::new);
        CommandTester done = CommandTester.call(words);
        assertThat(done.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(done.err()).contains(why);
    }
}
