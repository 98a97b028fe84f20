package org.optbench.results;

import java.nio.file.Path;
import org.optbench.results.jdbc.JdbcStores;

/** Opens results databases by JDBC URL: {@code jdbc:h2:...} or {@code jdbc:postgresql:...}. */
public final class ResultStores {

    private ResultStores() {
    }

    /**
     * Opens a database for writing; makes it and its tables when they are not there, and brings an older schema up to date. One process does that
     * while others wait.
     *
     * @throws StoreException when it cannot be opened, is read-only, or was made by a newer version
     */
    public static ResultStore open(String url, StoreOptions options) {
        return JdbcStores.open(url, options);
    }

    /**
     * Opens a database that exists for reading only, also from a folder that cannot be written.
     *
     * @throws StoreException when there is none, or its schema is not the one of this version
     */
    public static ResultReader openReader(String url, StoreOptions options) {
        return JdbcStores.openReader(url, options);
    }

    /** A URL as people may see it: without its password. */
    public static String shown(String url) {
        return JdbcStores.shown(url);
    }

    /** URL of the H2 file {@code results.mv.db} in a folder, which is made when the store is opened. */
    public static String fileIn(Path folder) {
        return "jdbc:h2:file:" + folder.toAbsolutePath().normalize().resolve("results");
    }
}
