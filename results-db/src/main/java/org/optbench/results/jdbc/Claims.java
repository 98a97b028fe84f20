package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.ATTEMPT;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_RUN;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.TRIAL;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.optbench.results.Lease;
import org.optbench.results.RunKey;
import org.optbench.results.RunStatus;

/**
 * Gives runs to workers. A claim raises the attempt number of the run in one statement that names the number it expects, so that of any number of
 * workers one wins; rows locked by others are skipped rather than waited for. All times are those of the database, so clocks of workers do not
 * matter.
 */
final class Claims {

    private static final String OPEN = RunStatus.OPEN.name();
    private static final String RUNNING = RunStatus.RUNNING.name();

    private static final String TAKE = "UPDATE run SET status = 'RUNNING', attempt = ?, holder = ?, lease_until = ? WHERE id = ? AND attempt = ? "
            + "AND (status = 'OPEN' OR (status = 'RUNNING' AND (lease_until < ? OR lease_until > ?)))";

    /** Workers of one database may have leases of different lengths. */
    private static final Duration LONGEST_LEASE = Duration.ofMinutes(10);

    private final Database database;
    private final Registry registry;
    private final Map<RunKey, Planned> ids = new ConcurrentHashMap<>();

    Claims(Database database, Registry registry) {
        this.database = database;
        this.registry = registry;
    }

    Optional<Lease> claim(RunKey run, String worker, Duration lease) {
        long id = id(run);
        List<Lease> tried = new ArrayList<>();
        return database.transact(sql -> {
            List<Lease> kept = kept(sql, tried);
            return kept.isEmpty() ? take(sql, candidates(sql, RUN.ID.eq(id).and(free(now(sql), lease)), 1), worker, lease, tried) : kept;
        }).stream().findFirst();
    }

