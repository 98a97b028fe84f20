package org.optbench.results.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;
import org.optbench.results.StoreOptions;

/** Opens stores and readers. */
public final class JdbcStores {

    static {
        // H2 lets other processes of this machine in through a socket; it needs no other interface than the loopback. A setting of the user stays.
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        // Where several class loaders are at work, drivers are not found by themselves.
        for (String driver : new String[]{"org.h2.Driver", "org.postgresql.Driver"}) {
            try {
                Class.forName(driver);
            } catch (ClassNotFoundException e) {
                System.getLogger(JdbcStores.class.getName()).log(System.Logger.Level.DEBUG, "No driver " + driver, e);
            }
        }
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private JdbcStores() {
    }

    /** The URL as messages show it: without a password. */
    public static String shown(String url) {
        return JdbcUrls.shown(url);
    }

    public static ResultStore open(String url, StoreOptions options) {
        JdbcUrls.require(url);
        prepareFolder(url);
        try (Connection first = probe(url, JdbcUrls.complete(url, false), options)) {
            return open(url, options, first);
        } catch (SQLException e) {
            throw Failures.translate(JdbcUrls.shown(url), e);
        }
    }

    public static ResultReader openReader(String url, StoreOptions options) {
        JdbcUrls.require(url);
        String source = JdbcUrls.complete(JdbcUrls.isH2File(url) && isFrozen(url) ? JdbcUrls.frozen(url) : url, true);
        try (Connection first = probe(url, source, options)) {
            first.rollback();
            return openReader(new Database(JdbcUrls.shown(url), source, options));
        } catch (SQLException e) {
            throw Failures.translate(JdbcUrls.shown(url), e);
        }
    }

    private static ResultStore open(String url, StoreOptions options, Connection first) throws SQLException {
        Database database = new Database(JdbcUrls.shown(url), JdbcUrls.complete(url, false), options);
        try {
            first.rollback();
            Schema.migrate(database);
            return new JdbcResultStore(database);
        } catch (RuntimeException e) {
            database.close();
            throw Failures.translate(JdbcUrls.shown(url), e);
        }
    }

    private static ResultReader openReader(Database database) {
        try {
            Schema.requireCurrent(database);
            return new JdbcResultReader(database, true);
        } catch (RuntimeException e) {
            database.close();
            throw Failures.translate(database.url(), e);
        }
    }

    /** The first connection, past the pool, which would try a wrong password for long; kept until the pool has its own. */
    private static Connection probe(String url, String source, StoreOptions options) {
        try {
            Connection connection = options.user().isEmpty() ? DriverManager.getConnection(source)
                    : DriverManager.getConnection(source, options.user(), options.password());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            Kind kind = Failures.kind(e);
            if (kind == Kind.READ_ONLY || kind == Kind.DISK_FULL) {
                throw Failures.translate(JdbcUrls.shown(url), e);
            }
            throw new StoreException(Kind.CANNOT_OPEN, "Results database '" + JdbcUrls.shown(url) + "' cannot be opened (" + Failures.firstLine(e)
                    + "). Maybe the path, the server, the user or the password is wrong, or another process holds the file.", e);
        }
    }

    private static void prepareFolder(String url) {
        if (!JdbcUrls.isH2File(url)) {
            return;
        }
        Path folder = JdbcUrls.file(url).toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw cannotWrite(url, folder, e);
        }
        if (folder != null && !Files.isWritable(folder)) {
            throw cannotWrite(url, folder, null);
        }
    }

    private static StoreException cannotWrite(String url, Path folder, @Nullable IOException cause) {
        return new StoreException(Kind.READ_ONLY, "Results database '" + JdbcUrls.shown(url) + "': the folder '" + folder + "' cannot be written"
                + (cause == null ? "" : " (" + cause + ")") + ". Maybe choose another folder or change its rights.", cause);
    }

    private static boolean isFrozen(String url) {
        Path data = Path.of(JdbcUrls.file(url) + ".mv.db");
        Path folder = data.toAbsolutePath().getParent();
        return Files.exists(data) && (!Files.isWritable(data) || (folder != null && !Files.isWritable(folder)));
    }
}
