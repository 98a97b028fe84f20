package org.optbench.model.task;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the platform gives a task when it is opened.
 *
 * @param dataFolder folder with downloaded collections, one subfolder each; may not exist
 * @param workFolder folder for this task's own files of this run; may not exist yet
 * @param settings   free settings by name that the user gave, such as {@code python} or {@code device}
 */
public record TaskContext(Path dataFolder, Path workFolder, Map<String, String> settings) {

    public TaskContext {
        settings = Map.copyOf(settings);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }
}
