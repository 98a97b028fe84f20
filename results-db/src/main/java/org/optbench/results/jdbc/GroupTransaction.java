package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.ATTEMPT;
import static org.optbench.results.jdbc.schema.Tables.ATTEMPT_USAGE;
import static org.optbench.results.jdbc.schema.Tables.PROVENANCE;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.TARGET_HIT;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.optbench.results.AskRecord;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.Provenance;
import org.optbench.results.RunStatus;
import org.optbench.results.RunSummary;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;
import org.optbench.results.TargetHit;
import org.optbench.results.TrialRecord;

/** The statements of one group. The rows of the runs are locked first, so that a worker whose lease is lost cannot write. */
final class GroupTransaction {

    private static final int CHUNK = 500;
    private static final Duration LEASE = Duration.ofMinutes(1); // until the next heartbeat
    private static final String COMPLETE = "UPDATE run SET status = 'DONE', lease_until = NULL, ending = ?, trials = ?, failed_trials = ?, "
            + "full_evaluations = ?, seconds = ? WHERE id = ? AND attempt = ?";

    private final Map<String, Long> provenances = new LinkedHashMap<>();

    /**
     * @param perhapsThere whether an earlier try may have been committed, so that what is there already is to be passed over
     */
    void write(Connection connection, DSLContext sql, List<Entry> group, boolean perhapsThere) throws SQLException {
        if (perhapsThere) {
            provenances.clear();
        }
        Map<WriterState, List<Entry>> logs = GroupWriter.byLog(group);
        Set<WriterState> held = fence(sql, logs.keySet(), perhapsThere);
        Set<Long> there = new HashSet<>();
        try (PreparedStatement trials = connection.prepareStatement(LogRows.INSERT_TRIAL);
                PreparedStatement asks = connection.prepareStatement(LogRows.INSERT_ASK);
                PreparedStatement reports = connection.prepareStatement(LogRows.INSERT_MEASUREMENT)) {
            Batch trial = new Batch(trials);
            Batch ask = new Batch(asks);
            Batch report = new Batch(reports);
            List<Query> others = new ArrayList<>();
            List<Object[]> beginnings = new ArrayList<>();
            List<Object[]> endings = new ArrayList<>();
            List<Object[]> lastAttempts = new ArrayList<>();
            for (Map.Entry<WriterState, List<Entry>> one : logs.entrySet()) {
                WriterState log = one.getKey();
                if (!held.contains(log)) {
                    continue;
                }
                if (perhapsThere) {
                    there = thereAlready(connection, log.run);
                }
                for (Entry entry : one.getValue()) {
                    switch (entry) {
                        case Entry.Event(WriterState _, TrialRecord event) -> {
                            if (!there.contains(key(0, event.index()))) {
                                LogRows.bind(trial.next(), log.run, log.lease.attempt(), log.fidelities, event);
                            }
                        }
                        case Entry.Event(WriterState _, AskRecord event) -> {
                            if (!there.contains(key(1, event.sequence()))) {
                                LogRows.bind(ask.next(), log.run, event);
                            }
                        }
                        case Entry.Event(WriterState _, MeasurementRecord event) -> {
                            if (!there.contains(key(2, event.sequence()))) {
                                LogRows.bind(report.next(), log.run, event);
                            }
                        }
                        case Entry.Started(WriterState _, Provenance provenance) -> beginnings.add(started(sql, log, provenance));
                        case Entry.Hit(WriterState _, TargetHit hit) -> hit(sql, others, log, hit);
                        case Entry.Usage usage -> usage(sql, others, log, usage.totals());
                        case Entry.Completed(WriterState _, RunSummary summary) -> {
                            endings.add(completed(log, summary));
                            lastAttempts.add(new Object[]{log.run, log.lease.attempt()});
                        }
                    }
                }
            }
            trial.execute();
            ask.execute();
            report.execute();
            Database.batch(sql, "UPDATE attempt SET provenance_id = ?, started = ? WHERE run_id = ? AND attempt = ?", beginnings);
            if (!others.isEmpty()) {
                sql.batch(others).execute();
            }
            Database.batch(sql, COMPLETE, endings);
            Database.batch(sql, "UPDATE attempt SET ending = 'done' WHERE run_id = ? AND attempt = ?", lastAttempts);
        }
    }

    private static Set<WriterState> fence(DSLContext sql, Collection<WriterState> logs, boolean perhapsThere) {
        Map<Long, List<WriterState>> byRun = new LinkedHashMap<>();
        logs.stream().filter(log -> log.failure() == null).sorted((a, b) -> Long.compare(a.run, b.run))
                .forEach(log -> byRun.computeIfAbsent(log.run, _ -> new ArrayList<>()).add(log));
        List<Long> runs = new ArrayList<>(byRun.keySet());
        Set<WriterState> held = new HashSet<>();
        for (int from = 0; from < runs.size(); from += CHUNK) {
            sql.select(RUN.ID, RUN.ATTEMPT, RUN.STATUS, RUN.HOLDER).from(RUN).where(RUN.ID.in(runs.subList(from, Math.min(runs.size(), from + CHUNK))))
                    .orderBy(RUN.ID).forUpdate().fetch().forEach(row -> {
                        for (WriterState log : byRun.getOrDefault(row.value1(), List.of())) {
                            boolean running = row.value3().equals(RunStatus.RUNNING.name());
                            boolean finished = perhapsThere && row.value3().equals(RunStatus.DONE.name());
                            boolean isMine = row.value2() == log.lease.attempt() && log.lease.worker().equals(row.value4());
                            if (isMine && (running || finished)) {
                                held.add(log);
                            } else if (row.value2() < log.lease.attempt() && !row.value3().equals(RunStatus.DONE.name())) {
                                claimAgain(sql, log);
                                held.add(log);
                            } else {
                                log.fail(lost(log, row.value2(), row.value3(), row.value4()));
                            }
                        }
                    });
        }
        return held;
    }

