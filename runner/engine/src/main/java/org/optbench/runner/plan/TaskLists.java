package org.optbench.runner.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optbench.model.task.Suggest;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;

/**
 * The named lists of tasks: those of the providers, and the files {@code NAME.tasks} of a folder (one id a line, {@code #} begins a comment), which win
 * over providers' lists of the same name.
 */
public final class TaskLists {

    private static final String EXTENSION = ".tasks";

    private final Map<String, TaskList> lists = new TreeMap<>();

    public TaskLists(TaskCatalog catalog, Path folder) {
        catalog.providers().forEach(provider -> provider.lists().forEach(list -> lists.put(list.name(), list)));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(EXTENSION)).sorted().forEach(file -> {
                    TaskList list = read(file);
                    lists.put(list.name(), list);
                });
            } catch (IOException e) {
                throw new IllegalArgumentException("Folder of task lists '" + folder + "' cannot be read: " + e.getMessage(), e);
            }
        }
    }

    public List<TaskList> all() {
        return List.copyOf(lists.values());
    }

    /**
     * @param name a known name, or the path of a {@code .tasks} file
     * @throws IllegalArgumentException when there is no such list, with near names
     */
    public TaskList get(String name) {
        if (name.endsWith(EXTENSION)) {
            return read(Path.of(name));
        }
        TaskList list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("Task list '" + name + "' is unknown. "
                    + Suggest.hint(name, lists.keySet(), "name a file that ends in .tasks, or list them: optbench list subsets"));
        }
        return list;
    }

    /** Reads a list file; its name is the file's. */
    public static TaskList read(Path file) {
        try {
            List<TaskId> ids = new ArrayList<>();
            String summary = "";
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#") && summary.isEmpty()) {
                    summary = line.substring(1).strip();
                }
                String id = line.replaceFirst("\\s*#.*$", "").strip();
                if (!id.isEmpty()) {
                    ids.add(TaskId.of(id));
                }
            }
            return new TaskList(String.valueOf(file.getFileName()).replaceFirst("\\.tasks$", ""), summary, ids);
        } catch (IOException e) {
            throw new IllegalArgumentException("Task list file '" + file + "' cannot be read: " + e, e);
        }
    }

    /** Writes a list as a file that {@link #read} reads. */
    public static void write(TaskList list, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# " + list.summary());
        list.tasks().forEach(id -> lines.add(id.text()));
        Files.write(file, lines);
    }
}
