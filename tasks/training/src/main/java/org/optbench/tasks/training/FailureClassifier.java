package org.optbench.tasks.training;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.optbench.model.FailureKind;

/** Tells why a worker ended: by the status it wrote, else by its exit code, else by the last lines of its log. */
final class FailureClassifier {

    /** Exit codes and status words of the platform's own workers. */
    private static final Map<String, FailureKind> KINDS = Map.of("out-of-memory", FailureKind.OUT_OF_MEMORY, "nan-loss", FailureKind.NOT_A_NUMBER,
            "unavailable", FailureKind.UNAVAILABLE, "invalid-arguments", FailureKind.INVALID_SUGGESTION, "crash", FailureKind.CRASH);
    private static final Map<Integer, FailureKind> EXIT_CODES = Map.of(71, FailureKind.OUT_OF_MEMORY, 72, FailureKind.NOT_A_NUMBER, 69,
            FailureKind.UNAVAILABLE, 64, FailureKind.INVALID_SUGGESTION);
    private static final List<String> OUT_OF_MEMORY = List.of("out of memory", "outofmemoryerror", "memoryerror", "can't allocate memory",
            "cannot allocate memory", "std::bad_alloc", "not enough memory", "cuda_error_out_of_memory");
    private static final Pattern NOT_A_NUMBER = Pattern.compile("\\b(nan|inf(inite)?)\\b.{0,40}\\bloss\\b|\\bloss\\b.{0,40}\\b(nan|inf(inite)?|not finite)\\b");
    private static final int KILLED = 137;

    private FailureClassifier() {
    }

    static FailureKind ofStatus(String word) {
        return KINDS.getOrDefault(word, FailureKind.CRASH);
    }

    /**
     * The kind of an end with a code other than 0. A kill by signal 9 that did not come from the platform is the kernel's answer to memory shortage.
     *
     * @param exitCode of the process; 128 + signal for one that a signal ended
     * @param log      its last lines
     */
    static FailureKind ofExit(int exitCode, String log) {
        FailureKind known = EXIT_CODES.get(exitCode);
        if (known != null) {
            return known;
        }
        String lower = log.toLowerCase(Locale.ROOT);
        if (exitCode == KILLED || OUT_OF_MEMORY.stream().anyMatch(lower::contains)) {
            return FailureKind.OUT_OF_MEMORY;
        }
        return NOT_A_NUMBER.matcher(lower).find() ? FailureKind.NOT_A_NUMBER : FailureKind.CRASH;
    }
}
