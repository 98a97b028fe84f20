package org.optbench.results.wrong;

import org.jooq.wrong.Row;
import smile.wrong.Learner;

/** Wrong on purpose: types of jOOQ in public signatures, and a learner of Smile where NOTICE names none. */
public final class ResultsShowingJooq {

    public Row returned() {
        return new Row();
    }

    public int taken(Row row) {
        return row.hashCode() + new Learner().hashCode();
    }
}
