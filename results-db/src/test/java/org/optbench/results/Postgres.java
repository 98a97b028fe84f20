package org.optbench.results;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL for tests: the one of OPTBENCH_TEST_POSTGRES_URL (user and password in the URL), or else one started here. */
final class Postgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    private Postgres() {
    }

    /** URL of a new empty schema, user and password included; the test is skipped where there is no server. */
    static synchronized String newDatabase() {
        String name = "optbench_test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        String url = System.getenv("OPTBENCH_TEST_POSTGRES_URL");
        if (url == null || url.isEmpty()) {
            url = embedded();
        }
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new AssertionError("PostgreSQL of OPTBENCH_TEST_POSTGRES_URL cannot be used", e);
        }
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    private static String embedded() {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("max_connections", "200").start();
            }
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException | RuntimeException e) {
            System.err.println("No PostgreSQL: OPTBENCH_TEST_POSTGRES_URL is not set and none could be started (" + e + ").");
            return abort("No PostgreSQL: set OPTBENCH_TEST_POSTGRES_URL to run this test.");
        }
    }
}
