package org.optbench.results.jdbc;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.optbench.model.FidelitySpace;
import org.optbench.results.Lease;
import org.optbench.results.Provenance;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunEvent;
import org.optbench.results.RunKey;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.SkippedPair;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;

/** The store over JDBC. */
final class JdbcResultStore implements ResultStore {

    private final Database database;
    private final Registry registry;
    private final Claims claims;
    private final GroupWriter writer;
    private final JdbcResultReader reader;
    private final RunRows rows = new RunRows();
    private final Map<Lease, WriterState> logs = new ConcurrentHashMap<>();

    JdbcResultStore(Database database) {
        this.database = database;
        this.registry = new Registry(database);
        this.claims = new Claims(database, registry);
        this.reader = new JdbcResultReader(database, false);
        this.writer = new GroupWriter(database);
    }

    @Override
    public void registerCampaign(String name, String specification) {
        registry.campaign(name, specification);
    }

    @Override
    public void register(String campaign, Collection<RunRecord> runs) {
        registry.runs(campaign, runs);
    }

    @Override
    public void registerSkipped(String campaign, Collection<SkippedPair> pairs) {
        registry.skipped(campaign, pairs);
    }

    @Override
    public Optional<Lease> claim(RunKey run, String worker, Duration lease) {
        return claims.claim(run, worker, lease);
    }

    @Override
    public List<Lease> claimNext(String campaign, String worker, Duration lease, int atMost) {
        return claims.claimNext(campaign, worker, lease, atMost);
    }

    @Override
    public List<Lease> heartbeat(Collection<Lease> leases, Duration lease) {
        return claims.heartbeat(leases, lease);
    }

    @Override
    public RunWriter writer(Lease lease, Provenance provenance) {
        Claims.Planned planned = claims.planned(lease.run());
        FidelitySpace fidelities = database.transact(sql -> rows.task(sql, planned.task())).fidelities();
        WriterState log = new WriterState(planned.run(), lease, fidelities);
        if (logs.putIfAbsent(lease, log) != null) {
            throw new IllegalStateException("Run " + lease.run() + ", attempt " + lease.attempt() + ": its log is open already. Maybe one worker opened it "
                    + "twice.");
        }
        // A first attempt has nothing before it; claims make sure of that.
        List<RunEvent> history = lease.attempt() == 1 ? List.of() : reader.history(lease.run());
        writer.add(new Entry.Started(log, provenance));
        return new JdbcRunWriter(log, writer, history);
    }

    @Override
    public void complete(Lease lease, RunSummary summary) {
        WriterState log = logs.remove(lease);
        if (log == null) {
            log = new WriterState(claims.planned(lease.run()).run(), lease, FidelitySpace.none());
        }
        claims.forget(lease.run());
        writer.add(new Entry.Completed(log, summary));
    }

    @Override
    public void release(Lease lease) {
        writer.flush();
        requireHeld(lease, claims.release(lease));
        logs.remove(lease);
    }

    @Override
    public void died(Lease lease) {
        claims.died(lease);
    }

    @Override
    public RunStatus fail(Lease lease, String reason, int attemptLimit) {
        if (attemptLimit < 1) {
            throw new IllegalArgumentException("Limit of " + attemptLimit + " failed attempts: it must be at least 1.");
        }
        writer.flush();
        Optional<RunStatus> status = claims.fail(lease, reason, attemptLimit);
        requireHeld(lease, status.isPresent());
        logs.remove(lease);
        return status.orElseThrow();
    }

    @Override
    public int reopenPoisoned(String campaign) {
        return claims.reopenPoisoned(campaign);
    }

    @Override
    public void flush() {
        writer.flush();
    }

    @Override
    public ResultReader reader() {
        return reader;
    }

    @Override
    public Optional<String> trouble() {
        return database.trouble();
    }

    @Override
    public void hurry() {
        database.hurry();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } finally {
            database.close();
        }
    }

    private static void requireHeld(Lease lease, boolean held) {
        if (!held) {
            throw new StoreException(Kind.LEASE_LOST, "Run " + lease.run() + ": worker '" + lease.worker() + "' no longer holds attempt "
                    + lease.attempt() + ". Maybe its lease ran out and another worker took the run over.");
        }
    }
}
