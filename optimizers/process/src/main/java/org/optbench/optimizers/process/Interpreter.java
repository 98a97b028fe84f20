package org.optbench.optimizers.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Finds a Python that can import a package. */
final class Interpreter {

    private static final List<String> USUAL = List.of("python3", "/usr/bin/python3", "python");
    private static final int SECONDS = 60;
    private static final Map<String, Optional<String>> FOUND = new ConcurrentHashMap<>();

    private Interpreter() {
    }

    /** The interpreter asked for, or the first of the usual ones, that imports the package; an empty package asks for any Python 3. */
    static Optional<String> with(String pack, Optional<String> wanted) {
        return FOUND.computeIfAbsent(wanted.orElse("") + " " + pack,
                _ -> wanted.map(List::of).orElse(USUAL).stream().filter(python -> imports(python, pack)).findFirst());
    }

    private static boolean imports(String python, String pack) {
        try {
            Process process = new ProcessBuilder(python, "-c", pack.isEmpty() ? "import sys; sys.exit(sys.version_info < (3, 9))" : "import " + pack)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
