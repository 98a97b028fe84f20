package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.ATTEMPT;
import static org.optbench.results.jdbc.schema.Tables.ATTEMPT_USAGE;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_REVISION;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_RUN;
import static org.optbench.results.jdbc.schema.Tables.OPTIMIZER_VARIANT;
import static org.optbench.results.jdbc.schema.Tables.PROVENANCE;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.SKIPPED_PAIR;
import static org.optbench.results.jdbc.schema.Tables.TARGET_HIT;
import static org.optbench.results.jdbc.schema.Tables.TASK_SNAPSHOT;
import static org.optbench.results.jdbc.schema.Tables.TRIAL;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.optbench.model.task.TaskClock;
import org.optbench.results.AskRecord;
import org.optbench.results.AttemptRecord;
import org.optbench.results.CampaignProgress;
import org.optbench.results.CampaignRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.Provenance;
import org.optbench.results.ProvenanceGroup;
import org.optbench.results.ResultReader;
import org.optbench.results.RunEvent;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunTrials;
import org.optbench.results.RunView;
import org.optbench.results.SkippedPair;
import org.optbench.results.TargetHit;
import org.optbench.results.TrialFailure;
import org.optbench.results.TrialRecord;

/** The reader over JDBC. */
final class JdbcResultReader implements ResultReader {

    private static final int PAGE = 1000;
    private static final int ROWS_AT_ONCE = 50_000;
    private static final long LARGEST_GAP = 16;

    private final Database database;
    private final boolean owner;
    private final RunRows rows = new RunRows();

