package org.optbench.tasks.synthetic.decorator;

import java.util.random.RandomGenerator;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.function.Draws;

/**
 * Turns the float parameters about the middle of their box, on their scales: {@code rotate(seed)}. What leaves the box is mirrored back into it. The
 * optimum of the original may be out of reach, so the decorated task has no known one.
 */
public final class RotateDecorator extends SyntheticDecorator {

    /** For the service loader. */
    public RotateDecorator() {
        super("rotate", "rotate(<seed>)", "turns the float parameters about the middle of their box");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(0, 1).number(0, 1, 0, Integer.MAX_VALUE);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed;
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        FloatCube cube = FloatCube.of(task, arguments, 2);
        RandomGenerator random = RandomStreams.of("rotate " + (long) arguments.number(0, 1, 0, Integer.MAX_VALUE)).stream("rotation");
        double[][] rotation = Draws.rotation(cube.dimension(), random);
        Problem problem = task.problem().withObjectives(task.problem().objectives().stream().map(RotateDecorator::withoutOptimum).toList());
        return new DecoratedTask(task, description, problem) {
            @Override
            Evaluation before(Evaluation e) {
                return new Evaluation(e.trial(), cube.moved(e.configuration(), u -> turned(u, rotation)), e.fidelity(), e.seed(), e.resumed());
            }
        };
    }

    private static Objective withoutOptimum(Objective objective) {
        Objective fresh = switch (objective.direction()) {
            case MINIMIZE -> Objective.minimize(objective.name());
            case MAXIMIZE -> Objective.maximize(objective.name());
        };
        return objective.referencePoint().isPresent() ? fresh.withReferencePoint(objective.referencePoint().getAsDouble()) : fresh;
    }

    private static double[] turned(double[] u, double[][] rotation) {
        double[] moved = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double sum = 0.5;
            for (int j = 0; j < u.length; j++) {
                sum += rotation[i][j] * (u[j] - 0.5);
            }
            moved[i] = mirrored(sum);
        }
        return moved;
    }

    /** The triangle wave of period 2 that is the identity on [0, 1]. */
    static double mirrored(double v) {
        double phase = v - 2.0 * Math.floor(v / 2.0);
        return phase <= 1.0 ? phase : 2.0 - phase;
    }
}
