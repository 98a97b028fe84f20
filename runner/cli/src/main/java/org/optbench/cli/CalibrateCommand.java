package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.optbench.model.Budget;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;
import org.optbench.optimizer.support.Score;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;
import org.optbench.runner.campaign.TaskSpec;
import org.optbench.runner.plan.Planner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Finds the configuration that is best over a set of reference tasks, for the optimizer {@code default}. */
@Command(name = "calibrate", description = "Find the single configuration that is best over reference tasks with a common search space: the default of the "
        + "space, quasi-random ones and, on demand, the incumbents of a campaign are evaluated on every task at full fidelity; the smallest mean rank wins.",
        footer = {"  optbench calibrate 'learn/svm/{breast-cancer,iris,penguins}' --candidates 64 -o svm.json",
                "  optbench calibrate @tasks.txt --from reference      the tasks in a file; also the incumbents of a recorded campaign"})
final class CalibrateCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Parameters(arity = "1..*", paramLabel = "TASKS", description = "Reference tasks: ids or globs over ids.")
    @SuppressWarnings("NullAway.Init") private List<String> patterns;

    @Option(names = "--where", defaultValue = "", description = "Condition that the tasks must also meet, as in: optbench list tasks.")
    @SuppressWarnings("NullAway.Init") private String where;

    @Option(names = "--candidates", paramLabel = "N", defaultValue = "64",
            description = "Quasi-random configurations beside the default (default: ${DEFAULT-VALUE}).") private int candidates;

    @Option(names = "--seed", defaultValue = "1",
            description = "Chooses the configurations and the noise of the tasks (default: ${DEFAULT-VALUE}).") private long seed;

    @Option(names = "--from", paramLabel = "CAMPAIGN", defaultValue = "", description = "Recorded campaign whose incumbents are candidates too.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", defaultValue = "calibrated.json", description = "File to write (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path output;

    @Mixin private final Platform platform = new Platform();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (candidates < 0) {
            throw new RefusedException(candidates + " candidates: 0 or more are needed.");
        }
        PrintWriter out = spec.commandLine().getOut();
        TaskCatalog catalog = platform.tasks();
        ReferenceTasks tasks = ReferenceTasks.of(catalog, platform.context(), selected(catalog));
        RandomStreams random = RandomStreams.of("calibrate " + seed);
        Map<Configuration, String> origins = candidates(tasks.problem(), random);
        List<Configuration> configurations = List.copyOf(origins.keySet());
        out.println(configurations.size() + " candidates on " + tasks.ids().size() + " tasks");
        List<List<Score>> scores = new ArrayList<>();
        for (TaskId id : tasks.ids()) {
            scores.add(tasks.evaluate(id, configurations, random));
            out.println("  evaluated on " + id);
            out.flush();
        }
        Calibration calibration = Calibration.of(scores);
        show(out, calibration, List.copyOf(tasks.ids()), scores, List.copyOf(origins.values()));
        String text = configurations.get(calibration.chosen()).canonicalText();
        Files.writeString(output, text + "\n");
        out.println("Calibrated default: " + output);
        out.println("In a campaign:");
        out.println("  - {id: default, name: calibrated-default, options: {configuration: '" + text.replace("'", "''") + "'}}");
        out.flush();
        return OptbenchCommand.OK;
    }

    private Set<TaskId> selected(TaskCatalog catalog) {
        Planner planner = platform.planner(catalog);
        Set<TaskId> ids = new LinkedHashSet<>();
        for (String pattern : patterns) {
            planner.select(new TaskSpec(pattern, TaskSpec.Kind.GLOB, where, Optional.empty())).stream().map(TaskDescription::id).forEach(ids::add);
        }
        return ids;
    }

    /** Different configurations with where they are from, the default of the space first. */
    private Map<Configuration, String> candidates(Problem problem, RandomStreams random) throws IOException {
        Map<Configuration, String> origins = new LinkedHashMap<>();
        origins.put(problem.space().defaults(), "default");
        OptimizerVariant sobol = platform.optimizers().resolve("sobol", Configuration.empty(), Map.of());
        List<String> refusals = sobol.provider().description().capabilities().refusals(problem, 1);
        if (candidates > 0 && !refusals.isEmpty()) {
            throw new RefusedException("Quasi-random configurations cannot be made for these tasks: " + String.join(" ", refusals)
                    + " Maybe take those of a campaign alone: --candidates 0 --from CAMPAIGN");
        }
        if (candidates > 0) {
            OptimizerContext context = new OptimizerContext(problem, Budget.ofTrials(candidates), 1, sobol.settings(), sobol.options(),
                    random.sub("candidates"), UsageLedger.none(), platform.context().workFolder());
            try (Optimizer optimizer = sobol.provider().create(context)) {
                for (int i = 0; i < candidates && optimizer.ask(AskRequest.one()) instanceof Ask.Suggest(var suggestions); i++) {
                    origins.putIfAbsent(suggestions.getFirst().configuration(), "sobol " + i);
                }
            }
        }
        if (!campaign.isEmpty()) {
            addIncumbents(origins, problem);
        }
        return origins;
    }

    private void addIncumbents(Map<Configuration, String> origins, Problem problem) {
        try (ResultStore store = database.open()) {
            ResultReader reader = store.reader();
            String name = Campaigns.resolve(reader, campaign);
            int legal = 0;
            for (RunView view : reader.runs(RunQuery.ofCampaign(name).withStatuses(RunStatus.DONE))) {
                Optional<Configuration> incumbent = incumbent(reader, view).filter(problem.space()::contains);
                legal += incumbent.isPresent() ? 1 : 0;
                incumbent.ifPresent(configuration -> origins.putIfAbsent(configuration,
                        view.run().optimizer().variant() + " on " + view.run().task().id() + ", seed " + view.run().seed()));
            }
            if (legal == 0) {
                throw new RefusedException("No finished run of campaign '" + name + "' has an incumbent that is legal in the space of these tasks. "
                        + "Maybe name a campaign that ran on them.");
            }
        }
    }

    /** The best feasible configuration that a run evaluated at full fidelity; the first of equal ones. */
    private static Optional<Configuration> incumbent(ResultReader reader, RunView view) {
        TaskSnapshot task = view.run().task();
        if (task.objectives().size() > 1) {
            return Optional.empty();
        }
        return reader.trials(view.run().key()).stream()
                .filter(trial -> trial.status() == TrialStatus.SUCCESS && task.fidelities().isFull(trial.fidelity()) && isFeasible(task, trial))
                .min(Comparator.comparingDouble(trial -> task.objectives().getFirst().toMinimize(trial.objectives()[0])))
                .map(trial -> Configuration.parse(trial.configuration()));
    }

    private static boolean isFeasible(TaskSnapshot task, TrialRecord trial) {
        for (int i = 0; i < task.constraints().size(); i++) {
            if (!task.constraints().get(i).isSatisfied(trial.constraints()[i])) {
                return false;
            }
        }
        return true;
    }

    private static void show(PrintWriter out, Calibration calibration, List<TaskId> tasks, List<List<Score>> scores, List<String> origins) {
        int chosen = calibration.chosen();
        StringColumn names = StringColumn.create("candidate");
        DoubleColumn means = DoubleColumn.create("mean_rank");
        List<Integer> order = calibration.order();
        for (int place = 0; place < order.size(); place++) {
            if (place < SHOWN || order.get(place) == 0) {
                names.append(origins.get(order.get(place)));
                means.append(calibration.meanRank(order.get(place)));
            }
        }
        out.println();
        TextTable.print(out, Table.create("candidates", names, means));
        StringColumn ids = StringColumn.create("task");
        DoubleColumn rankBefore = DoubleColumn.create("rank_of_default");
        DoubleColumn rankAfter = DoubleColumn.create("rank_of_calibrated");
        StringColumn before = StringColumn.create("default, to minimise");
        StringColumn after = StringColumn.create("calibrated, to minimise");
        for (int t = 0; t < tasks.size(); t++) {
            ids.append(tasks.get(t).text());
            before.append(shown(scores.get(t).getFirst()));
            after.append(shown(scores.get(t).get(chosen)));
            rankBefore.append(calibration.ranks()[t][0]);
            rankAfter.append(calibration.ranks()[t][chosen]);
        }
        out.println();
        TextTable.print(out, Table.create("tasks", ids, before, after, rankBefore, rankAfter));
        out.println();
        if (tasks.size() > 1) {
            Calibration.Transfer transfer = calibration.transfer();
            out.println("Chosen without the task it is judged on: better than the default on " + transfer.better() + " of " + tasks.size() + " tasks, equal on "
                    + transfer.equal() + ", worse on " + transfer.worse() + ".");
        }
    }

    private static String shown(Score score) {
        return score.isFeasible() ? String.format(Locale.ROOT, "%.6g", score.value()) : score.toString();
    }
}
