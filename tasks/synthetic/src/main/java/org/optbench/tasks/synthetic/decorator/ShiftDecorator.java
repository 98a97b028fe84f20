package org.optbench.tasks.synthetic.decorator;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * Moves every float parameter by a random amount, on its scale and around the corner: what leaves the box at one side comes back at the other. The map
 * is one-to-one, so the optimum stays and only its place changes. {@code shift(seed,fraction)}: at most the fraction of the range, by default all.
 */
public final class ShiftDecorator extends SyntheticDecorator {

    /** For the service loader. */
    public ShiftDecorator() {
        super("shift", "shift(<seed>,<largest fraction of the range>)", "moves the float parameters cyclically by a random amount");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(0, 2).number(0, 1, 0, Integer.MAX_VALUE);
        arguments.number(1, 1.0, 0.0, 1.0);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed;
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        FloatCube cube = FloatCube.of(task, arguments, 1);
        RandomGenerator random = RandomStreams.of("shift " + (long) arguments.number(0, 1, 0, Integer.MAX_VALUE)).stream("offset");
        double fraction = arguments.number(1, 1.0, 0.0, 1.0);
        double[] offset = new double[cube.dimension()];
        Arrays.setAll(offset, _ -> fraction * random.nextDouble());
        return new DecoratedTask(task, description, task.problem()) {
            @Override
            Evaluation before(Evaluation e) {
                return new Evaluation(e.trial(), cube.moved(e.configuration(), u -> cyclic(u, offset)), e.fidelity(), e.seed(), e.resumed());
            }
        };
    }

    private static double[] cyclic(double[] u, double[] offset) {
        double[] moved = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            double v = u[i] + offset[i];
            moved[i] = v > 1.0 ? v - 1.0 : v;
        }
        return moved;
    }
}
