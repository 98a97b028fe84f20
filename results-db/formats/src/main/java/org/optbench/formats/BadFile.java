package org.optbench.formats;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.optbench.results.StoreException;

/** The error for a file that is not what it should be: names the file, the line, the rule, and what may help. */
final class BadFile {

    private BadFile() {
    }

    static StoreException of(Path file, String problem, String help) {
        return of(file, problem, help, null);
    }

    static StoreException of(Path file, String problem, String help, @Nullable Throwable cause) {
        return new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "': " + problem + " Maybe " + help, cause);
    }

    static StoreException at(Path file, long line, String problem, String help) {
        return new StoreException(StoreException.Kind.BAD_FILE, "File '" + file + "', line " + line + ": " + problem + " Maybe " + help);
    }
}
