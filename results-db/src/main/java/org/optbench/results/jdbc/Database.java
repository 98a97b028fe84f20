package org.optbench.results.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderNameCase;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.optbench.results.StoreException;
import org.optbench.results.StoreOptions;

/** A pool of connections to one database, and how to work on it: in transactions, tried again while the database is away. */
final class Database implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("org.optbench.results");
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final Duration WORTH_TELLING = Duration.ofSeconds(1);
    private static final long CONNECTION_MILLIS = 3_000;

    private final String url;
    private final StoreOptions options;
    private final SQLDialect dialect;
    private final HikariDataSource pool;
    private final Object pauses = new Object();
    private volatile boolean isHurried;
    private volatile @Nullable Throwable trouble;

    Database(String url, String source, StoreOptions options) {
        this.url = url;
        this.options = options;
        this.dialect = JdbcUrls.isPostgres(url) ? SQLDialect.POSTGRES : SQLDialect.H2;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(source);
        if (!options.user().isEmpty()) {
            config.setUsername(options.user());
            config.setPassword(options.password());
        }
        config.setPoolName("optbench-results");
        config.setMaximumPoolSize(options.connections());
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(CONNECTION_MILLIS);
        config.setInitializationFailTimeout(-1);
        this.pool = new HikariDataSource(config);
    }

    String url() {
        return url;
    }

    StoreOptions options() {
        return options;
    }

    boolean isPostgres() {
        return dialect == SQLDialect.POSTGRES;
    }

    HikariDataSource pool() {
        return pool;
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    DSLContext sql(Connection connection) {
        Settings settings = new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withRenderNameCase(RenderNameCase.AS_IS)
                .withRenderSchema(false).withInListPadding(true);
        return DSL.using(connection, dialect, settings);
    }

    /** Runs work in a transaction, again and again while the database is away, until the patience is at its end. */
    <T> T transact(Function<DSLContext, T> work) {
        Retry retry = retry();
        while (true) {
            try {
                T result = once(work);
                retry.passed();
                return result;
            } catch (SQLException | DataAccessException e) {
                if (!Failures.mayPass(e) || !retry.pause(e)) {
                    throw Failures.translate(url, e);
                }
            }
        }
    }

    /** The same for what others build on: when it returns, the outcome survives the end of the machine. */
    <T> T transactDurably(Function<DSLContext, T> work) {
        Retry retry = retry();
        while (true) {
            try {
                T result = once(work);
                retry.passed();
                try (Connection connection = connection()) {
                    harden(connection);
                }
                return result;
            } catch (SQLException | DataAccessException e) {
                if (!Failures.mayPass(e) || !retry.pause(e)) {
                    throw Failures.translate(url, e);
                }
            }
        }
    }

    /** One prepared statement executed for many rows of values; rows changed by each. */
    static int[] batch(DSLContext sql, String statement, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        return sql.connectionResult(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        prepared.setObject(i + 1, row[i]);
                    }
                    prepared.addBatch();
                }
                return prepared.executeBatch();
            }
        });
    }

    /** Makes everything that is committed survive the end of the machine. PostgreSQL does so at each commit. */
    void harden(Connection connection) throws SQLException {
        if (!isPostgres()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("CHECKPOINT SYNC");
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T once(Function<DSLContext, T> work) throws SQLException {
        try (Connection connection = connection()) {
            try {
                T result = work.apply(sql(connection));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    static void rollBack(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    Retry retry() {
        return new Retry(options.patience());
    }

    /** What is being waited out at the moment; empty when all is well. */
    Optional<String> trouble() {
        Throwable now = trouble;
        return now == null ? Optional.empty() : Optional.of(String.valueOf(Failures.translate(url, now).getMessage()));
    }

    /** From now on troubles are not waited out. */
    void hurry() {
        isHurried = true;
        synchronized (pauses) {
            pauses.notifyAll();
        }
    }

    /** Pauses that grow, until patience is at its end; a trouble that lasts is told once. */
    final class Retry {

        private final Duration patience;
        private final long begin = System.nanoTime();
        private Duration next = FIRST_PAUSE;
        private boolean isTold;
        private boolean hasPaused;

        private Retry(Duration patience) {
            this.patience = patience;
        }

        /** Tells that the work is done after all. */
        void passed() {
            if (hasPaused) {
                trouble = null;
            }
            if (isTold) {
                LOGGER.log(System.Logger.Level.WARNING, () -> "Results database '" + url + "': it is back after "
                        + Math.round((System.nanoTime() - begin) / 1e9) + " s, going on.");
            }
        }

        /** Sleeps; false when it is no use any more. */
        boolean pause(Throwable reason) {
            trouble = reason;
            hasPaused = true;
            reopen();
            long waited = System.nanoTime() - begin;
            if (!isTold && waited >= WORTH_TELLING.toNanos()) {
                isTold = true;
                LOGGER.log(System.Logger.Level.WARNING, () -> Failures.translate(url, reason).getMessage() + " Trying again for up to "
                        + patience.toSeconds() + " s; nothing is lost.");
            }
            if (isHurried || waited + next.toNanos() > patience.toNanos()) {
                return false;
            }
            try {
                sleep(next.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            Duration doubled = next.multipliedBy(2);
            next = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            return true;
        }
    }

    private void sleep(long nanos) throws InterruptedException {
        long end = System.nanoTime() + nanos;
        synchronized (pauses) {
            for (long left = nanos; left > 0 && !isHurried; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(pauses, left);
            }
        }
    }

    /** An embedded database closes itself when it cannot write and is opened again only when no connection to the closed one is left. */
    private void reopen() {
        if (pool.getHikariPoolMXBean() != null) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    StoreException unknown(String what) {
        return new StoreException(StoreException.Kind.UNKNOWN, "Results database '" + url + "' knows no " + what + ". Maybe it is another database.");
    }
}
