package org.optbench.tasks.testkit;

import static org.optbench.tasks.testkit.Check.require;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;

/** The contract of a task provider: its catalogue, then each of some tasks. */
public final class TaskChecks {

    private static final int SAMPLES = 12;
    private static final int LISTED = 20_000;
    private static final int DESCRIBED = 300;

    private final TaskProvider provider;
    private final TaskContext context;
    private final List<String> samples;
    private final int configurations;

    /**
     * @param samples        ids to open and evaluate; empty to spread the choice over the catalogue
     * @param configurations random configurations to evaluate per task, at least 2
     */
    public TaskChecks(TaskProvider provider, TaskContext context, List<String> samples, int configurations) {
        if (configurations < 2) {
            throw new IllegalArgumentException("Configurations per task " + configurations + ": at least 2 are needed.");
        }
        this.provider = provider;
        this.context = context;
        this.samples = List.copyOf(samples);
        this.configurations = configurations;
    }

    /** Runs every check. */
    public ContractReport report() {
        return ContractReport.run(provider.id(), checks());
    }

    /** The checks, those on the catalogue first. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("catalogue: ids are unique and begin with the provider's id", this::uniqueIds));
        checks.add(new Check("catalogue: listed twice it is the same", this::stableCatalogue));
        checks.add(new Check("catalogue: each description is the one that describe gives", this::describeAgrees));
        checks.add(new Check("catalogue: unknown ids are neither described nor opened", this::unknownRefused));
        for (TaskDescription task : sampled()) {
            if (task.isAvailable()) {
                checks.addAll(new TaskCaseChecks(provider, context, task, configurations).checks());
            } else {
                checks.add(new Check(task.id() + ": what is missing is said on opening", () -> unavailableRefused(task)));
            }
        }
        return checks;
    }

    private List<TaskDescription> sampled() {
        if (!samples.isEmpty()) {
            return samples.stream().map(id -> provider.describe(TaskId.of(id), context)
                    .orElseThrow(() -> new IllegalArgumentException("Sample '" + id + "': the provider does not describe it."))).toList();
        }
        List<TaskDescription> all = catalogue();
        int count = Math.min(SAMPLES, all.size());
        List<TaskDescription> spread = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            spread.add(all.get((int) ((long) i * all.size() / count)));
        }
        return spread;
    }

    private List<TaskDescription> catalogue() {
        try (Stream<TaskDescription> all = provider.catalog(context)) {
            return all.limit(LISTED).toList();
        }
    }

    private void uniqueIds() {
        Set<String> seen = new HashSet<>();
        for (TaskDescription task : catalogue()) {
            require(seen.add(task.id().text()), "Id '%s' is listed twice.", task.id());
            require(task.id().provider().equals(provider.id()), "Id '%s' does not begin with '%s'.", task.id(), provider.id());
            require(task.id().decorators().isEmpty(), "Id '%s' carries decorators: a catalogue lists undecorated tasks.", task.id());
            require(!task.version().isBlank() && !task.summary().isBlank(), "Task '%s' needs a version and a summary.", task.id());
        }
        require(!seen.isEmpty(), "The catalogue of '%s' is empty.", provider.id());
    }

    private void stableCatalogue() {
        require(catalogue().equals(catalogue()), "Listed a second time the catalogue of '%s' differs.", provider.id());
    }

    private void describeAgrees() {
        List<TaskDescription> all = catalogue();
        int step = Math.max(1, all.size() / DESCRIBED);
        for (int i = 0; i < all.size(); i += step) {
            Optional<TaskDescription> described = provider.describe(all.get(i).id(), context);
            require(described.equals(Optional.of(all.get(i))), "describe(%s) gives %s, the catalogue %s.", all.get(i).id(), described, all.get(i));
        }
    }

    private void unknownRefused() {
        for (String rest : List.of("", "/no-such-task", "/no/such/task/at/all/1", "/f0/d0/i0", "/-1")) {
            TaskId unknown = TaskId.of(provider.id() + rest);
            if (catalogue().stream().anyMatch(task -> task.id().equals(unknown))) {
                continue;
            }
            require(provider.describe(unknown, context).isEmpty(), "describe(%s) gives a description of a task that does not exist.", unknown);
            try (Task opened = provider.open(unknown, context)) {
                throw new AssertionError("open(" + unknown + ") opened " + opened.description().id() + " instead of refusing.");
            } catch (IllegalArgumentException refused) {
                require(String.valueOf(refused.getMessage()).contains(unknown.text()), "The refusal of '%s' does not name it: %s", unknown,
                        String.valueOf(refused.getMessage()));
            }
        }
    }

    private void unavailableRefused(TaskDescription task) {
        try (Task opened = provider.open(task.id(), context)) {
            throw new AssertionError("open(" + task.id() + ") opened " + opened.description().id() + ", but its description says it is unavailable.");
        } catch (TaskUnavailableException refused) {
            require(String.valueOf(refused.getMessage()).contains(task.id().text()), "The refusal of '%s' does not name it.", task.id());
        }
    }
}
