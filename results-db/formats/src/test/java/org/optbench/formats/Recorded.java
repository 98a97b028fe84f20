package org.optbench.formats;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Constraint;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.results.Lease;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunView;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreOptions;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;

/** A database in memory, and runs in it. */
final class Recorded implements AutoCloseable {

    static final String CAMPAIGN = "own";

    private static int databases;

    final ResultStore store;

    Recorded() {
        databases++;
        store = ResultStores.open("jdbc:h2:mem:formats" + databases, StoreOptions.defaults());
    }

    static TaskSnapshot function(String id, int dimension, double optimum, Constraint... constraints) {
        return new TaskSnapshot(TaskId.of(id), "1", TaskType.BLACK_BOX, "f", "synthetic", dimension, TaskClock.WALL, Set.of(),
                List.of(Objective.minimize("value").withOptimum(optimum)), List.of(constraints), FidelitySpace.none(), new TreeMap<>());
    }

    /** Records a run of as many trials as there are values; NaN is a failed trial. */
    void run(String variant, TaskSnapshot task, long seed, double... values) {
        double[][] constraints = new double[values.length][task.constraints().size()];
        run(variant, task, seed, values, constraints);
    }

    void run(String variant, TaskSnapshot task, long seed, double[] values, double[][] constraints) {
        RunKey key = new RunKey(ForeignTasks.digest(variant + task.id() + seed));
        store.registerCampaign(CAMPAIGN, "# test");
        store.register(CAMPAIGN, List.of(new RunRecord(key, new OptimizerSnapshot(variant, variant, "1", "{}", new TreeMap<>()), task,
                Budget.ofTrials(values.length), 1, seed, new TreeMap<>())));
        Lease lease = store.claim(key, "test", Duration.ofMinutes(1)).orElseThrow();
        RunLog log = new RunLog();
        for (int i = 0; i < values.length; i++) {
            Map<String, Value> x = new TreeMap<>();
            for (int j = 1; j <= task.dimension(); j++) {
                x.put("x" + j, Value.of(i + j / 16.0));
            }
            RunLog.Ending ending = RunLog.Ending.ofValues(values[i]);
            if (ending.failure().isEmpty()) {
                ending = new RunLog.Ending(TrialStatus.SUCCESS, ending.failure(), "", new double[]{values[i]}, constraints[i]);
            }
            log.add(Configuration.of(x), task.fidelities().full(), task.fidelities().full(), ending, new TrialClock(i, i + 1, 1, 0, 0), List.of());
        }
        try (RunWriter writer = store.writer(lease, new Provenance(Instant.EPOCH, new TreeMap<>()))) {
            log.events().forEach(writer::append);
        }
        store.complete(lease, new RunSummary("trials", values.length, 0, values.length, values.length));
        store.flush();
    }

    ResultReader reader() {
        return store.reader();
    }

    List<RunView> runs(String campaign) {
        return reader().runs(RunQuery.ofCampaign(campaign));
    }

    /** The best value after each number of evaluations that some trial of a run stands at. */
    TreeMap<Long, Double> best(RunView view) {
        TreeMap<Long, Double> best = new TreeMap<>();
        double least = Double.POSITIVE_INFINITY;
        double spent = 0;
        for (TrialRecord trial : reader().trials(view.run().key())) {
            spent += trial.clock().fullEvaluations();
            if (trial.failure().isEmpty()) {
                least = Math.min(least, view.run().task().objectives().getFirst().toMinimize(trial.objectives()[0]));
                best.put(Math.round(spent), least);
            }
        }
        return best;
    }

    @Override
    public void close() {
        store.close();
    }
}
