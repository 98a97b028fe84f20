package org.optbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.optbench.results.Lease;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;

/** Frees the runs of processes of this machine that died, so that a restart does not wait for their leases to run out. */
final class StaleRuns {

    private StaleRuns() {
    }

    static void release(ResultStore store, String campaign) {
        if (store.reader().campaigns().stream().noneMatch(record -> record.name().equals(campaign))) {
            return;
        }
        List<Lease> stale = new ArrayList<>();
        store.reader().runs(RunQuery.ofCampaign(campaign).withStatuses(RunStatus.RUNNING), run -> {
            if (Workers.isDead(run.holder())) {
                stale.add(new Lease(run.run().key(), run.attempts(), run.holder()));
            }
        });
        stale.forEach(store::died);
    }
}
