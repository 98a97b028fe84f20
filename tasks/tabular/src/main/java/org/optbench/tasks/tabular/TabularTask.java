package org.optbench.tasks.tabular;

import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Violation;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/** Looks results up: an evaluation gives one of the recorded repeats of its configuration, chosen by the seed. */
record TabularTask(TaskDescription description, Problem problem, Table table, RowIndex index) implements Task {

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) {
        int row = index.of(evaluation.configuration());
        if (row < 0) {
            return invalid(String.join(" ", problem.space().violations(evaluation.configuration()).stream().map(Violation::reason).toList()));
        }
        if (!evaluation.fidelity().levels().isEmpty()) {
            return invalid(problem.fidelities().objection(evaluation.fidelity()).orElse("It has no fidelity."));
        }
        return Outcome.of(table.draw(row, evaluation.seed()));
    }

    private Outcome invalid(String why) {
        return Outcome.failure(FailureKind.INVALID_SUGGESTION, "Task '" + description.id() + "': " + why);
    }
}