    JdbcResultReader(Database database, boolean owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public List<CampaignRecord> campaigns() {
        return database.transact(sql -> sql.select(CAMPAIGN.NAME, CAMPAIGN_REVISION.SPECIFICATION, CAMPAIGN_REVISION.REGISTERED).from(CAMPAIGN)
                .join(CAMPAIGN_REVISION).on(CAMPAIGN_REVISION.CAMPAIGN_ID.eq(CAMPAIGN.ID))
                .where(CAMPAIGN_REVISION.REVISION.eq(DSL.select(DSL.max(CAMPAIGN_REVISION.as("latest").REVISION)).from(CAMPAIGN_REVISION.as("latest"))
                        .where(CAMPAIGN_REVISION.as("latest").CAMPAIGN_ID.eq(CAMPAIGN.ID))))
                .fetch(row -> new CampaignRecord(row.value1(), row.value2(), row.value3().toInstant())))
                .stream().sorted(Comparator.comparing(CampaignRecord::name)).toList();
    }

    @Override
    public CampaignProgress progress(String campaign) {
        return database.transact(sql -> {
            long id = campaignId(sql, campaign);
            Map<RunStatus, long[]> counts = new HashMap<>();
            sql.select(RUN.STATUS, DSL.count(), DSL.coalesce(DSL.sum(RUN.TRIALS), BigDecimal.ZERO),
                    DSL.coalesce(DSL.sum(RUN.FAILED_TRIALS), BigDecimal.ZERO)).from(CAMPAIGN_RUN)
                    .join(RUN).on(RUN.ID.eq(CAMPAIGN_RUN.RUN_ID)).where(CAMPAIGN_RUN.CAMPAIGN_ID.eq(id)).groupBy(RUN.STATUS)
                    .forEach(row -> counts.put(RunStatus.valueOf(row.value1()),
                            new long[]{row.value2(), row.value3().longValue(), row.value4().longValue()}));
            long[] none = new long[3];
            long[] done = counts.getOrDefault(RunStatus.DONE, none);
            return new CampaignProgress(counts.getOrDefault(RunStatus.OPEN, none)[0], counts.getOrDefault(RunStatus.RUNNING, none)[0], done[0],
                    counts.getOrDefault(RunStatus.POISONED, none)[0], done[1], done[2]);
        });
    }

    @Override
    public List<SkippedPair> skipped(String campaign) {
        return database.transact(sql -> sql.selectFrom(SKIPPED_PAIR).where(SKIPPED_PAIR.CAMPAIGN_ID.eq(campaignId(sql, campaign)))
                .orderBy(SKIPPED_PAIR.POSITION)
                .fetch(row -> new SkippedPair(row.get(SKIPPED_PAIR.VARIANT), row.get(SKIPPED_PAIR.TASK), row.get(SKIPPED_PAIR.REASON))));
    }

    @Override
    public Optional<RunView> run(RunKey key) {
        return database.transact(sql -> sql.selectFrom(RUN).where(RUN.RUN_KEY.eq(key.sha256())).fetchOptional().map(row -> rows.view(sql, row)));
    }

    @Override
    public void runs(RunQuery query, Consumer<RunView> receiver) {
        Set<Long> handed = new HashSet<>();
        retried((connection, sql) -> {
            try (Cursor<Record> cursor = sql.select(RUN.fields()).from(RUN).join(OPTIMIZER_VARIANT).on(OPTIMIZER_VARIANT.ID.eq(RUN.OPTIMIZER_ID))
                    .join(TASK_SNAPSHOT).on(TASK_SNAPSHOT.ID.eq(RUN.TASK_ID)).where(RunQueries.condition(query))
                    .orderBy(RunQueries.order(database.isPostgres())).fetchSize(PAGE).fetchLazy()) {
                for (Record row : cursor) {
                    if (!handed.contains(row.get(RUN.ID))) {
                        RunView view = rows.view(sql, row);
                        handed.add(row.get(RUN.ID));
                        receiver.accept(view);
                    }
                }
            }
        });
    }

    @Override
    public void scan(RunQuery query, Set<String> resources, Consumer<RunTrials> receiver) {
        TrialScan scan = new TrialScan(resources, receiver);
        inTransaction((connection, sql) -> {
            long last = 0;
            List<Record> page = page(sql, query, last);
            while (!page.isEmpty()) {
                last = page.getLast().get(RUN.ID);
                scan(scan, connection, sql, page, resources);
                page = page(sql, query, last);
            }
        });
    }

    private static Map<Long, Map<String, Double>> usage(DSLContext sql, long[] ids, Set<String> resources) {
        Map<Long, Map<String, Double>> usage = new HashMap<>();
        if (!resources.isEmpty()) {
            sql.select(ATTEMPT_USAGE.RUN_ID, ATTEMPT_USAGE.RESOURCE, ATTEMPT_USAGE.AMOUNT).from(ATTEMPT_USAGE)
                    .where(ATTEMPT_USAGE.RUN_ID.between(ids[0], ids[ids.length - 1]).and(ATTEMPT_USAGE.RESOURCE.in(resources)))
                    .forEach(row -> usage.computeIfAbsent(row.value1(), _ -> new HashMap<>()).merge(row.value2(), row.value3(), Double::sum));
        }
        return usage;
    }

    @Override
    public List<ProvenanceGroup> provenance(RunQuery query) {
        return database.transact(sql -> {
            Map<Long, SortedMap<String, String>> facts = new HashMap<>();
            List<ProvenanceGroup> groups = new ArrayList<>();
            sql.select(ATTEMPT.PROVENANCE_ID, TASK_SNAPSHOT.CLOCK, DSL.min(ATTEMPT.STARTED), DSL.max(ATTEMPT.STARTED), DSL.countDistinct(RUN.ID))
                    .from(RUN).join(ATTEMPT).on(ATTEMPT.RUN_ID.eq(RUN.ID)).join(TASK_SNAPSHOT).on(TASK_SNAPSHOT.ID.eq(RUN.TASK_ID))
                    .where(RunQueries.condition(query).and(ATTEMPT.PROVENANCE_ID.isNotNull()).and(ATTEMPT.STARTED.isNotNull()))
                    .groupBy(ATTEMPT.PROVENANCE_ID, TASK_SNAPSHOT.CLOCK)
                    .forEach(row -> groups.add(new ProvenanceGroup(TaskClock.valueOf(row.value2()),
                            facts.computeIfAbsent(row.value1(), id -> FlatJson.read(sql.select(PROVENANCE.FACTS_JSON).from(PROVENANCE)
                                    .where(PROVENANCE.ID.eq(id)).fetchSingle().value1())),
                            row.value3().toInstant(), row.value4().toInstant(), row.value5())));
            return groups.stream().sorted(Comparator.comparing(ProvenanceGroup::first)).toList();
        });
    }

    @Override
    public void scan(Collection<RunKey> runs, Consumer<RunTrials> receiver) {
        TrialScan scan = new TrialScan(Set.of(), receiver);
        List<String> keys = runs.stream().map(RunKey::sha256).toList();
        inTransaction((connection, sql) -> {
            for (int i = 0; i < keys.size(); i += PAGE) {
                scan(scan, connection, sql, new ArrayList<>(sql.select(RUN.fields()).from(RUN)
                        .where(RUN.RUN_KEY.in(keys.subList(i, Math.min(i + PAGE, keys.size())))).orderBy(RUN.ID).fetch()), Set.of());
            }
        });
    }

    private void scan(TrialScan scan, Connection connection, DSLContext sql, List<Record> page, Set<String> resources) throws SQLException {
        for (List<Record> group : groups(page)) {
            long[] ids = group.stream().mapToLong(row -> row.get(RUN.ID)).toArray();
            List<RunView> views = new ArrayList<>();
            group.forEach(row -> views.add(rows.view(sql, row)));
            scan.read(connection, ids, views, usage(sql, ids, resources));
        }
    }

    @Override
    public void statuses(String campaign, BiConsumer<RunKey, RunStatus> receiver) {
        inTransaction((connection, sql) -> {
            try (var cursor = sql.select(RUN.RUN_KEY, RUN.STATUS).from(RUN).join(CAMPAIGN_RUN).on(CAMPAIGN_RUN.RUN_ID.eq(RUN.ID))
                    .where(CAMPAIGN_RUN.CAMPAIGN_ID.eq(campaignId(sql, campaign))).orderBy(RUN.ID).fetchSize(PAGE).fetchLazy()) {
                for (var row : cursor) {
                    receiver.accept(new RunKey(row.value1()), RunStatus.valueOf(row.value2()));
                }
            }
        });
    }

    @Override
    public List<RunEvent> history(RunKey run) {
        List<RunEvent> events = new ArrayList<>();
        Set<Integer> asks = new HashSet<>();
        List<TrialRecord> trials = trials(run);
        for (AskRecord ask : entries(run, "ask", LogRows::ask)) {
            asks.add(ask.sequence());
            events.add(ask);
        }
        for (TrialRecord trial : trials) {
            events.add(trial);
            if (asks.add(trial.askedAt())) {
                events.add(AskRecord.one(trial.askedAt(), trial.index()));
            }
        }
        events.addAll(measurements(run));
        events.sort(Comparator.comparingInt(RunEvent::sequence));
        return events;
    }

    @Override
    public List<TrialRecord> trials(RunKey run) {
        return trials(run, 0);
    }

    @Override
    public List<TrialRecord> trials(RunKey run, int from) {
        return entries(run, "trial", from, LogRows::trial, "");
    }

    @Override
    public List<MeasurementRecord> measurements(RunKey run) {
        return entries(run, "measurement", LogRows::measurement);
    }

    @Override
    public List<TargetHit> targetHits(RunKey run) {
        return database.transact(sql -> sql.selectFrom(TARGET_HIT).where(TARGET_HIT.RUN_ID.eq(id(sql, run)))
                .orderBy(TARGET_HIT.OBJECTIVE, TARGET_HIT.EVALUATIONS, TARGET_HIT.TARGET)
                .fetch(row -> new TargetHit(row.get(TARGET_HIT.OBJECTIVE), row.get(TARGET_HIT.TARGET), row.get(TARGET_HIT.TRIAL),
                        row.get(TARGET_HIT.EVALUATIONS), row.get(TARGET_HIT.FULL_EVALUATIONS), row.get(TARGET_HIT.SECONDS))));
    }

    @Override
    public List<AttemptRecord> attempts(RunKey run) {
        return database.transact(sql -> {
            long id = id(sql, run);
            Map<Integer, TreeMap<String, Double>> usage = new HashMap<>();
            sql.selectFrom(ATTEMPT_USAGE).where(ATTEMPT_USAGE.RUN_ID.eq(id)).forEach(row -> usage
                    .computeIfAbsent(row.get(ATTEMPT_USAGE.ATTEMPT), _ -> new TreeMap<>())
                    .put(row.get(ATTEMPT_USAGE.RESOURCE), row.get(ATTEMPT_USAGE.AMOUNT)));
            return sql.select(ATTEMPT.ATTEMPT_, ATTEMPT.WORKER, ATTEMPT.STARTED, ATTEMPT.ENDING, PROVENANCE.FACTS_JSON).from(ATTEMPT)
                    .leftJoin(PROVENANCE).on(PROVENANCE.ID.eq(ATTEMPT.PROVENANCE_ID)).where(ATTEMPT.RUN_ID.eq(id)).orderBy(ATTEMPT.ATTEMPT_)
                    .fetch(row -> new AttemptRecord(row.value1(), row.value2(),
                            row.value3() == null || row.value5() == null ? Optional.empty()
                                    : Optional.of(new Provenance(row.value3().toInstant(), FlatJson.read(row.value5()))),
                            row.value4() == null ? "" : row.value4(), usage.getOrDefault(row.value1(), new TreeMap<>())));
        });
    }

    @Override
    public Map<Integer, Integer> trialAttempts(RunKey run) {
        return database.transact(sql -> {
            long id = id(sql, run);
            Map<Integer, Integer> attempts = new HashMap<>();
            sql.select(TRIAL.ID, TRIAL.ATTEMPT).from(TRIAL).where(TRIAL.ID.between(EntryIds.first(id), EntryIds.last(id)))
                    .forEach(row -> attempts.put(EntryIds.number(row.value1()), row.value2()));
            return attempts;
        });
    }

    @Override
    public List<TrialFailure> failures(RunQuery query, int limit) {
        List<TrialFailure> failures = new ArrayList<>();
        List<RunView> suspects = new ArrayList<>();
        runs(query, view -> {
            if (view.summary().map(summary -> summary.failures() > 0).orElse(true)) {
                suspects.add(view);
            }
        });
        for (RunView view : suspects) {
            if (failures.size() >= limit) {
                break;
            }
            for (TrialRecord trial : entries(view.run().key(), "trial", 0, LogRows::trial, " AND failure IS NOT NULL")) {
                if (failures.size() < limit) {
                    failures.add(new TrialFailure(view.run().key(), view.run().optimizer().variant(), view.run().task().id().text(), view.run().seed(),
                            trial.index(), trial.failure().orElseThrow(), trial.message(), trial.configuration()));
                }
            }
        }
        return failures;
    }

    @Override
    public void close() {
        if (owner) {
            database.close();
        }
    }

    private static List<Record> page(DSLContext sql, RunQuery query, long after) {
        return new ArrayList<>(sql.select(RUN.fields()).from(RUN).where(RunQueries.condition(query).and(RUN.ID.gt(after))).orderBy(RUN.ID).limit(PAGE)
                .fetch());
    }

    /** Runs to read by one statement: close together, and not too many trials as far as their number is known. */
    private static List<List<Record>> groups(List<Record> page) {
        List<List<Record>> groups = new ArrayList<>();
        List<Record> group = new ArrayList<>();
        long size = 0;
        for (Record row : page) {
            Integer trials = row.get(RUN.TRIALS);
            long expected = trials == null ? ROWS_AT_ONCE : trials;
            if (!group.isEmpty() && (size + expected > ROWS_AT_ONCE || row.get(RUN.ID) - group.getLast().get(RUN.ID) > LARGEST_GAP)) {
                groups.add(group);
                group = new ArrayList<>();
                size = 0;
            }
            group.add(row);
            size += expected;
        }
        if (!group.isEmpty()) {
            groups.add(group);
        }
        return groups;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> entries(RunKey run, String table, RowReader<T> reader) {
        return entries(run, table, 0, reader, "");
    }

    private <T> List<T> entries(RunKey run, String table, int from, RowReader<T> reader, String condition) {
        List<T> all = new ArrayList<>();
        retried((connection, sql) -> {
            all.clear();
            long id = id(sql, run);
            try (PreparedStatement query = connection.prepareStatement("SELECT * FROM " + table + " WHERE id BETWEEN ? AND ?" + condition + " ORDER BY id")) {
                query.setFetchSize(PAGE);
                query.setLong(1, EntryIds.of(id, from));
                query.setLong(2, EntryIds.last(id));
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        all.add(reader.read(found));
                    }
                }
            }
        });
        return all;
    }

