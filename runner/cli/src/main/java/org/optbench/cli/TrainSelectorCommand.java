package org.optbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.PerformanceTable;
import org.optbench.model.Budget;
import org.optbench.model.Problem;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.support.ProblemFeatures;
import org.optbench.optimizer.support.SelectionTable;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what the optimizer {@code selector} learns from. */
@Command(name = "train-selector", description = "Write the ranks of a recorded campaign with the features of its tasks, for the optimizer selector.",
        footer = "  optbench train-selector --campaign reference -o selection.csv")
final class TrainSelectorCommand implements Callable<Integer> {

    @Option(names = "--campaign", paramLabel = "NAME", defaultValue = "", description = "Recorded campaign (default: the only one there is).")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "selection.csv", description = "File to write (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Mixin private final Platform platform = new Platform();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        SelectionTable table;
        try (ResultStore store = database.open()) {
            table = table(store.reader(), RunQuery.ofCampaign(Campaigns.resolve(store.reader(), campaign)));
        }
        Files.writeString(output, table.text());
        spec.commandLine().getOut().println("Selection table with " + table.rows().size() + " rows: " + output);
        return OptbenchCommand.OK;
    }

    private SelectionTable table(ResultReader reader, RunQuery query) {
        Map<String, Budget> budgets = new LinkedHashMap<>();
        reader.runs(query, view -> budgets.putIfAbsent(view.run().task().id().text(), view.run().budget()));
        PerformanceTable recorded = CampaignRuns.read(reader, query).table();
        RelativeRanks ranks = new RelativeRanks(recorded);
        TaskCatalog tasks = platform.tasks();
        List<SelectionTable.Row> rows = new ArrayList<>();
        for (int t = 0; t < recorded.tasks().size(); t++) {
            String id = recorded.tasks().get(t).id();
            Budget budget = budgets.getOrDefault(id, Budget.ofSeconds(1));
            try (Task task = tasks.open(TaskId.of(id), platform.context())) {
                enter(rows, recorded, ranks, t, task.problem(), budget);
            }
        }
        return new SelectionTable(rows);
    }

    private static void enter(List<SelectionTable.Row> rows, PerformanceTable recorded, RelativeRanks ranks, int task, Problem problem, Budget budget) {
        List<Double> features = Arrays.stream(ProblemFeatures.of(problem, budget)).boxed().toList();
        for (int o = 0; o < recorded.optimizers().size(); o++) {
            if (Double.isFinite(ranks.of(o, task))) {
                rows.add(new SelectionTable.Row(recorded.tasks().get(task).id(), recorded.optimizers().get(o), ranks.of(o, task), features));
            }
        }
    }
}
