package org.optbench.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.optbench.model.task.Availability;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.runner.plan.TaskGlob;
import org.optbench.runner.plan.TaskQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what there is. */
@Command(name = "list", description = "List tasks, optimizers, named lists of tasks (subsets) or decorators.", footer = {
        "  optbench list optimizers --verbose", "  optbench list tasks 'bbob/*/d5/i1'", "  optbench list tasks --where \"type=MF and dimension<=10\" --count"})
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum What {
        TASKS, OPTIMIZERS, SUBSETS, DECORATORS
    }

    @Parameters(index = "0", paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") private What what;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PATTERN", defaultValue = "**",
            description = "Ids to list: a glob over ids, such as 'bbob/f{1..5}/**'.")
    @SuppressWarnings("NullAway.Init") private String pattern;

    @Option(names = "--where", defaultValue = "",
            description = "Condition over tasks: type, family, domain, dimension, objectives, constraints, fidelities, clock, trait, available, or any attribute; =, !=, <, <=, >, >=, ~, and, or, not.")
    @SuppressWarnings("NullAway.Init") private String where;

    @Option(names = "--count", description = "Print the number alone, by provider and type.") private boolean isCount;

    @Option(names = {"-v", "--verbose"}, description = "Print more of each.") private boolean isVerbose;

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        switch (what) {
            case TASKS -> tasks(out);
            case OPTIMIZERS -> optimizers(out);
            case SUBSETS -> platform.lists(platform.tasks()).all()
                    .forEach(list -> out.println(list.name() + "  " + list.tasks().size() + " tasks  " + list.summary()));
            case DECORATORS -> platform.tasks().decorators().forEach(decorator -> out.println(decorator.id() + "  " + decorator.summary()));
        }
        out.flush();
        return OptbenchCommand.OK;
    }

    private void tasks(PrintWriter out) {
        TaskCatalog catalog = platform.tasks();
        TaskContext context = platform.context();
        Predicate<TaskDescription> condition = TaskQuery.parse(where);
        TaskGlob glob = TaskGlob.of(pattern);
        Predicate<TaskId> matcher = glob.matcher();
        List<TaskDescription> found = glob.literals().isPresent()
                ? glob.literals().get().stream().flatMap(id -> catalog.describe(id, context).stream()).filter(condition).toList()
                : catalog.list(context).filter(task -> matcher.test(task.id())).filter(condition).toList();
        if (isCount) {
            Map<String, Integer> counts = new TreeMap<>();
            found.forEach(task -> counts.merge(task.id().provider() + " " + task.type().code(), 1, Integer::sum));
            counts.forEach((group, count) -> out.println(group + ": " + count));
            out.println("all: " + found.size());
            return;
        }
        for (TaskDescription task : found) {
            out.println(task.id() + "  " + task.type().code() + "  d=" + task.dimension() + "  " + task.domain() + "  " + task.summary()
                    + (task.availability() instanceof Availability.Missing missing ? "  (not available: get it with: " + missing.remedy() + ")" : ""));
            if (isVerbose) {
                out.println("    " + TaskQuery.fields(task));
            }
        }
    }

    private void optimizers(PrintWriter out) {
        for (OptimizerProvider provider : platform.optimizers().providers()) {
            OptimizerDescription optimizer = provider.description();
            out.println(optimizer.id() + "  " + optimizer.family() + "  " + optimizer.summary());
            provider.unavailable(Map.of()).ifPresent(why -> out.println("    not available: " + why));
            optimizer.presets().forEach(preset -> out.println("  " + optimizer.id() + "/" + preset.id() + "  " + preset.summary()));
            if (isVerbose) {
                out.println("    version " + optimizer.version() + "; parameters " + optimizer.capabilities().parameters() + "; "
                        + optimizer.capabilities().features());
                optimizer.settings().parameters().forEach(setting -> out.println("    setting " + setting));
                optimizer.options().forEach(option -> out.println("    option " + option.name() + ": " + option.summary()));
                optimizer.papers().forEach(paper -> out.println("    paper: " + paper));
            }
        }
    }
}
