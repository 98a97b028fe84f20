package org.optbench.tasks.data;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One file of a collection.
 *
 * @param path   where it stands in the data folder, with slashes; never outside of it
 * @param source the file itself, or the zip archive that holds it
 * @param entry  its path inside the archive without the archive's first folder; empty when the source is the file itself
 * @param size   bytes, where known
 * @param sha256 checksum in lower-case hexadecimal, where known
 */
public record DataFile(String path, URI source, Optional<String> entry, OptionalLong size, Optional<String> sha256) {

    public DataFile {
        if (path.isBlank() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
            throw new IllegalArgumentException("Path '" + path + "' of a data file: it must stay inside the data folder.");
        }
        if (sha256.isPresent() && !sha256.get().matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Checksum '" + sha256.get() + "' of " + path + ": a SHA-256 has 64 hexadecimal digits.");
        }
    }

    /** Name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