    /**
     * A claim is not hardened, so an embedded database that closed itself on a full disk may have forgotten it. Attempts only grow: when the run stands
     * at an earlier one, nobody has claimed it since.
     */
    private static void claimAgain(DSLContext sql, WriterState log) {
        sql.update(RUN).set(RUN.STATUS, RunStatus.RUNNING.name()).set(RUN.ATTEMPT, log.lease.attempt()).set(RUN.HOLDER, log.lease.worker())
                .set(RUN.LEASE_UNTIL, sql.select(DSL.currentOffsetDateTime()).fetchSingle().value1().plus(LEASE)).where(RUN.ID.eq(log.run)).execute();
        if (!sql.fetchExists(ATTEMPT, ATTEMPT.RUN_ID.eq(log.run).and(ATTEMPT.ATTEMPT_.eq(log.lease.attempt())))) {
            sql.insertInto(ATTEMPT, ATTEMPT.RUN_ID, ATTEMPT.ATTEMPT_, ATTEMPT.WORKER).values(log.run, log.lease.attempt(), log.lease.worker()).execute();
        }
    }

    private static StoreException lost(WriterState log, int attempt, String status, String holder) {
        return new StoreException(Kind.LEASE_LOST, "Run " + log.lease.run() + ": worker '" + log.lease.worker() + "' no longer holds attempt "
                + log.lease.attempt() + "; attempt " + attempt + " of worker '" + holder + "' stands at " + status
                + ". Maybe the worker was frozen for longer than its lease: what it had not yet written is left to the other worker.");
    }

    private Object[] started(DSLContext sql, WriterState log, Provenance provenance) {
        String facts = FlatJson.write(provenance.facts());
        Long id = provenances.get(facts);
        if (id == null) {
            id = provenance(sql, facts);
            provenances.put(facts, id);
        }
        return new Object[]{id, provenance.started().atOffset(ZoneOffset.UTC), log.run, log.lease.attempt()};
    }

    private static long provenance(DSLContext sql, String facts) {
        String digest = Digests.of(facts);
        Long id = sql.select(PROVENANCE.ID).from(PROVENANCE).where(PROVENANCE.DIGEST.eq(digest)).fetchOne(PROVENANCE.ID);
        if (id == null) {
            sql.insertInto(PROVENANCE, PROVENANCE.DIGEST, PROVENANCE.FACTS_JSON).values(digest, facts).onConflictDoNothing().execute();
            return sql.select(PROVENANCE.ID).from(PROVENANCE).where(PROVENANCE.DIGEST.eq(digest)).fetchSingle().value1();
        }
        return id;
    }

    private static void hit(DSLContext sql, List<Query> others, WriterState log, TargetHit hit) {
        boolean there = sql.fetchExists(TARGET_HIT, TARGET_HIT.RUN_ID.eq(log.run).and(TARGET_HIT.OBJECTIVE.eq(hit.objective()))
                .and(TARGET_HIT.TARGET.eq(hit.target())));
        if (!there) {
            others.add(sql.insertInto(TARGET_HIT).values(log.run, hit.objective(), hit.target(), hit.trial(), hit.evaluations(), hit.fullEvaluations(),
                    hit.seconds()));
        }
    }

    private static void usage(DSLContext sql, List<Query> others, WriterState log, Map<String, Double> totals) {
        totals.forEach((resource, amount) -> {
            var row = ATTEMPT_USAGE.RUN_ID.eq(log.run).and(ATTEMPT_USAGE.ATTEMPT.eq(log.lease.attempt())).and(ATTEMPT_USAGE.RESOURCE.eq(resource));
            others.add(sql.deleteFrom(ATTEMPT_USAGE).where(row));
            others.add(sql.insertInto(ATTEMPT_USAGE).values(log.run, log.lease.attempt(), resource, amount));
        });
    }

    private static Object[] completed(WriterState log, RunSummary summary) {
        return new Object[]{summary.ending(), summary.trials(), summary.failures(), summary.fullEvaluations(), summary.seconds(), log.run,
                log.lease.attempt()};
    }

    private static Set<Long> thereAlready(Connection connection, long run) throws SQLException {
        Set<Long> there = new HashSet<>();
        String[] tables = {"trial", "ask", "measurement"};
        for (int kind = 0; kind < tables.length; kind++) {
            try (PreparedStatement query = connection.prepareStatement("SELECT id FROM " + tables[kind] + " WHERE id BETWEEN ? AND ?")) {
                query.setLong(1, EntryIds.first(run));
                query.setLong(2, EntryIds.last(run));
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        there.add(key(kind, EntryIds.number(rows.getLong(1))));
                    }
                }
            }
        }
        return there;
    }

    private static long key(int kind, int number) {
        return ((long) kind << Integer.SIZE) | number;
    }

    /** A statement that is executed once for many rows, or not at all. */
    private static final class Batch {
        private final PreparedStatement statement;
        private final Columns.Binder binder;
        private int rows;

        Batch(PreparedStatement statement) throws SQLException {
            this.statement = statement;
            this.binder = new Columns.Binder(statement);
        }

        Columns.Binder next() {
            rows++;
            return binder;
        }

        void execute() throws SQLException {
            if (rows > 0) {
                statement.executeBatch();
            }
        }
    }
}
