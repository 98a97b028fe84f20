package org.optbench.tasks.surrogate;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.optbench.model.task.TaskContext;

/** Where the published surrogates stand on this machine; tests that need them are skipped where they are not. */
final class PublishedData {

    private PublishedData() {
    }

    static Path folder() {
        String named = System.getProperty("optbench.shared");
        if (named != null) {
            return Path.of(named, "data");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path data = at.resolve("shared").resolve("data");
            if (Files.isDirectory(data.resolve("yahpo"))) {
                return data;
            }
        }
        return abort("skipped: no folder shared/data with the published surrogates above " + Path.of("").toAbsolutePath());
    }

    static TaskContext context() {
        return new TaskContext(folder(), Path.of("target", "work"), Map.of());
    }
}
