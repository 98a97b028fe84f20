package org.optbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.StoreOptions;
import picocli.CommandLine.Option;

/** Where results are: a folder with an embedded database, or any database of H2 or PostgreSQL. */
final class Database {

    private static final String PASSWORD_VARIABLE = "OPTBENCH_DB_PASSWORD";

    @Option(names = "--results", paramLabel = "DIR", defaultValue = "results",
            description = "Folder for the database and the reports (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Option(names = "--db", paramLabel = "URL", defaultValue = "", description = "JDBC URL of H2 or PostgreSQL in place of the folder's own database.")
    @SuppressWarnings("NullAway.Init") private String url;

    @Option(names = "--db-user", defaultValue = "", description = "User of the database.")
    @SuppressWarnings("NullAway.Init") private String user;

    @Option(names = "--db-password", defaultValue = "", interactive = true, arity = "0..1",
            description = "Password of the database; asked for when no value follows. The environment variable " + PASSWORD_VARIABLE + " serves too.")
    @SuppressWarnings("NullAway.Init") private String password;

    Path folder() {
        return folder;
    }

    /** Where the results are, for messages. */
    String place() {
        return url.isEmpty() ? folder.resolve("results.mv.db").toString() : ResultStores.shown(url);
    }

    ResultStore open() {
        return open(StoreOptions.defaults());
    }

    ResultStore open(StoreOptions options) {
        return ResultStores.open(address(), options.withLogin(user, secret()));
    }

    /** For reading only; a folder without a database is an error. */
    ResultReader openReader() {
        return ResultStores.openReader(address(), StoreOptions.defaults().withLogin(user, secret()));
    }

    private String address() {
        return url.isEmpty() ? ResultStores.fileIn(folder) : url;
    }

    /** Whether other machines reach it. */
    boolean isServer() {
        return url.startsWith("jdbc:postgresql:") || url.startsWith("jdbc:h2:tcp:") || url.startsWith("jdbc:h2:ssl:");
    }

    /** The options again, for another process; the password goes through the {@link #environment}. */
    List<String> arguments() {
        List<String> words = new ArrayList<>(List.of("--results", folder.toAbsolutePath().toString()));
        if (!url.isEmpty()) {
            words.addAll(List.of("--db", url));
        }
        if (!user.isEmpty()) {
            words.addAll(List.of("--db-user", user));
        }
        return words;
    }

    /** Variables that another process needs to reach the database. */
    Map<String, String> environment() {
        return secret().isEmpty() ? Map.of() : Map.of(PASSWORD_VARIABLE, secret());
    }

    private String secret() {
        return password.isEmpty() ? System.getenv().getOrDefault(PASSWORD_VARIABLE, "") : password;
    }
}
