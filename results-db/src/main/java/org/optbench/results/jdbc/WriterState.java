package org.optbench.results.jdbc;

import org.jspecify.annotations.Nullable;
import org.optbench.model.FidelitySpace;
import org.optbench.results.Lease;
import org.optbench.results.StoreException;

/** What the group writer must know of one open log. */
final class WriterState {

    final long run;
    final Lease lease;
    final FidelitySpace fidelities;
    private volatile @Nullable StoreException failure;

    WriterState(long run, Lease lease, FidelitySpace fidelities) {
        this.run = run;
        this.lease = lease;
        this.fidelities = fidelities;
    }

    synchronized void fail(StoreException reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    @Nullable
    StoreException failure() {
        return failure;
    }

    void check() {
        StoreException reason = failure;
        if (reason != null) {
            throw reason.again();
        }
    }
}
