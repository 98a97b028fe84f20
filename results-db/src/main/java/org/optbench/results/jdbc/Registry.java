package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_REVISION;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_RUN;
import static org.optbench.results.jdbc.schema.Tables.OPTIMIZER_VARIANT;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.SKIPPED_PAIR;
import static org.optbench.results.jdbc.schema.Tables.TASK_CONSTRAINT;
import static org.optbench.results.jdbc.schema.Tables.TASK_FIDELITY;
import static org.optbench.results.jdbc.schema.Tables.TASK_OBJECTIVE;
import static org.optbench.results.jdbc.schema.Tables.TASK_SNAPSHOT;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record2;
import org.optbench.model.Constraint;
import org.optbench.model.FidelityParameter;
import org.optbench.model.Objective;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.SkippedPair;
import org.optbench.results.StoreException;
import org.optbench.results.StoreException.Kind;
import org.optbench.results.TaskSnapshot;

/** Registers what a campaign planned. Several processes may register the same at the same time. */
final class Registry {

    private static final int CHUNK = 1000;
    private static final String INSERT_RUN = "INSERT INTO run (run_key, optimizer_id, task_id, budget, workers, seed, execution_json, status, attempt, "
            + "failures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0)";

    private final Database database;

    Registry(Database database) {
        this.database = database;
    }

