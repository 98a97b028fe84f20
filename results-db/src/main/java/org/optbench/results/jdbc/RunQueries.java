package org.optbench.results.jdbc;

import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN;
import static org.optbench.results.jdbc.schema.Tables.CAMPAIGN_RUN;
import static org.optbench.results.jdbc.schema.Tables.OPTIMIZER_VARIANT;
import static org.optbench.results.jdbc.schema.Tables.RUN;
import static org.optbench.results.jdbc.schema.Tables.TASK_SNAPSHOT;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.optbench.results.RunQuery;

/** Queries for runs as SQL. */
final class RunQueries {

    private RunQueries() {
    }

    static Condition condition(RunQuery query) {
        Condition condition = DSL.noCondition();
        if (!query.campaigns().isEmpty()) {
            condition = condition.and(DSL.exists(DSL.selectOne().from(CAMPAIGN_RUN).join(CAMPAIGN).on(CAMPAIGN.ID.eq(CAMPAIGN_RUN.CAMPAIGN_ID))
                    .where(CAMPAIGN_RUN.RUN_ID.eq(RUN.ID).and(CAMPAIGN.NAME.in(query.campaigns())))));
        }
        if (!query.variants().isEmpty()) {
            condition = condition.and(RUN.OPTIMIZER_ID.in(DSL.select(OPTIMIZER_VARIANT.ID).from(OPTIMIZER_VARIANT)
                    .where(OPTIMIZER_VARIANT.VARIANT.in(query.variants()))));
        }
        if (!query.tasks().isEmpty()) {
            condition = condition.and(RUN.TASK_ID.in(DSL.select(TASK_SNAPSHOT.ID).from(TASK_SNAPSHOT).where(TASK_SNAPSHOT.TASK.in(query.tasks()))));
        }
        if (!query.statuses().isEmpty()) {
            condition = condition.and(RUN.STATUS.in(query.statuses().stream().map(Enum::name).toList()));
        }
        return condition;
    }

    /** Optimizer variant, task, seed, key; texts by code point whatever the collation of the database. */
    static OrderField<?>[] order(boolean postgres) {
        return new OrderField<?>[]{byCodePoint(OPTIMIZER_VARIANT.VARIANT, postgres), byCodePoint(TASK_SNAPSHOT.TASK, postgres), RUN.SEED,
                byCodePoint(RUN.RUN_KEY, postgres)};
    }

    private static Field<String> byCodePoint(Field<String> field, boolean postgres) {
        return postgres ? DSL.field("{0} collate \"C\"", String.class, field) : field;
    }
}
