package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.OPTIMIZER_VARIANT;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.TASK_CONSTRAINT;
import static org.optbench.results.jdbc.schema.Tables.TASK_FIDELITY;
import static org.optbench.results.jdbc.schema.Tables.TASK_OBJECTIVE;
import static org.optbench.results.jdbc.schema.Tables.TASK_SNAPSHOT;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Constraint;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Scale;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.model.task.Trait;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.RunKey;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunSummary;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;

/** Runs, optimizers and tasks as rows and back. Snapshots never change, so each is read once and shared. */
final class RunRows {

    private final Map<Long, OptimizerSnapshot> optimizers = new ConcurrentHashMap<>();
    private final Map<Long, TaskSnapshot> tasks = new ConcurrentHashMap<>();

    RunView view(DSLContext sql, Record row) {
        RunStatus status = RunStatus.valueOf(row.get(RUN.STATUS));
        RunRecord run = new RunRecord(new RunKey(row.get(RUN.RUN_KEY)), optimizer(sql, row.get(RUN.OPTIMIZER_ID)), task(sql, row.get(RUN.TASK_ID)),
                BudgetText.read(row.get(RUN.BUDGET)), row.get(RUN.WORKERS), row.get(RUN.SEED), FlatJson.read(row.get(RUN.EXECUTION_JSON)));
        boolean held = status == RunStatus.RUNNING;
        Optional<RunSummary> summary = status == RunStatus.DONE
                ? Optional.of(new RunSummary(row.get(RUN.ENDING), row.get(RUN.TRIALS), row.get(RUN.FAILED_TRIALS), row.get(RUN.FULL_EVALUATIONS),
                        row.get(RUN.SECONDS)))
                : Optional.empty();
        return new RunView(run, status, row.get(RUN.ATTEMPT), row.get(RUN.FAILURES), orEmpty(row.get(RUN.REASON)),
                held ? orEmpty(row.get(RUN.HOLDER)) : "", held ? Optional.of(row.get(RUN.LEASE_UNTIL).toInstant()) : Optional.empty(), summary);
    }

    TaskSnapshot task(DSLContext sql, long id) {
        TaskSnapshot known = tasks.get(id);
        if (known == null) {
            known = readTask(sql, id);
            tasks.put(id, known);
        }
        return known;
    }

    private OptimizerSnapshot optimizer(DSLContext sql, long id) {
        OptimizerSnapshot known = optimizers.get(id);
        if (known == null) {
            Record row = sql.selectFrom(OPTIMIZER_VARIANT).where(OPTIMIZER_VARIANT.ID.eq(id)).fetchSingle();
            known = new OptimizerSnapshot(row.get(OPTIMIZER_VARIANT.VARIANT), row.get(OPTIMIZER_VARIANT.PROVIDER), row.get(OPTIMIZER_VARIANT.VERSION),
                    row.get(OPTIMIZER_VARIANT.SETTINGS), FlatJson.read(row.get(OPTIMIZER_VARIANT.OPTIONS_JSON)));
            optimizers.put(id, known);
        }
        return known;
    }

    private static TaskSnapshot readTask(DSLContext sql, long id) {
        Record row = sql.selectFrom(TASK_SNAPSHOT).where(TASK_SNAPSHOT.ID.eq(id)).fetchSingle();
        List<Objective> objectives = sql.selectFrom(TASK_OBJECTIVE).where(TASK_OBJECTIVE.TASK_ID.eq(id)).orderBy(TASK_OBJECTIVE.POSITION)
                .fetch(one -> new Objective(one.get(TASK_OBJECTIVE.NAME), Direction.valueOf(one.get(TASK_OBJECTIVE.DIRECTION)),
                        optional(one.get(TASK_OBJECTIVE.OPTIMUM)), List.of(one.get(TASK_OBJECTIVE.TARGETS)),
                        optional(one.get(TASK_OBJECTIVE.REFERENCE_POINT))));
        List<Constraint> constraints = sql.selectFrom(TASK_CONSTRAINT).where(TASK_CONSTRAINT.TASK_ID.eq(id)).orderBy(TASK_CONSTRAINT.POSITION)
                .fetch(one -> new Constraint(one.get(TASK_CONSTRAINT.NAME), one.get(TASK_CONSTRAINT.TOLERANCE)));
        List<FidelityParameter> knobs = sql.selectFrom(TASK_FIDELITY).where(TASK_FIDELITY.TASK_ID.eq(id)).orderBy(TASK_FIDELITY.POSITION)
                .fetch(one -> new FidelityParameter(one.get(TASK_FIDELITY.NAME), one.get(TASK_FIDELITY.LOWER_LEVEL), one.get(TASK_FIDELITY.UPPER_LEVEL),
                        one.get(TASK_FIDELITY.WHOLE), Scale.valueOf(one.get(TASK_FIDELITY.SCALE)), one.get(TASK_FIDELITY.RESUMABLE),
                        FidelityParameter.CostShare.valueOf(one.get(TASK_FIDELITY.COST_SHARE))));
        return new TaskSnapshot(TaskId.of(row.get(TASK_SNAPSHOT.TASK)), row.get(TASK_SNAPSHOT.VERSION), TaskType.valueOf(row.get(TASK_SNAPSHOT.TYPE)),
                row.get(TASK_SNAPSHOT.FAMILY), row.get(TASK_SNAPSHOT.DOMAIN), row.get(TASK_SNAPSHOT.DIMENSION),
                TaskClock.valueOf(row.get(TASK_SNAPSHOT.CLOCK)), traits(row.get(TASK_SNAPSHOT.TRAITS)), objectives, constraints,
                knobs.isEmpty() ? FidelitySpace.none() : new FidelitySpace(knobs), FlatJson.read(row.get(TASK_SNAPSHOT.ATTRIBUTES_JSON)));
    }

    private static Set<Trait> traits(String text) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        for (String name : text.split(",")) {
            if (!name.isEmpty()) {
                traits.add(Trait.valueOf(name));
            }
        }
        return traits;
    }

    static String budget(RunRecord run) {
        return BudgetText.write(run.budget());
    }

    static String execution(RunRecord run) {
        return FlatJson.write(run.execution());
    }

    /** Changes whenever any fact of the task does. */
    static String digest(TaskSnapshot task) {
        return Digests.of(task.type().name(), task.family(), task.domain(), Integer.toString(task.dimension()), task.clock().name(),
                task.traits().toString(), task.objectives().toString(), task.constraints().toString(), task.fidelities().toString(),
                FlatJson.write(task.attributes()));
    }

    static @Nullable Double nullable(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
