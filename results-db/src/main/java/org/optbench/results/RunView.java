package org.optbench.results;

import java.time.Instant;
import java.util.Optional;

/**
 * A run and where it stands. Views of one reader share the snapshots of optimizers and tasks.
 *
 * @param attempts   claims so far
 * @param failures   attempts that failed
 * @param reason     of the last failure; empty without one
 * @param holder     worker that holds it; empty when nobody does
 * @param leaseUntil when its lease runs out, by the database's clock; empty when nobody holds it
 * @param summary    of a run that is done
 */
public record RunView(RunRecord run, RunStatus status, int attempts, int failures, String reason, String holder, Optional<Instant> leaseUntil,
        Optional<RunSummary> summary) {
}
