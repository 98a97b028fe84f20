package org.optbench.meta;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Budget;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/**
 * One sequential run of an optimizer on a task, and how good it was: the logarithm to base 10 of its regret, relative to the median regret of random points. The random streams follow
 * from the task alone, so that settings are compared on the same draws.
 */
final class InnerRun {

    private static final int RANDOM_POINTS = 49;
    private static final double LEAST = 1e-8;

    private final Task task;
    private final int budget;
    private final RandomStreams streams;

    InnerRun(Task task, int budget) {
        this.task = task;
        this.budget = budget;
        this.streams = RandomStreams.of("meta " + task.description().id());
    }

    /** From -8, the optimum, over 0, a random point, to 3 at most for a run without a result. */
    double score(OptimizerVariant variant, Configuration settings, Path folder, Progress progress) throws Exception {
        Problem problem = task.problem();
        double optimum = problem.objective().toMinimize(problem.objective().optimum().orElseThrow());
        double best = Double.POSITIVE_INFINITY;
        OptimizerContext context = new OptimizerContext(problem, Budget.ofTrials(budget), 1, settings, variant.options(), streams.sub("optimizer"),
                UsageLedger.none(), folder);
        try (Optimizer optimizer = variant.provider().create(context)) {
            for (int index = 0; index < budget && !progress.isCancelled(); index++) {
                if (!(optimizer.ask(AskRequest.one()) instanceof Ask.Suggest(List<Suggestion> suggestions))) {
                    break; // exhausted: nothing is pending that could be waited for
                }
                Suggestion suggestion = suggestions.getFirst();
                long seed = streams.seed("evaluation", index);
                Outcome outcome = task.evaluate(new Evaluation(index, suggestion.configuration(), suggestion.fidelity(), seed), new Quiet(folder, progress));
                if (outcome instanceof Outcome.Success success) {
                    best = Math.min(best, problem.objective().toMinimize(success.objectives().getFirst()));
                }
                optimizer.tell(new Trial(index, suggestion, seed, outcome, List.of()));
            }
        }
        double relative = (best - optimum) / (random(problem, folder, progress) - optimum);
        return Math.clamp(StrictMath.log10(Math.max(relative, LEAST)), StrictMath.log10(LEAST), 3);
    }

    /** Median of random points. */
    private double random(Problem problem, Path folder, Progress progress) throws Exception {
        RandomGenerator random = streams.stream("random points");
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            Evaluation evaluation = new Evaluation(i, problem.space().sample(random), problem.fidelities().full(), streams.seed("random point", i));
            if (task.evaluate(evaluation, new Quiet(folder, progress)) instanceof Outcome.Success success) {
                values.add(problem.objective().toMinimize(success.objectives().getFirst()));
            }
        }
        values.sort(null);
        return values.get(values.size() / 2);
    }

    /** Inner evaluations report nothing outside. */
    private record Quiet(Path folder, Progress outer) implements Progress {

        @Override
        public Verdict report(Measurement measurement) {
            return Verdict.CONTINUE;
        }

        @Override
        public void log(String line) {
            outer.log(line);
        }

        @Override
        public boolean isCancelled() {
            return outer.isCancelled();
        }

        @Override
        public Path checkpoints(int trial) {
            return folder.resolve(Integer.toString(trial));
        }
    }
}
