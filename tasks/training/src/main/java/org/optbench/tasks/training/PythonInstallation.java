package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.optbench.model.task.Availability;
import org.optbench.model.task.TaskContext;

/**
 * A Python interpreter and whether it has torch, found without importing it.
 *
 * @param interpreter the program
 * @param hasTorch    whether torch and numpy are installed for it
 * @param hasCuda     whether that torch was built for CUDA
 */
record PythonInstallation(String interpreter, boolean hasTorch, boolean hasCuda) {

    /** The command that gets torch on Debian and Ubuntu. */
    static final String REMEDY = "apt-get install python3-torch python3-numpy";

    private static final Map<String, Optional<PythonInstallation>> PROBED = new ConcurrentHashMap<>();
    private static final long PROBE_SECONDS = 30;
    private static final String PROBE = """
            import glob, importlib.util as u, os
            torch = u.find_spec('torch') if u.find_spec('numpy') else None
            folders = torch.submodule_search_locations if torch else []
            print('torch' if torch else 'none', 'cuda' if any(glob.glob(os.path.join(f, 'lib', '*torch_cuda*')) for f in folders) else '')
            """;

    /**
     * The interpreter named by the setting {@code python}, by the environment variable OPTBENCH_PYTHON, or the first of the usual ones that has torch:
     * Debian's, then those on the PATH. Without torch anywhere, the first interpreter; empty without one.
     */
    static Optional<PythonInstallation> find(TaskContext context) {
        Optional<String> named = context.setting("python").or(() -> Optional.ofNullable(System.getenv("OPTBENCH_PYTHON")));
        List<PythonInstallation> found = named.map(List::of).orElseGet(PythonInstallation::candidates).stream()
                .map(PythonInstallation::probed).flatMap(Optional::stream).toList();
        return found.stream().filter(PythonInstallation::hasTorch).findFirst().or(() -> found.stream().findFirst());
    }

    /** Whether training can run: an interpreter with torch. */
    static Availability availability(TaskContext context) {
        Optional<PythonInstallation> found = find(context);
        if (found.isEmpty()) {
            return new Availability.Missing("No Python interpreter was found.", "apt-get install python3 && " + REMEDY);
        }
        return found.get().hasTorch() ? Availability.available()
                : new Availability.Missing("The interpreter '" + found.get().interpreter() + "' has no torch.",
                        REMEDY + " and set python=/usr/bin/python3, or " + found.get().interpreter() + " -m pip install torch numpy");
    }

    /** The cards that training can use: those of the machine when torch was built for CUDA, else none. */
    static List<String> cards(TaskContext context) {
        return find(context).filter(PythonInstallation::hasCuda).map(_ -> Devices.cuda()).orElse(List.of());
    }

    private static List<String> candidates() {
        List<String> candidates = new ArrayList<>(List.of("/usr/bin/python3"));
        String path = System.getenv("PATH");
        if (path != null) {
            Stream.of(path.split(java.io.File.pathSeparator)).filter(folder -> !folder.isEmpty())
                    .flatMap(folder -> Stream.of(Path.of(folder, "python3"), Path.of(folder, "python"))).map(Path::toString)
                    .filter(program -> !candidates.contains(program)).forEach(candidates::add);
        }
        return candidates.stream().filter(program -> Files.isExecutable(Path.of(program))).toList();
    }

    private static Optional<PythonInstallation> probed(String interpreter) {
        return PROBED.computeIfAbsent(interpreter, PythonInstallation::probe);
    }

    private static Optional<PythonInstallation> probe(String interpreter) {
        try {
            Process process = new ProcessBuilder(interpreter, "-c", PROBE).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII).strip();
            return process.exitValue() == 0 ? Optional.of(new PythonInstallation(interpreter, answer.startsWith("torch"), answer.endsWith("cuda")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
