package org.optbench.runner.run;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Feedback;
import org.optbench.model.Fidelity;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskUnavailableException;

/** The border to the task: whatever it throws or returns comes back as a legal outcome. */
final class Evaluator {

    private static final int STACK_CHARACTERS = 4000;

    private Evaluator() {
    }

    static Outcome evaluate(Task task, Problem problem, Evaluation evaluation, Progress progress) {
        try {
            return checked(task.evaluate(evaluation, progress), problem);
        } catch (RunFailure | Abandoned | org.optbench.results.StoreException e) {
            throw e;
        } catch (InterruptedException e) {
            return failure(FailureKind.CANCELLED, "The evaluation was interrupted.", e);
        } catch (OutOfMemoryError e) {
            return failure(FailureKind.OUT_OF_MEMORY, "The task ran out of memory: " + e.getMessage(), e);
        } catch (TaskUnavailableException e) {
            return failure(FailureKind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
        } catch (Throwable e) { // a plug-in may throw anything; it costs its own trial only
            return failure(FailureKind.CRASH, "The task threw " + e, e);
        }
    }

    @SuppressWarnings("ConstantValue")
    private static Outcome checked(Outcome outcome, Problem problem) {
        if (outcome == null) {
            return Outcome.failure(FailureKind.INVALID_RESULT, "The task returned null.");
        }
        return switch (outcome) {
            case Outcome.Failure failure -> failure;
            case Outcome.Success success -> objection(success, problem).map(why -> wrong(why, success.cost())).orElse(success);
            case Outcome.Interrupted early -> interruptedObjection(early, problem).map(why -> wrong(why, early.cost())).orElse(early);
        };
    }

    private static Optional<Wrong> interruptedObjection(Outcome.Interrupted early, Problem problem) {
        Optional<String> fidelity = problem.fidelities().objection(early.reached());
        return fidelity.isPresent() ? fidelity.map(why -> new Wrong(FailureKind.INVALID_RESULT, why)) : objection(early, problem);
    }

    private static Optional<Wrong> objection(Outcome.Valued outcome, Problem problem) {
        int objectives = problem.objectives().size();
        int constraints = problem.constraints().size();
        if (outcome.objectives().size() != objectives || outcome.constraints().size() != constraints) {
            return Optional.of(new Wrong(FailureKind.INVALID_RESULT,
                    "The task returned " + outcome.objectives().size() + " objectives and " + outcome.constraints().size() + " constraints: " + objectives
                            + " and " + constraints + " are due."));
        }
        boolean mayMiss = problem.multiTask().isPresent() && outcome.objectives().stream().anyMatch(Double::isFinite);
        List<Double> bad = outcome.objectives().stream().filter(value -> !Double.isFinite(value) && !(mayMiss && Double.isNaN(value))).toList();
        if (!bad.isEmpty() || outcome.constraints().stream().anyMatch(value -> value.isNaN())) {
            return Optional.of(new Wrong(FailureKind.NOT_A_NUMBER,
                    "The task returned objectives " + outcome.objectives() + " and constraints " + outcome.constraints() + ": all must be finite numbers."));
        }
        return Optional.empty();
    }

    private static Outcome wrong(Wrong wrong, Cost cost) {
        return new Outcome.Failure(wrong.kind, wrong.message, cost, Feedback.none());
    }

    private static Outcome failure(FailureKind kind, String message, Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        String text = stack.toString();
        return new Outcome.Failure(kind, message, Cost.measured(),
                Feedback.of("", Map.of("stack", text.substring(0, Math.min(STACK_CHARACTERS, text.length())))));
    }

    /** The order to evaluate a running trial. */
    static Evaluation evaluation(Running running, RunCore core) {
        Optional<Evaluation.Resumed> resumed = Optional.empty();
        if (running.suggestion.resumes().isPresent()) {
            int from = running.suggestion.resumes().getAsInt();
            Fidelity reached = core.reached(from).orElse(Fidelity.none());
            resumed = Optional.of(new Evaluation.Resumed(from, reached, core.seedOf(from)));
        }
        return new Evaluation(running.index, running.suggestion.configuration(), running.suggestion.fidelity(), running.seed, resumed);
    }

    private record Wrong(FailureKind kind, String message) {
    }
}
