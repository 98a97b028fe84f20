package org.optbench.results.jdbc;

import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;

/** Brings the tables of a database up to date. */
final class Schema {

    private static final String HISTORY = "optbench_schema";
    private static final int CLAIM_TRIES = 600;

    private Schema() {
    }

    /** Makes or updates the tables; refuses a database of a newer version. */
    static void migrate(Database database) {
        Flyway flyway = flyway(database);
        try {
            if (isBehind(database, flyway)) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw Failures.translate(database.url(), e);
        }
    }

    /** Refuses a database whose tables are not those of this version. */
    static void requireCurrent(Database database) {
        Flyway flyway = flyway(database);
        try {
            if (isBehind(database, flyway)) {
                throw new StoreException(Kind.CANNOT_OPEN, "Results database '" + database.url() + "' has no results or an older schema. "
                        + "Maybe the folder is wrong, or a campaign must be run on it first, which brings it up to date.");
            }
        } catch (FlywayException e) {
            throw Failures.translate(database.url(), e);
        }
    }

    private static boolean isBehind(Database database, Flyway flyway) {
        MigrationInfoService info = flyway.info();
        Optional<MigrationInfo> future = Arrays.stream(info.all())
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS || step.getState() == MigrationState.FUTURE_FAILED).findFirst();
        if (future.isPresent()) {
            throw new StoreException(Kind.NEWER_SCHEMA, "Results database '" + database.url() + "' has schema version " + future.get().getVersion()
                    + ", which this version of the program does not know. Maybe update the program, or use another database.");
        }
        return info.pending().length > 0;
    }

    private static Flyway flyway(Database database) {
        return Flyway.configure(Schema.class.getClassLoader()).dataSource(database.pool()).locations("classpath:org/optbench/results/migration")
                .table(HISTORY).baselineOnMigrate(true).baselineVersion("0").lockRetryCount(CLAIM_TRIES).load();
    }
}
