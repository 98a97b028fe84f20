package org.optbench.tasks.synthetic.decorator;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.optbench.model.Cost;
import org.optbench.model.Outcome;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.function.Draws;

/**
 * Lets results come late on simulated time: {@code delay(seconds,distribution)}, where the distribution of the given mean is {@code constant},
 * {@code exponential} or {@code lognormal} (of shape 1). Seconds that the task states itself are added.
 */
public final class DelayDecorator extends SyntheticDecorator {

    private static final List<String> DISTRIBUTIONS = List.of("constant", "exponential", "lognormal");

    /** For the service loader. */
    public DelayDecorator() {
        super("delay", "delay(<mean seconds>,constant|exponential|lognormal)", "lets results come late on simulated time");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(1, 2).number(0, 1.0, 0.0, 1e9);
        arguments.choice(1, "constant", DISTRIBUTIONS);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed.withClock(TaskClock.SIMULATED);
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        double mean = arguments.number(0, 1.0, 0.0, 1e9);
        String distribution = arguments.text(1, "constant");
        return new DecoratedTask(task, description, task.problem()) {
            @Override
            Outcome finished(Outcome outcome, Evaluation evaluation) {
                RandomGenerator random = Draws.stream(evaluation.seed(), "delay");
                double factor = switch (distribution) {
                    case "exponential" -> -StrictMath.log(1.0 - random.nextDouble());
                    case "lognormal" -> StrictMath.exp(Draws.gaussian(random) - 0.5);
                    default -> 1.0;
                };
                return later(outcome, mean * factor);
            }
        };
    }

    private static Outcome later(Outcome outcome, double seconds) {
        Cost before = outcome.cost();
        Cost cost = new Cost(OptionalDouble.of(before.seconds().orElse(0.0) + seconds), before.resources());
        return switch (outcome) {
            case Outcome.Success s -> new Outcome.Success(s.objectives(), s.constraints(), cost, s.feedback());
            case Outcome.Interrupted i -> new Outcome.Interrupted(i.paused(), i.reached(), i.objectives(), i.constraints(), cost);
            case Outcome.Failure f -> new Outcome.Failure(f.kind(), f.message(), cost, f.feedback());
        };
    }
}
