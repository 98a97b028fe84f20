package org.optbench.tasks.systems.database;

import java.sql.Connection;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.SearchSpace;

/** The settings as a search space, and a configuration as arguments of the measured program. The defaults are those of H2. */
final class DatabaseKnobs {

    private static final String STORAGE = "storage";
    private static final String CACHE = "cache_kb";
    private static final String PAGE = "page_size";
    private static final String DELAY = "write_delay_ms";
    private static final String RETENTION = "retention_ms";
    private static final String COMPRESS = "compress";
    private static final String FILL = "compact_fill_rate";
    private static final String REUSE = "reuse_space";
    private static final String LOCK_MODE = "lock_mode";
    private static final String FILE_LOCK = "file_lock";
    private static final String ISOLATION = "isolation";
    private static final String QUERIES = "query_cache";
    private static final String ROWS = "max_memory_rows";
    private static final String CLIENTS = "clients";
    private static final String COMMIT = "commit_every";

    private DatabaseKnobs() {
    }

    static SearchSpace space() {
        return SearchSpace.of(CategoricalParameter.of(STORAGE, "file", "async", "nioMapped"), IntParameter.log(CACHE, 64, 131_072).withDefault(16_384),
                new OrdinalParameter(PAGE, List.of("512", "1024", "2048", "4096", "8192", "16384", "32768"), "4096"),
                IntParameter.linear(DELAY, 0, 2000).withDefault(500), IntParameter.linear(RETENTION, 0, 60_000).withDefault(45_000),
                CategoricalParameter.of(COMPRESS, "false", "true"), IntParameter.linear(FILL, 0, 95).withDefault(90),
                CategoricalParameter.of(REUSE, "true", "false"), CategoricalParameter.of(LOCK_MODE, "3", "1", "0"),
                CategoricalParameter.of(FILE_LOCK, "FILE", "FS", "NO"),
                new OrdinalParameter(ISOLATION, List.of("read-uncommitted", "read-committed", "repeatable-read", "serializable"), "read-committed"),
                IntParameter.linear(QUERIES, 0, 64).withDefault(8), IntParameter.log(ROWS, 10, 100_000).withDefault(40_000),
                IntParameter.linear(CLIENTS, 1, 4), IntParameter.log(COMMIT, 1, 200).withDefault(1));
    }

    /** The arguments: mix, prefix, settings, transactions, clients, transactions a commit, isolation. */
    static List<String> arguments(String mix, long transactions, Configuration configuration) {
        String settings = ";CACHE_SIZE=" + configuration.whole(CACHE) + ";PAGE_SIZE=" + configuration.choice(PAGE) + ";WRITE_DELAY="
                + configuration.whole(DELAY) + ";RETENTION_TIME=" + configuration.whole(RETENTION) + ";COMPRESS=" + configuration.choice(COMPRESS)
                + ";AUTO_COMPACT_FILL_RATE=" + configuration.whole(FILL) + ";REUSE_SPACE=" + configuration.choice(REUSE) + ";LOCK_MODE="
                + configuration.choice(LOCK_MODE) + ";FILE_LOCK=" + configuration.choice(FILE_LOCK) + ";QUERY_CACHE_SIZE="
                + configuration.whole(QUERIES) + ";MAX_MEMORY_ROWS=" + configuration.whole(ROWS) + ";LOCK_TIMEOUT=10000";
        return List.of(mix, configuration.choice(STORAGE) + ":", settings, Long.toString(transactions), Long.toString(configuration.whole(CLIENTS)),
                Long.toString(configuration.whole(COMMIT)), Integer.toString(isolation(configuration.choice(ISOLATION))));
    }

    private static int isolation(String name) {
        return switch (name) {
            case "read-uncommitted" -> Connection.TRANSACTION_READ_UNCOMMITTED;
            case "repeatable-read" -> Connection.TRANSACTION_REPEATABLE_READ;
            case "serializable" -> Connection.TRANSACTION_SERIALIZABLE;
            default -> Connection.TRANSACTION_READ_COMMITTED;
        };
    }
}
