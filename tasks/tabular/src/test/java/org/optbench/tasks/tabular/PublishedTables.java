package org.optbench.tasks.tabular;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.optbench.model.task.TaskContext;

/** Where the published tables stand on this machine; tests that need them are skipped where they are not. */
final class PublishedTables {

    private PublishedTables() {
    }

    static Path folder() {
        String named = System.getProperty("optbench.shared");
        if (named != null) {
            return Path.of(named, "data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared").resolve("data");
            if (Files.isDirectory(data.resolve("tabular"))) {
                return data;
            }
        }
        return abort("skipped: no folder shared/data with the published tables above " + Path.of("").toAbsolutePath());
    }

    static TaskContext context() {
        return new TaskContext(folder(), Path.of("target", "work"), Map.of());
    }
}
