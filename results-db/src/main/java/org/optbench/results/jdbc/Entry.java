package org.optbench.results.jdbc;

import java.util.Map;
import org.optbench.results.Provenance;
import org.optbench.results.RunEvent;
import org.optbench.results.RunSummary;
import org.optbench.results.TargetHit;

/** Something that waits to be written. */
sealed interface Entry {

    WriterState log();

    record Started(WriterState log, Provenance provenance) implements Entry {
    }

    record Event(WriterState log, RunEvent event) implements Entry {
    }

    record Hit(WriterState log, TargetHit hit) implements Entry {
    }

    record Usage(WriterState log, Map<String, Double> totals) implements Entry {
        public Usage {
            totals = Map.copyOf(totals);
        }
    }

    record Completed(WriterState log, RunSummary summary) implements Entry {
    }
}
