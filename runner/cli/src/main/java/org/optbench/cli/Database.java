package org.optbench.cli;

import java.nio.file.Path;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.StoreOptions;
import picocli.CommandLine.Option;

/** Where results are: a folder with an embedded database, or any database of H2 or PostgreSQL. */
final class Database {

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "Folder for the database and the reports (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Option(names = "--db", paramLabel = "URL", defaultValue = "", description = "JDBC URL of H2 or PostgreSQL in place of the folder's own database.")
    @SuppressWarnings("NullAway.Init") private String url;

    @Option(names = "--db-user", defaultValue = "", description = "User of the database.")
    @SuppressWarnings("NullAway.Init") private String user;

    @Option(names = "--db-password", defaultValue = "", interactive = true, arity = "0..1",
            description = "Password of the database; asked for when no value follows. The environment variable OPTBENCH_DB_PASSWORD serves too.")
    @SuppressWarnings("NullAway.Init") private String password;

    Path folder() {
        return folder;
    }

    /** Where the results are, for messages. */
    String place() {
        return url.isEmpty() ? folder.resolve("results.mv.db").toString() : url;
    }

    ResultStore open() {
        return ResultStores.open(address(), options());
    }

    /** For reading only; a folder without a database is an error. */
    ResultReader openReader() {
        return ResultStores.openReader(address(), options());
    }

    private String address() {
        return url.isEmpty() ? ResultStores.fileIn(folder) : url;
    }

    private StoreOptions options() {
        String secret = password.isEmpty() ? System.getenv().getOrDefault("OPTBENCH_DB_PASSWORD", "") : password;
        return StoreOptions.defaults().withLogin(user, secret);
    }
}
