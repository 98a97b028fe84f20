package org.optbench.model.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All providers and decorators together: lists, describes and opens any task by its id. Safe for several threads. */
public final class TaskCatalog {

    private static final int NAMES_FOR_HINTS = 50_000;

    private final Map<String, TaskProvider> providers = new TreeMap<>();
    private final Map<String, TaskDecorator> decorators = new TreeMap<>();

    /**
     * @throws IllegalArgumentException when two providers or two decorators have one id
     */
    public TaskCatalog(Iterable<TaskProvider> providers, Iterable<TaskDecorator> decorators) {
        for (TaskProvider provider : providers) {
            TaskProvider other = this.providers.put(provider.id(), provider);
            requireUnique("Task provider", provider.id(), other, provider);
        }
        for (TaskDecorator decorator : decorators) {
            TaskDecorator other = this.decorators.put(decorator.id(), decorator);
            requireUnique("Task decorator", decorator.id(), other, decorator);
        }
    }

    /** Everything that the class loader finds. */
    public static TaskCatalog load(ClassLoader loader) {
        return new TaskCatalog(ServiceLoader.load(TaskProvider.class, loader), ServiceLoader.load(TaskDecorator.class, loader));
    }

    public List<TaskProvider> providers() {
        return List.copyOf(providers.values());
    }

    public List<TaskDecorator> decorators() {
        return List.copyOf(decorators.values());
    }

    /** The undecorated tasks of every catalogue, by provider. */
    public Stream<TaskDescription> list(TaskContext context) {
        return providers.values().stream().flatMap(provider -> provider.catalog(context));
    }

    /** The description of a task with its decorators; empty when there is no such task. */
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        TaskProvider provider = providers.get(id.provider());
        if (provider == null) {
            return Optional.empty();
        }
        Optional<TaskDescription> description = provider.describe(id, context);
        for (Decoration decoration : decorations(id)) {
            description = description.map(inner -> decoration.decorator.describe(inner, decoration.arguments));
        }
        return description;
    }

    /**
     * Opens a task with its decorators.
     *
     * @throws IllegalArgumentException when there is no such task or decorator; the message names near ones
     * @throws TaskUnavailableException when something it needs is missing
     */
    public Task open(TaskId id, TaskContext context) {
        TaskProvider provider = providers.get(id.provider());
        if (provider == null) {
            throw unknown(id, context);
        }
        List<Decoration> decorations = decorations(id);
        TaskDescription known = provider.describe(id, context).orElseThrow(() -> unknown(id, context));
        if (known.availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(id, missing);
        }
        Task task = provider.open(TaskId.of(id.base()), context);
        for (Decoration decoration : decorations) {
            task = decoration.decorator.decorate(task, decoration.arguments);
        }
        return task;
    }

    /** The error for an id that no provider knows, with near ids. */
    public IllegalArgumentException unknown(TaskId id, TaskContext context) {
        if (!providers.containsKey(id.provider())) {
            return new IllegalArgumentException("Task '" + id + "': no provider has the id '" + id.provider() + "'. "
                    + Suggest.hint(id.provider(), providers.keySet(), "use one of " + providers.keySet() + " or put its jar into plugins/."));
        }
        List<String> names = providers.get(id.provider()).catalog(context).limit(NAMES_FOR_HINTS).map(task -> task.id().text()).toList();
        return new IllegalArgumentException("Task '" + id + "': provider '" + id.provider() + "' has no such task. "
                + Suggest.hint(id.base(), names, "list them: optbench list tasks '" + id.provider() + "/**'"));
    }

    private List<Decoration> decorations(TaskId id) {
        List<Decoration> found = new ArrayList<>();
        for (String text : id.decorators()) {
            int open = text.indexOf('(');
            String name = text.substring(0, open);
            TaskDecorator decorator = decorators.get(name);
            if (decorator == null) {
                throw new IllegalArgumentException("Task '" + id + "': there is no decorator '" + name + "'. "
                        + Suggest.hint(name, decorators.keySet(), "use one of " + decorators.keySet() + "."));
            }
            String inside = text.substring(open + 1, text.length() - 1).strip();
            found.add(new Decoration(decorator, inside.isEmpty() ? List.of() : List.of(inside.split("\\s*,\\s*"))));
        }
        return found;
    }

    private static void requireUnique(String what, String id, @Nullable Object other, Object provider) {
        if (other != null) {
            throw new IllegalArgumentException(what + " id '" + id + "' belongs to both " + other.getClass().getName() + " and "
                    + provider.getClass().getName() + ": ids must be unique. Maybe one jar is on the class path twice.");
        }
    }

    private record Decoration(TaskDecorator decorator, List<String> arguments) {
    }
}
