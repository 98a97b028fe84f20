package org.optbench.optimizers.multiobjective;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.optbench.indicators.Hypervolume;
import org.optbench.model.Budget;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
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

/** Runs optimizers on tasks, one trial at a time. */
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

    private static final TaskCatalog TASKS = TaskCatalog.load(Runs.class.getClassLoader());
    private static final OptimizerCatalog OPTIMIZERS = OptimizerCatalog.load(Runs.class.getClassLoader());

    private Runs() {
    }

    /**
     * What a run came to, as vectors to minimise.
     *
     * @param all        feasible ones in the order told
     * @param population feasible ones in the population at the end
     * @param reference  reference point of the task
     */
    record Result(double[][] all, double[][] population, double[] reference) {

        /** Hypervolume of the population at the end, as publications give it. */
        double finalHypervolume(double... corner) {
            return Hypervolume.of(population, corner);
        }
    }

    static Result run(String optimizer, String task, int trials, long seed) {
        return run(optimizer, Map.of(), task, trials, seed);
    }

    static Result run(String optimizer, Map<String, Value> settings, String task, int trials, long seed) {
        OptimizerVariant variant = OPTIMIZERS.resolve(optimizer, Configuration.of(settings), Map.of());
        List<double[]> vectors = new ArrayList<>();
        List<double[]> population = new ArrayList<>();
        try (Task opened = TASKS.open(TaskId.of(task), new TaskContext(Path.of(System.getProperty("optbench.data", "data")), NOWHERE, Map.of()));
                Optimizer solver = variant.provider().create(new OptimizerContext(opened.problem(), Budget.ofTrials(trials), 1, variant.settings(),
                        variant.options(), RandomStreams.of(optimizer + "/" + task + "/" + seed), UsageLedger.none(), NOWHERE))) {
            for (int t = 0; t < trials; t++) {
                Suggestion suggestion = ((Ask.Suggest) solver.ask(AskRequest.one())).suggestions().getFirst();
                Outcome outcome = opened.evaluate(new Evaluation(t, suggestion.configuration(), suggestion.fidelity(), t), SILENT);
                solver.tell(new Trial(t, suggestion, t, outcome, List.of()));
                add(opened.problem(), outcome, vectors);
            }
            if (solver instanceof VectorOptimizer evolved) {
                evolved.population().stream().filter(Individual::feasible).map(Individual::objectives).forEach(population::add);
            }
            double[] reference = opened.problem().objectives().stream().mapToDouble(o -> o.toMinimize(o.referencePoint().orElse(Double.NaN))).toArray();
            return new Result(vectors.toArray(double[][]::new), population.toArray(double[][]::new), reference);
        } catch (Exception e) {
            throw new IllegalStateException(optimizer + " on " + task, e);
        }
    }

    private static void add(Problem problem, Outcome outcome, List<double[]> vectors) {
        if (outcome instanceof Outcome.Success success && problem.isFeasible(success.constraints())) {
            double[] vector = new double[problem.objectives().size()];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = problem.objectives().get(j).toMinimize(success.objectives().get(j));
            }
            vectors.add(vector);
        }
    }
}