    void campaign(String name, String specification) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("Campaign name '" + name + "': a name must not be blank.");
        }
        untilSettled(sql -> {
            if (sql.fetchCount(CAMPAIGN, CAMPAIGN.NAME.eq(name)) == 0) {
                sql.insertInto(CAMPAIGN, CAMPAIGN.NAME).values(name).execute();
            }
            long id = campaignId(sql, name);
            Record2<Integer, String> last = sql.select(CAMPAIGN_REVISION.REVISION, CAMPAIGN_REVISION.SPECIFICATION).from(CAMPAIGN_REVISION)
                    .where(CAMPAIGN_REVISION.CAMPAIGN_ID.eq(id)).orderBy(CAMPAIGN_REVISION.REVISION.desc()).limit(1).fetchOne();
            if (last == null || !last.value2().equals(specification)) {
                sql.insertInto(CAMPAIGN_REVISION).values(id, last == null ? 1 : last.value1() + 1, specification,
                        Instant.now().atOffset(ZoneOffset.UTC)).execute();
            }
        });
    }

    void runs(String campaign, Collection<RunRecord> runs) {
        List<RunRecord> all = new ArrayList<>(runs);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<RunRecord> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
            untilSettled(sql -> register(sql, campaignId(sql, campaign), chunk));
        }
    }

    void skipped(String campaign, Collection<SkippedPair> pairs) {
        untilSettled(sql -> {
            long id = campaignId(sql, campaign);
            sql.deleteFrom(SKIPPED_PAIR).where(SKIPPED_PAIR.CAMPAIGN_ID.eq(id)).execute();
            List<Query> inserts = new ArrayList<>();
            for (SkippedPair pair : pairs) {
                inserts.add(sql.insertInto(SKIPPED_PAIR).values(id, inserts.size(), pair.variant(), pair.task(), pair.reason()));
            }
            sql.batch(inserts).execute();
        });
    }

    long campaignId(DSLContext sql, String name) {
        Long id = sql.select(CAMPAIGN.ID).from(CAMPAIGN).where(CAMPAIGN.NAME.eq(name)).fetchOne(CAMPAIGN.ID);
        if (id == null) {
            throw database.unknown("campaign '" + name + "'");
        }
        return id;
    }

    private void register(DSLContext sql, long campaign, List<RunRecord> runs) {
        Map<OptimizerSnapshot, Long> optimizers = new HashMap<>();
        Map<TaskSnapshot, Long> tasks = new HashMap<>();
        Map<String, Long> known = ids(sql, runs);
        Map<RunRecord, String> facts = new HashMap<>();
        List<Object[]> inserts = new ArrayList<>();
        for (RunRecord run : runs) {
            long optimizer = optimizers.computeIfAbsent(run.optimizer(), one -> optimizer(sql, one));
            long task = tasks.computeIfAbsent(run.task(), one -> task(sql, one));
            facts.put(run, facts(optimizer, task, RunRows.budget(run), run.workers(), run.seed(), RunRows.execution(run)));
            if (known.putIfAbsent(run.key().sha256(), -1L) == null) {
                inserts.add(new Object[]{run.key().sha256(), optimizer, task, RunRows.budget(run), run.workers(), run.seed(), RunRows.execution(run),
                        RunStatus.OPEN.name()});
            }
        }
        Database.batch(sql, INSERT_RUN, inserts);
        check(sql, facts);
        link(sql, campaign, ids(sql, runs).values());
    }

    private static void link(DSLContext sql, long campaign, Collection<Long> runs) {
        Set<Long> linked = new HashSet<>(sql.select(CAMPAIGN_RUN.RUN_ID).from(CAMPAIGN_RUN)
                .where(CAMPAIGN_RUN.CAMPAIGN_ID.eq(campaign).and(CAMPAIGN_RUN.RUN_ID.in(runs))).fetch(CAMPAIGN_RUN.RUN_ID));
        Database.batch(sql, "INSERT INTO campaign_run (campaign_id, run_id) VALUES (?, ?)",
                runs.stream().filter(run -> !linked.contains(run)).map(run -> new Object[]{campaign, run}).toList());
    }

    private static Map<String, Long> ids(DSLContext sql, List<RunRecord> runs) {
        return sql.select(RUN.RUN_KEY, RUN.ID).from(RUN).where(RUN.RUN_KEY.in(runs.stream().map(run -> run.key().sha256()).toList()))
                .fetchMap(RUN.RUN_KEY, RUN.ID);
    }

    private void check(DSLContext sql, Map<RunRecord, String> facts) {
        Map<String, String> stored = new HashMap<>();
        sql.select(RUN.RUN_KEY, RUN.OPTIMIZER_ID, RUN.TASK_ID, RUN.BUDGET, RUN.WORKERS, RUN.SEED, RUN.EXECUTION_JSON).from(RUN)
                .where(RUN.RUN_KEY.in(facts.keySet().stream().map(run -> run.key().sha256()).toList()))
                .forEach(row -> stored.put(row.value1(),
                        facts(row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7())));
        facts.forEach((run, wanted) -> {
            if (!wanted.equals(stored.get(run.key().sha256()))) {
                throw conflict("run " + run.key() + " of '" + run.optimizer().variant() + "' on '" + run.task().id() + "', seed " + run.seed());
            }
        });
    }

    private static String facts(long optimizer, long task, String budget, int workers, long seed, String execution) {
        return optimizer + " " + task + " " + budget + " " + workers + " " + seed + " " + execution;
    }

    private static long optimizer(DSLContext sql, OptimizerSnapshot optimizer) {
        String options = FlatJson.write(optimizer.options());
        String digest = Digests.of(optimizer.variant(), optimizer.provider(), optimizer.version(), optimizer.settings(), options);
        Long id = sql.select(OPTIMIZER_VARIANT.ID).from(OPTIMIZER_VARIANT).where(OPTIMIZER_VARIANT.DIGEST.eq(digest)).fetchOne(OPTIMIZER_VARIANT.ID);
        if (id != null) {
            return id;
        }
        sql.insertInto(OPTIMIZER_VARIANT, OPTIMIZER_VARIANT.DIGEST, OPTIMIZER_VARIANT.VARIANT, OPTIMIZER_VARIANT.PROVIDER, OPTIMIZER_VARIANT.VERSION,
                OPTIMIZER_VARIANT.SETTINGS, OPTIMIZER_VARIANT.OPTIONS_JSON)
                .values(digest, optimizer.variant(), optimizer.provider(), optimizer.version(), optimizer.settings(), options).execute();
        return sql.select(OPTIMIZER_VARIANT.ID).from(OPTIMIZER_VARIANT).where(OPTIMIZER_VARIANT.DIGEST.eq(digest)).fetchSingle().value1();
    }

    private long task(DSLContext sql, TaskSnapshot task) {
        String digest = RunRows.digest(task);
        var stored = sql.select(TASK_SNAPSHOT.ID, TASK_SNAPSHOT.DIGEST).from(TASK_SNAPSHOT)
                .where(TASK_SNAPSHOT.TASK.eq(task.id().text()).and(TASK_SNAPSHOT.VERSION.eq(task.version()))).fetchOne();
        if (stored != null) {
            if (!stored.value2().equals(digest)) {
                throw conflict("task '" + task.id() + "' in version '" + task.version() + "'");
            }
            return stored.value1();
        }
        sql.insertInto(TASK_SNAPSHOT, TASK_SNAPSHOT.TASK, TASK_SNAPSHOT.VERSION, TASK_SNAPSHOT.DIGEST, TASK_SNAPSHOT.TYPE, TASK_SNAPSHOT.FAMILY,
                TASK_SNAPSHOT.DOMAIN, TASK_SNAPSHOT.DIMENSION, TASK_SNAPSHOT.CLOCK, TASK_SNAPSHOT.TRAITS, TASK_SNAPSHOT.ATTRIBUTES_JSON)
                .values(task.id().text(), task.version(), digest, task.type().name(), task.family(), task.domain(), task.dimension(),
                        task.clock().name(), task.traits().stream().map(Enum::name).collect(Collectors.joining(",")),
                        FlatJson.write(task.attributes()))
                .execute();
        long id = sql.select(TASK_SNAPSHOT.ID).from(TASK_SNAPSHOT)
                .where(TASK_SNAPSHOT.TASK.eq(task.id().text()).and(TASK_SNAPSHOT.VERSION.eq(task.version()))).fetchSingle().value1();
        parts(sql, id, task);
        return id;
    }

    private static void parts(DSLContext sql, long id, TaskSnapshot task) {
        int position = 0;
        for (Objective objective : task.objectives()) {
            sql.insertInto(TASK_OBJECTIVE).values(id, position++, objective.name(), objective.direction().name(), RunRows.nullable(objective.optimum()),
                    RunRows.nullable(objective.referencePoint()), objective.targets().toArray(Double[]::new)).execute();
        }
        position = 0;
        for (Constraint constraint : task.constraints()) {
            sql.insertInto(TASK_CONSTRAINT).values(id, position++, constraint.name(), constraint.tolerance()).execute();
        }
        position = 0;
        for (FidelityParameter knob : task.fidelities().parameters()) {
            sql.insertInto(TASK_FIDELITY).values(id, position++, knob.name(), knob.lower(), knob.upper(), knob.integer(), knob.scale().name(),
                    knob.resumable(), knob.costShare().name()).execute();
        }
    }

    private StoreException conflict(String what) {
        return new StoreException(Kind.CONFLICT, "Results database '" + database.url() + "' holds " + what + " with other facts. "
                + "Maybe something changed without a new version: raise the version, or use another database.");
    }

    private interface Work {
        void run(DSLContext sql);
    }

    /** Runs work that inserts what is missing; when another process inserted the same meanwhile, it finds that the second time. */
    private void untilSettled(Work work) {
        final int tries = 20;
        for (int attempt = 1;; attempt++) {
            try {
                database.transactDurably(sql -> {
                    work.run(sql);
                    return true;
                });
                return;
            } catch (StoreException e) {
                if (e.kind() != Kind.CONFLICT || e.getCause() == null || attempt == tries) {
                    throw e;
                }
            }
        }
    }
}
