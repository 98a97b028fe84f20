package org.optbench.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names of optimizers as names of folders. */
final class Names {

    private Names() {
    }

    /** Letters, digits and {@code . _ + -}; anything else becomes a dash. */
    static String of(String variant) {
        return variant.replaceAll("[^A-Za-z0-9._+-]+", "-");
    }

    /** The folder, made anew; one that holds something is never written into. */
    static Path fresh(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new IllegalArgumentException("Folder '" + folder + "' exists already, and data of another export must not be mixed with this one."
                    + " Maybe choose another folder.");
        }
        return Files.createDirectories(folder);
    }
}