    List<Lease> claimNext(String campaign, String worker, Duration lease, int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("Claim of " + atMost + " runs: at least 1 is needed.");
        }
        List<Lease> tried = new ArrayList<>();
        return database.transact(sql -> {
            List<Lease> kept = kept(sql, tried);
            if (!kept.isEmpty()) {
                return kept;
            }
            long id = registry.campaignId(sql, campaign);
            Condition planned = DSL.exists(DSL.selectOne().from(CAMPAIGN_RUN)
                    .where(CAMPAIGN_RUN.CAMPAIGN_ID.eq(id).and(CAMPAIGN_RUN.RUN_ID.eq(RUN.ID))));
            List<Candidate> found = new ArrayList<>(candidates(sql, RUN.STATUS.eq(OPEN).and(planned), atMost));
            if (found.size() < atMost) {
                Condition left = RUN.STATUS.eq(RUNNING).and(isOver(now(sql), lease)).and(planned);
                found.addAll(candidates(sql, left, atMost - found.size()));
            }
            return take(sql, found, worker, lease, tried);
        });
    }

    List<Lease> heartbeat(Collection<Lease> leases, Duration lease) {
        List<Lease> ordered = leases.stream().sorted(Comparator.comparingLong(one -> id(one.run()))).toList();
        return database.transact(sql -> {
            OffsetDateTime until = now(sql).plus(lease);
            int[] updated = Database.batch(sql, "UPDATE run SET lease_until = ? WHERE id = ? AND attempt = ? AND status = 'RUNNING'",
                    ordered.stream().map(one -> new Object[]{until, id(one.run()), one.attempt()}).toList());
            List<Lease> lost = new ArrayList<>();
            for (int i = 0; i < updated.length; i++) {
                if (updated[i] == 0 && !isForgotten(sql, ordered.get(i))) {
                    lost.add(ordered.get(i));
                }
            }
            return lost;
        });
    }

    /** Whether an embedded database that closed itself forgot the claim; the writer makes it again. */
    private boolean isForgotten(DSLContext sql, Lease lease) {
        return sql.fetchExists(RUN, RUN.ID.eq(id(lease.run())).and(RUN.ATTEMPT.lt(lease.attempt())).and(RUN.STATUS.ne(RunStatus.DONE.name())));
    }

    /** Whether the lease was still held. */
    boolean release(Lease lease) {
        return database.transact(sql -> {
            boolean was = sql.update(RUN).set(RUN.STATUS, OPEN).setNull(RUN.LEASE_UNTIL).where(held(lease)).execute() == 1;
            if (was) {
                end(sql, id(lease.run()), lease.attempt(), "released");
            }
            return was;
        });
    }

    Optional<RunStatus> fail(Lease lease, String reason, int attemptLimit) {
        return database.transact(sql -> {
            Integer before = sql.select(RUN.FAILURES).from(RUN).where(held(lease)).forUpdate().fetchOne(RUN.FAILURES);
            if (before == null) {
                return Optional.empty();
            }
            RunStatus status = before + 1 >= attemptLimit ? RunStatus.POISONED : RunStatus.OPEN;
            sql.update(RUN).set(RUN.STATUS, status.name()).set(RUN.FAILURES, before + 1).set(RUN.REASON, reason).setNull(RUN.LEASE_UNTIL)
                    .where(held(lease)).execute();
            end(sql, id(lease.run()), lease.attempt(), reason);
            return Optional.of(status);
        });
    }

    int reopenPoisoned(String campaign) {
        return database.transact(sql -> {
            long id = registry.campaignId(sql, campaign);
            return sql.update(RUN).set(RUN.STATUS, OPEN).set(RUN.FAILURES, 0).where(RUN.STATUS.eq(RunStatus.POISONED.name()).and(
                    RUN.ID.in(DSL.select(CAMPAIGN_RUN.RUN_ID).from(CAMPAIGN_RUN).where(CAMPAIGN_RUN.CAMPAIGN_ID.eq(id))))).execute();
        });
    }

    /** The database's ids of a run and of its task. */
    record Planned(long run, long task) {
    }

    /** What is known of a run; remembered while it is claimed here. */
    Planned planned(RunKey run) {
        Planned known = ids.get(run);
        if (known != null) {
            return known;
        }
        return database.transact(sql -> sql.select(RUN.ID, RUN.TASK_ID).from(RUN).where(RUN.RUN_KEY.eq(run.sha256())).fetchOptional())
                .map(row -> new Planned(row.value1(), row.value2())).orElseThrow(() -> database.unknown("run " + run));
    }

    private long id(RunKey run) {
        return planned(run).run();
    }

    /** Forgets what is remembered of a run that ended here. */
    void forget(RunKey run) {
        ids.remove(run);
    }

    /** A run that may be claimed; one that is running has a lease that ran out. */
    private record Candidate(long id, String key, int attempt, long task, boolean isRunning, int failures, String holder) {
    }

    private List<Lease> take(DSLContext sql, List<Candidate> free, String worker, Duration lease,
            List<Lease> tried) {
        tried.clear();
        List<Candidate> candidates = free.stream().filter(one -> !one.isRunning() || !isSetAside(sql, one)).toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        OffsetDateTime now = now(sql);
        int[] won = Database.batch(sql, TAKE, candidates.stream()
                .map(one -> new Object[]{one.attempt() + 1, worker, now.plus(lease), one.id(), one.attempt(), now, latest(now, lease)}).toList());
        List<Lease> leases = new ArrayList<>();
        List<Object[]> attempts = new ArrayList<>();
        for (int i = 0; i < won.length; i++) {
            Candidate one = candidates.get(i);
            if (won[i] == 1) {
                leases.add(new Lease(new RunKey(one.key()), one.attempt() + 1, worker));
                ids.put(new RunKey(one.key()), new Planned(one.id(), one.task()));
                if (one.attempt() > 0) {
                    end(sql, one.id(), one.attempt(), "lease ran out");
                }
                attempts.add(new Object[]{one.id(), one.attempt() + 1, worker});
            }
        }
        Database.batch(sql, "INSERT INTO attempt (run_id, attempt, worker) VALUES (?, ?, ?)", attempts);
        tried.addAll(leases);
        return leases;
    }

    /** What a try whose commit was not answered claimed all the same. */
    private List<Lease> kept(DSLContext sql, List<Lease> tried) {
        return tried.stream().filter(lease -> sql.fetchExists(RUN, held(lease).and(RUN.HOLDER.eq(lease.worker())))).toList();
    }

    private static List<Candidate> candidates(DSLContext sql, Condition condition, int atMost) {
        return sql.select(RUN.ID, RUN.RUN_KEY, RUN.ATTEMPT, RUN.TASK_ID, RUN.STATUS, RUN.FAILURES, RUN.HOLDER).from(RUN).where(condition).orderBy(RUN.ID)
                .limit(atMost).forUpdate().skipLocked().fetch(row -> new Candidate(row.value1(), row.value2(), row.value3(), row.value4(),
                        row.value5().equals(RUNNING), row.value6(), String.valueOf(row.value7())));
    }

    /** Counts a worker that died; whether its run is set aside for it. Attempts that recorded a trial went on and do not count. */
    private boolean isSetAside(DSLContext sql, Candidate run) {
        boolean wentOn = sql.fetchExists(TRIAL, TRIAL.ID.between(EntryIds.first(run.id()), EntryIds.last(run.id())).and(TRIAL.ATTEMPT.eq(run.attempt())));
        int failures = wentOn ? 0 : run.failures() + 1;
        boolean isPoison = failures >= database.options().deathLimit();
        var update = sql.update(RUN).set(RUN.FAILURES, failures);
        if (isPoison) {
            update = update.set(RUN.STATUS, RunStatus.POISONED.name()).setNull(RUN.LEASE_UNTIL).set(RUN.REASON, "In " + failures
                    + " attempts in a row the worker died before a trial was recorded, at last '" + run.holder()
                    + "'. Maybe the task needs more memory than there is, or ends its process.");
            end(sql, run.id(), run.attempt(), "the worker died");
        }
        update.where(RUN.ID.eq(run.id())).execute();
        return isPoison;
    }

    void died(Lease lease) {
        database.transact(sql -> {
            candidates(sql, held(lease).and(RUN.HOLDER.eq(lease.worker())), 1).stream().filter(run -> !isSetAside(sql, run)).forEach(run -> {
                sql.update(RUN).set(RUN.STATUS, OPEN).setNull(RUN.LEASE_UNTIL).where(RUN.ID.eq(run.id())).execute();
                end(sql, run.id(), run.attempt(), "the worker died");
            });
            return true;
        });
    }

    private static void end(DSLContext sql, long run, int attempt, String how) {
        sql.update(ATTEMPT).set(ATTEMPT.ENDING, how)
                .where(ATTEMPT.RUN_ID.eq(run).and(ATTEMPT.ATTEMPT_.eq(attempt)).and(ATTEMPT.ENDING.isNull())).execute();
    }

    private static Condition free(OffsetDateTime now, Duration lease) {
        return RUN.STATUS.eq(OPEN).or(RUN.STATUS.eq(RUNNING).and(isOver(now, lease)));
    }

    /** A lease that lies too far ahead was given before the clock of the database was set back; a live holder renews it soon. */
    private static Condition isOver(OffsetDateTime now, Duration lease) {
        return RUN.LEASE_UNTIL.lt(now).or(RUN.LEASE_UNTIL.gt(latest(now, lease)));
    }

    private static OffsetDateTime latest(OffsetDateTime now, Duration lease) {
        return now.plus(lease.multipliedBy(2)).plus(LONGEST_LEASE);
    }

    private Condition held(Lease lease) {
        return RUN.ID.eq(id(lease.run())).and(RUN.ATTEMPT.eq(lease.attempt())).and(RUN.STATUS.eq(RUNNING));
    }

    private static OffsetDateTime now(DSLContext sql) {
        return sql.select(DSL.currentOffsetDateTime()).fetchSingle().value1();
    }
}
