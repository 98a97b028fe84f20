package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptbenchCommandTest {

    private static final String CAMPAIGN = """
            schema: 1
            name: small
            seeds: {count: 3}
            budget: {trials: 25}
            optimizers: [random, cma-es, gp-bo, hill-climber]
            tasks: ["bbob/f{1,8}/d2/i1", parabola/1, "learn/tree/iris", "bbob-biobj/f1/d2/i1"]
            """;

    @TempDir private Path folder;

    @Test
    void runsReportsExportsAndGoesOn() throws IOException {
        Path campaign = write("small.yaml", CAMPAIGN);
        CommandTester plan = CommandTester.call("plan", campaign.toString());
        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("4 optimizers x 5 tasks x 3 seeds", "skipped: cma-es on bbob-biobj/f1/d2/i1: It handles one objective only.");
        CommandTester run = call("run", campaign);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("0 failed, 0 left", "Report: ");
        assertThat(Files.readString(folder.resolve("results/small.html"))).contains("<html", "hill-climber");
        CommandTester again = call("run", campaign);
        assertThat(again.out()).contains("0 runs finished").contains("were finished before");
        CommandTester status = CommandTester.call("status", "small", "--results", folder.resolve("results").toString());
        assertThat(status.out()).contains("small: ", " 0 running, 0 open, 0 set aside");
        CommandTester export = CommandTester.call("export", "--results", folder.resolve("results").toString(), "-o", folder.resolve("tables").toString());
        assertThat(export.code()).isZero();
        assertThat(folder.resolve("tables/trials.csv")).isNotEmptyFile();
        CommandTester parquet = CommandTester.call("export", "--results", folder.resolve("results").toString(), "--format", "parquet", "-o",
                folder.resolve("parquet").toString());
        assertThat(checksum(parquet)).isEqualTo(checksum(export));
        analyzes(folder.resolve("results").toString());
    }

    private void analyzes(String results) throws IOException {
        CommandTester rank = CommandTester.call("rank", "--results", results);
        assertThat(rank.out()).contains("small, all tasks:", "mean rank", "gp-bo", "Iman-Davenport", "small, type MO:");
        CommandTester csv = CommandTester.call("rank", "--results", results, "--format", "csv", "--by", "all");
        assertThat(csv.out().lines()).hasSize(1 + 4).first().asString().startsWith("tasks,optimizer,mean_rank");
        Path tables = folder.resolve("analysis");
        CommandTester analyze = CommandTester.call("analyze", "--results", results, "-o", tables.toString(), "--format", "json", "--effort", "seconds");
        assertThat(analyze.err()).isEmpty();
        assertThat(analyze.out()).contains("- No trial failed.", "ratings, efforts in seconds:", "Tables: ");
        assertThat(Files.readString(tables.resolve("targets.json"))).contains("\"expected_effort\":");
        String references = folder.resolve("references.json").toString();
        assertThat(CommandTester.call("analyze", "--results", results, "--write-references", references).out()).contains("References of 5 tasks");
        assertThat(CommandTester.call("rank", "--results", results, "--indicator", "igd-plus", "--references", references).out()).contains("type MO:");
        assertRefused(CommandTester.call("rank", "--results", results, "--effort", "joules"), "effort 'joules' is not one of");
        assertRefused(CommandTester.call("rank", "--results", results, "--effort", "tokens"), "'tokens' is not recorded by any trial");
    }

    @Test
    void oneAndEightThreadsExportTheSameTrials() throws IOException {
        Path campaign = write("small.yaml", CAMPAIGN);
        String one = exported(campaign, "one", 1);
        assertThat(exported(campaign, "eight", 8)).isEqualTo(one);
    }

    private String exported(Path campaign, String name, int threads) {
        String results = folder.resolve(name).toString();
        assertThat(CommandTester.call("run", campaign.toString(), "--results", results, "--threads", Integer.toString(threads), "--no-report").code()).isZero();
        return checksum(CommandTester.call("export", "--results", results, "-o", folder.resolve(name + "-tables").toString()));
    }

    private static String checksum(CommandTester export) {
        return export.out().lines().filter(line -> line.startsWith("Checksum")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"optimizers: [random] | optimizers: [randm] | Optimizer 'randm' is unknown. Maybe you mean random?",
            "optimizers: [random] | optimizers: [{id: random, settings: {speed: 1}}] | has no setting 'speed'",
            "optimizers: [random] | optimizer: [random] | 'optimizer' is no key here. Maybe you mean optimizers",
            "bbob/f1/d2/i1 | bbob/f25/d2/i1 | provider 'bbob' has no such task. Maybe you mean",
            "bbob/f1/d2/i1 | bob/f1/d2/i1 | no provider has the id 'bob'. Maybe you mean bbob",
            "trials: 5 | trials: -5 | 'budget.trials' is -5: it must be a positive number", "schema: 1 | schema: 7 | this program reads schema 1",
            "name: x | name: '' | 'name' is ''"})
    void badCampaignsGetOneClearMessage(String from, String to, String message) throws IOException {
        String good = "schema: 1\nname: x\nbudget: {trials: 5}\noptimizers: [random]\ntasks: [bbob/f1/d2/i1]\n";
        assertRefused(call("run", write("bad.yaml", good.replace(from, to))), message);
    }

    @Test
    void badCommandsGetOneClearMessage() {
        assertRefused(CommandTester.call("run", "nowhere.yaml"), "Campaign file 'nowhere.yaml' cannot be read");
        assertRefused(CommandTester.call("run", "quikstart"), "Maybe you mean quickstart");
        assertRefused(CommandTester.call("list", "tasks", "--where", "typ MF"), "stands where one of = !=");
        assertRefused(CommandTester.call("list", "taks"), "taks");
        assertRefused(CommandTester.call("report", "none", "--results", folder.resolve("empty").toString()), "Campaign 'none' is not recorded here");
        assertRefused(CommandTester.call("status", "--db", "jdbc:mysql://x"), "the URL must begin with jdbc:h2: or jdbc:postgresql:");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path results = Files.createDirectories(folder.resolve("broken"));
        Files.writeString(results.resolve("results.mv.db"), "this is no database");
        assertRefused(call("run", write("c.yaml", CAMPAIGN), results), "cannot be opened");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path results = Files.createDirectories(folder.resolve("frozen"));
        Files.setPosixFilePermissions(results, PosixFilePermissions.fromString("r-xr-xr-x"));
        Assumptions.assumeFalse(Files.isWritable(results), "skipped: this user may write everywhere");
        assertRefused(call("run", write("c.yaml", CAMPAIGN), results), "cannot be written");
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        for (String command : OptbenchCommand.commandLine().getSubcommands().keySet()) {
            if (!command.equals("help") && !command.equals("generate-completion")) {
                CommandTester help = CommandTester.call(command, "--help");
                assertThat(help.code()).as(command).isZero();
                assertThat(help.out()).as(command).contains("Examples:", "optbench " + command);
            }
        }
        assertThat(CommandTester.call("generate-completion").out()).contains("complete");
    }

    @Test
    void listsWhatThereIs() {
        assertThat(CommandTester.call("list", "tasks", "bbob/f1/d5/*").out()).contains("bbob/f1/d5/i15").doesNotContain("bbob/f2");
        assertThat(CommandTester.call("list", "tasks", "--where", "type=MF and domain=ml", "--count").out()).contains("learn MF:").doesNotContain("bbob");
        assertThat(CommandTester.call("list", "optimizers").out()).contains("gp-bo", "hill-climber", "cma-es/ipop");
        CommandTester all = CommandTester.call("list", "tasks", "--count");
        int count = Integer.parseInt(all.out().lines().filter(line -> line.startsWith("all: ")).findFirst().orElseThrow().substring(5));
        assertThat(count).isGreaterThan(10_000);
    }

    @Test
    void initWritesACampaignThatRunsAndOverwritesNothing() throws IOException {
        Path file = folder.resolve("new.yaml");
        assertThat(CommandTester.call("init", file.toString()).code()).isZero();
        assertThat(CommandTester.call("plan", file.toString()).code()).isZero();
        assertRefused(CommandTester.call("init", file.toString()), "exists already");
    }

    private CommandTester call(String command, Path campaign) {
        return call(command, campaign, folder.resolve("results"));
    }

    private static CommandTester call(String command, Path campaign, Path results) {
        return CommandTester.call(command, campaign.toString(), "--results", results.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertRefused(CommandTester result, String message) {
        assertThat(result.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(result.err().toLowerCase(Locale.ROOT)).doesNotContain("optbench broke");
    }
}
