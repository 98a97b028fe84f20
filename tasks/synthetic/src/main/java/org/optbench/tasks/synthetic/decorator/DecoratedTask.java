package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/** A task around another one. Subclasses change what goes in, what comes out, or both; reports on the way change like results. */
class DecoratedTask implements Task {

    private final Task inner;
    private final TaskDescription description;
    private final Problem problem;

    DecoratedTask(Task inner, TaskDescription description, Problem problem) {
        this.inner = inner;
        this.description = description;
        this.problem = problem;
    }

    /** What the inner task is asked. */
    Evaluation before(Evaluation evaluation) {
        return evaluation;
    }

    /** The objectives that come out at a fidelity; NaN stays NaN. */
    List<Double> after(List<Double> objectives, Evaluation evaluation, Fidelity reached) {
        return objectives;
    }

    /** The result of an evaluation, for what is not a matter of the objectives. */
    Outcome finished(Outcome outcome, Evaluation evaluation) {
        return outcome;
    }

    @Override
    public final TaskDescription description() {
        return description;
    }

    @Override
    public final Problem problem() {
        return problem;
    }

    final Task inner() {
        return inner;
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
        Outcome outcome = inner.evaluate(before(evaluation),
                new MappedProgress(progress, m -> new Measurement(m.at(), after(m.objectives(), evaluation, m.at()), m.constraints(), m.seconds(), m.extra())));
        Outcome changed = switch (outcome) {
            case Outcome.Success success -> new Outcome.Success(after(success.objectives(), evaluation, evaluation.fidelity()), success.constraints(),
                    success.cost(), success.feedback());
            case Outcome.Interrupted interrupted -> new Outcome.Interrupted(interrupted.paused(), interrupted.reached(),
                    after(interrupted.objectives(), evaluation, interrupted.reached()), interrupted.constraints(), interrupted.cost());
            case Outcome.Failure failure -> failure;
        };
        return finished(changed, evaluation);
    }

    @Override
    public final Configuration context(int step) {
        return inner.context(step);
    }

    @Override
    public final void close() {
        inner.close();
    }
}
