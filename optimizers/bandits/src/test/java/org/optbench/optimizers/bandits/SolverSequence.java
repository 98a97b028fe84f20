package org.optbench.optimizers.bandits;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.Trial;
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
import org.optbench.tasks.testkit.RecordingProgress;

/** A sequence of linear systems whose relaxation parameter is chosen step by step, and what fixed choices and optimizers need for it. */
final class SolverSequence {

    private static final Path UNUSED = Path.of("unused");
    private static final Progress SILENT = RecordingProgress.letting(UNUSED);

    private final Task task;

    SolverSequence(String id) {
        task = TaskCatalog.load(SolverSequence.class.getClassLoader()).open(TaskId.of(id), new TaskContext(UNUSED, UNUSED, Map.of()));
    }

    private double iterations(int step, Configuration configuration) throws Exception {
        Outcome.Success success = (Outcome.Success) task.evaluate(new Evaluation(step, configuration, Fidelity.none(), step), SILENT);
        return success.objectives().getFirst();
    }

    /** Mean iterations over some steps with the best of some fixed parameters, known only in hindsight. */
    double bestFixed(int from, int to) throws Exception {
        double best = Double.POSITIVE_INFINITY;
        for (double omega = 1; omega < 1.99; omega += 0.03) {
            double sum = 0;
            for (int step = from; step < to; step++) {
                sum += iterations(step, Configuration.empty().with("omega", Value.of(omega)));
            }
            best = Math.min(best, sum / (to - from));
        }
        return best;
    }

    /** Mean iterations of an optimizer over each of some stretches of equal length. */
    List<Double> means(String optimizer, int stretches, int length) throws Exception {
        OptimizerVariant variant = OptimizerCatalog.load(SolverSequence.class.getClassLoader()).resolve(optimizer, Configuration.empty(), new TreeMap<>());
        List<Double> means = new ArrayList<>();
        OptimizerContext context = new OptimizerContext(task.problem(), Budget.ofTrials((long) stretches * length), 1, variant.settings(), variant.options(),
                RandomStreams.of("sequence"), UsageLedger.none(), UNUSED);
        try (Optimizer run = variant.provider().create(context)) {
            for (int stretch = 0; stretch < stretches; stretch++) {
                double sum = 0;
                for (int step = stretch * length; step < (stretch + 1) * length; step++) {
                    sum += step(run, step);
                }
                means.add(sum / length);
            }
        }
        return means;
    }

    private double step(Optimizer run, int step) throws Exception {
        Optional<Configuration> context = task.problem().context().isPresent() ? Optional.of(task.context(step)) : Optional.empty();
        Ask.Suggest ask = (Ask.Suggest) run.ask(new AskRequest(1, 0, context));
        double iterations = iterations(step, ask.suggestions().getFirst().configuration());
        run.tell(new Trial(step, ask.suggestions().getFirst(), step, Outcome.of(iterations), List.of()));
        return iterations;
    }
}
