package org.optbench.meta;

import java.nio.file.Path;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.optimizer.OptimizerVariant;

/** The settings of an optimizer as a search space; the objective is its mean score over the runs of a suite, of which fewer are a lower fidelity. */
final class MetaTask implements Task {

    static final String RUNS = "runs";
    static final int MOST_RUNS = 10;

    private final TaskDescription description;
    private final Problem problem;
    private final OptimizerVariant variant;
    private final Suite suite;
    private final int budget;
    private final TaskCatalog tasks;
    private final TaskContext context;

    MetaTask(TaskDescription description, OptimizerVariant variant, Suite suite, int budget, TaskCatalog tasks, TaskContext context) {
        this.description = description;
        this.problem = problem(variant.provider().description().settings(), variant.id());
        this.variant = variant;
        this.suite = suite;
        this.budget = budget;
        this.tasks = tasks;
        this.context = context;
    }

    /** The problem that the settings of an optimizer make. */
    static Problem problem(SearchSpace settings, String optimizer) {
        return Problem.of(settings, Objective.minimize("log_regret")).withFidelities(FidelitySpace.of(FidelityParameter.steps(RUNS, 1, MOST_RUNS)))
                .withText("Settings of the optimizer " + optimizer + ", to reach low regrets on a suite of functions.");
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
        Fidelity fidelity = evaluation.fidelity();
        int runs = (int) fidelity.level(RUNS);
        double sum = 0;
        for (int run = 0; run < runs; run++) {
            if (progress.isCancelled()) {
                return Outcome.failure(FailureKind.CANCELLED, "Ended after " + run + " of " + runs + " runs.");
            }
            Path folder = context.workFolder().resolve("meta");
            try (Task inner = tasks.open(suite.task(run), context)) {
                sum += new InnerRun(inner, budget).score(variant, evaluation.configuration(), folder, progress);
            }
        }
        return Outcome.of(sum / runs);
    }
}
