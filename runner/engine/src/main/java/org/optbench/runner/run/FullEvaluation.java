package org.optbench.runner.run;

import java.nio.file.Path;
import java.util.List;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.Verdict;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;

/** One evaluation of a configuration at full fidelity outside of any run: nothing is recorded, nothing stops it early. */
public final class FullEvaluation {

    private FullEvaluation() {
    }

    /**
     * The finished trial; whatever the task throws or wrongly returns is a failed one, as in a run.
     *
     * @param index      mark of the trial, 0 or above, that keeps the checkpoints of trials apart
     * @param seed       the only source of randomness of the evaluation
     * @param workFolder for checkpoints and the log; made when needed
     */
    public static Trial of(Task task, int index, Configuration configuration, long seed, Path workFolder) {
        Problem problem = task.problem();
        Suggestion suggestion = new Suggestion(configuration, problem.fidelities().full(), 0);
        Evaluation evaluation = new Evaluation(index, configuration, suggestion.fidelity(), seed);
        Outcome outcome = Evaluator.evaluate(task, problem, evaluation, new TrialProgress(workFolder, _ -> Verdict.CONTINUE));
        return new Trial(index, suggestion, seed, outcome, List.of());
    }
}