    private interface Reading {
        void run(Connection connection, DSLContext sql) throws SQLException;
    }

    /** Reads once: what a receiver was handed cannot be taken back, so nothing is tried again. */
    private void inTransaction(Reading reading) {
        try {
            once(reading);
        } catch (SQLException | DataAccessException e) {
            throw Failures.translate(database.url(), e);
        }
    }

    /** Reads again while the database is away; the reading copes with having been begun before. */
    private void retried(Reading reading) {
        Database.Retry retry = database.retry();
        while (true) {
            try {
                once(reading);
                retry.passed();
                return;
            } catch (SQLException | DataAccessException e) {
                if (!Failures.mayPass(e) || !retry.pause(e)) {
                    throw Failures.translate(database.url(), e);
                }
            }
        }
    }

    private void once(Reading reading) throws SQLException {
        try (Connection connection = database.connection()) {
            try {
                reading.run(connection, database.sql(connection));
            } catch (SQLException | RuntimeException e) {
                Database.rollBack(connection, e);
                throw e;
            }
            connection.rollback();
        }
    }

    private long campaignId(DSLContext sql, String name) {
        return sql.select(CAMPAIGN.ID).from(CAMPAIGN).where(CAMPAIGN.NAME.eq(name)).fetchOptional(CAMPAIGN.ID)
                .orElseThrow(() -> database.unknown("campaign '" + name + "'"));
    }

    private long id(DSLContext sql, RunKey run) {
        return sql.select(RUN.ID).from(RUN).where(RUN.RUN_KEY.eq(run.sha256())).fetchOptional(RUN.ID)
                .orElseThrow(() -> database.unknown("run " + run));
    }
}
