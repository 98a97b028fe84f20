package org.optbench.optimizers.bayes.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.optbench.model.Budget;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** Runs optimizers on bbob functions, one trial at a time. */
final class Runs {
    private static final Path NOWHERE = Path.of("unused");
    private static final Progress SILENT = new Progress() {
        @Override
        public Verdict report(Measurement measurement) {
            return Verdict.CONTINUE;
        }

        @Override
        public void log(String line) {
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Path checkpoints(int trial) {
            return NOWHERE;
        }
    };

    private final TaskCatalog tasks = TaskCatalog.load(Runs.class.getClassLoader());
    private final OptimizerCatalog optimizers = OptimizerCatalog.load(Runs.class.getClassLoader());

    /**
     * What a run came to.
     *
     * @param regrets best value minus optimum after each trial
     * @param cpuMillis CPU time of the optimizer for each suggestion, ask and tell, mean over the run
     */
    record Result(double[] regrets, double cpuMillis) {
    }

    /**
     * Runs once.
     *
     * @param optimizer id of a variant
     */
    Result run(String optimizer, int function, int dimension, int instance, int trials) throws Exception {
        OptimizerVariant variant = optimizers.resolve(optimizer, Configuration.empty(), Map.of());
        TaskId id = TaskId.of("bbob/f" + function + "/d" + dimension + "/i" + instance);
        long nanos = 0;
        double[] regrets = new double[trials];
        double best = Double.POSITIVE_INFINITY;
        try (Task task = tasks.open(id, new TaskContext(NOWHERE, NOWHERE, Map.of()));
                Optimizer solver = variant.provider().create(new OptimizerContext(task.problem(), Budget.ofTrials(trials), 1, variant.settings(),
                        variant.options(), RandomStreams.of(optimizer + "/" + function + "/" + instance), UsageLedger.none(), NOWHERE))) {
            double optimum = task.problem().objective().optimum().orElseThrow();
            for (int t = 0; t < trials; t++) {
                long start = cpuNanos();
                Suggestion suggestion = ((Ask.Suggest) solver.ask(AskRequest.one())).suggestions().getFirst();
                nanos += cpuNanos() - start;
                Outcome outcome = task.evaluate(new Evaluation(t, suggestion.configuration(), suggestion.fidelity(), t), SILENT);
                best = Math.min(best, ((Outcome.Valued) outcome).objectives().getFirst());
                regrets[t] = best - optimum;
                start = cpuNanos();
                solver.tell(new Trial(t, suggestion, t, outcome, List.of()));
                nanos += cpuNanos() - start;
            }
        }
        return new Result(regrets, nanos / 1e6 / trials);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
