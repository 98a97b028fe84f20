package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of this process's own, which tests may restart; tests are skipped where none is installed. */
final class PostgresServer {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static @Nullable PostgresServer shared;

    private final Path script;
    private final Path folder;
    private final String url;

    private PostgresServer(Path script, Path folder, String url) {
        this.script = script;
        this.folder = folder;
        this.url = url;
    }

    static synchronized PostgresServer get() {
        PostgresServer server = shared;
        if (server == null) {
            server = start();
            shared = server;
        }
        return server;
    }

    private static PostgresServer start() {
        Path script = script();
        try {
            Path folder = Files.createTempDirectory("optbench-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            String answer = call(script, "start", folder);
            String url = answer.lines().filter(line -> line.startsWith("OPTBENCH_TEST_POSTGRES_URL=")).findFirst().orElse("");
            if (url.isEmpty()) {
                System.err.println("No PostgreSQL, tests that need it are skipped: " + answer.strip());
                return abort("No PostgreSQL: " + answer.strip());
            }
            PostgresServer server = new PostgresServer(script, folder, url.substring(url.indexOf('=') + 1));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Path script() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path script = at.resolve(".ci/services/postgres.sh");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        System.err.println("No .ci/services/postgres.sh above the working folder, tests that need PostgreSQL are skipped.");
        return abort("No .ci/services/postgres.sh");
    }

    /** URL of a new empty schema, with user and password. */
    String newDatabase() throws SQLException {
        String name = "optbench_test_" + SCHEMAS.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        return url + "&currentSchema=" + name;
    }

    /** Ends the server as a crash does and starts it again. */
    void crash() throws IOException, InterruptedException {
        call(script, "restart", folder);
    }

    private void stop() {
        try {
            call(script, "stop", folder);
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> assertThat(file.toFile().delete()).isTrue());
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String call(Path script, String action, Path folder) throws IOException, InterruptedException {
        Path log = Files.createTempFile("optbench-postgres", ".log");
        Process process = new ProcessBuilder(script.toString(), action, folder.toString()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        String answer = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        return answer;
    }
}
