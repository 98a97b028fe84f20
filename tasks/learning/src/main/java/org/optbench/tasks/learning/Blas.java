package org.optbench.tasks.learning;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.optbench.model.task.Availability;

/** Whether the system has the OpenBLAS that Smile's matrices need. */
final class Blas {

    private static final boolean IS_PRESENT = isPresent();

    private Blas() {
    }

    static Availability availability() {
        return IS_PRESENT ? Availability.available()
                : new Availability.Missing("The learner needs the system library OpenBLAS.", "apt-get install libopenblas-dev");
    }

    @SuppressWarnings("restricted")
    private static boolean isPresent() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(System.mapLibraryName("openblas"), arena);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
