package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.model.task.TaskId;
import org.optbench.runner.plan.TaskLists;

class SubsetCommandTest {

    @TempDir Path folder;

    /** Two families of 30 tasks, three optimizers. */
    private Path matrix() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        List<String> lines = new ArrayList<>();
        lines.add("task,alpha,beta,gamma");
        for (int i = 0; i < 60; i++) {
            lines.add(String.format(Locale.ROOT, "%s/t%d,%.6f,%.6f,%.6f", i % 2 == 0 ? "even" : "odd", i, random.nextDouble(), random.nextDouble(),
                    random.nextDouble()));
        }
        return Files.write(folder.resolve("costs.csv"), lines);
    }

    private CommandTester subset(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("subset", "--matrix", matrix().toString(), "--seconds", "0.4", "-t", "1", "-o", folder.toString()));
        arguments.addAll(List.of(more));
        return CommandTester.call(arguments.toArray(String[]::new));
    }

    private List<String> tasks(String split) {
        return TaskLists.read(folder.resolve("costs-" + split + ".tasks")).tasks().stream().map(TaskId::text).toList();
    }

    @Test
    void writesDisjointListsTheCurveAndAPageWithPictures() throws IOException {
        CommandTester result = subset("--k", "4..6", "--split", "dev,test,spare");
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("60 tasks in the space of alpha, beta, gamma").contains("Kendall").contains("medoids");
        List<String> all = new ArrayList<>(tasks("dev"));
        all.addAll(tasks("test"));
        all.addAll(tasks("spare"));
        assertThat(all).doesNotHaveDuplicates().hasSize(3 * tasks("dev").size());
        assertThat(Files.readAllLines(folder.resolve("costs-curve.csv"))).hasSize(1 + 3 * 3);
        String page = Files.readString(folder.resolve("costs-subsets.html"));
        assertThat(page).contains("<svg").contains("star discrepancy").contains("Redundancy map").doesNotContain("http://www.example")
                .doesNotContain("<script");
        assertThat(folder.resolve("costs-subsets-scatter.svg")).content().startsWith("<svg").contains("<circle");
    }

    @Test
    void forcedMembersExclusionsAndBudgetHold() throws IOException {
        Path costs = Files.write(folder.resolve("prices.csv"),
                java.util.stream.IntStream.range(0, 60).mapToObj(i -> (i % 2 == 0 ? "even" : "odd") + "/t" + i + "," + (1 + i % 5)).toList());
        CommandTester result =
                subset("--k", "5", "--split", "only", "--include", "even/t0;even/t4", "--exclude", "odd/**", "--costs", costs.toString(), "--budget",
                        "14");
        assertThat(result.err()).isEmpty();
        assertThat(tasks("only")).hasSize(5).contains("even/t0", "even/t4").allMatch(task -> task.startsWith("even/"));
        assertThat(tasks("only").stream().mapToInt(task -> 1 + Integer.parseInt(task.substring(6)) % 5).sum()).isLessThanOrEqualTo(14);
    }

    @Test
    void spansTheSpaceByPrincipalComponents() throws IOException {
        assertThat(subset("--k", "4", "--split", "dev", "--components", "2").out()).contains("component 1 (").contains("component 2 (");
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        assertThat(subset("--k", "5", "--optimizers", "delta").err()).contains("'delta'").contains("alpha");
        assertThat(subset("--k", "5", "--include", "none/**").err()).contains("none/**");
        assertThat(subset("--k", "40").err()).contains("sizes 40 to 40");
        assertThat(subset("--k", "5", "--keep-ranking", "0.9").err()).contains("needs the seeds of a campaign");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "1 2\n1 two\n");
        assertThat(CommandTester.call("subset", "--matrix", broken.toString()).err()).contains("row 2").contains("'two'");
    }
}
