package org.optbench.tasks.synthetic.decorator;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.function.Draws;

/**
 * Lets evaluations fail: {@code fail(probability,kind,where)}. The kind is {@code crash}, {@code timeout}, {@code out-of-memory} or {@code nan}; where is
 * {@code anywhere} (by the seed of the evaluation) or {@code region} (always in a random half-space that holds about that share of the float parameters'
 * box, a hidden constraint; never at the default configuration).
 */
public final class FailDecorator extends SyntheticDecorator {

    private static final List<String> KINDS = List.of("crash", "timeout", "out-of-memory", "nan");
    private static final List<String> PLACES = List.of("anywhere", "region");
    private static final int SAMPLE = 4096;

    /** For the service loader. */
    public FailDecorator() {
        super("fail", "fail(<probability>,crash|timeout|out-of-memory|nan,anywhere|region)", "lets evaluations fail at random or in a hidden region");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(1, 3).number(0, 0.1, 0.0, 1.0);
        arguments.choice(1, "crash", KINDS);
        arguments.choice(2, "anywhere", PLACES);
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed;
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        double probability = arguments.number(0, 0.1, 0.0, 1.0);
        FailureKind kind = switch (arguments.text(1, "crash")) {
            case "timeout" -> FailureKind.TIMEOUT;
            case "out-of-memory" -> FailureKind.OUT_OF_MEMORY;
            case "nan" -> FailureKind.NOT_A_NUMBER;
            default -> FailureKind.CRASH;
        };
        Trigger trigger = arguments.text(2, "anywhere").equals("region") ? region(task, arguments, probability)
                : evaluation -> Draws.stream(evaluation.seed(), "failure").nextDouble() < probability;
        return new Failing(task, description, task.problem(), kind, trigger);
    }

    /** Whether an evaluation fails. */
    @FunctionalInterface
    private interface Trigger {
        boolean fires(Evaluation evaluation);
    }

    private static Trigger region(Task task, Arguments arguments, double probability) {
        FloatCube cube = FloatCube.of(task, arguments, 1);
        RandomGenerator random = RandomStreams.of("fail " + task.description().id()).stream("region");
        double[] direction = new double[cube.dimension()];
        Arrays.setAll(direction, _ -> Draws.gaussian(random));
        double[] projections = new double[SAMPLE];
        Arrays.setAll(projections, _ -> {
            double sum = 0.0;
            for (double w : direction) {
                sum += w * random.nextDouble();
            }
            return sum;
        });
        Arrays.sort(projections);
        double threshold = projections[(int) Math.min(SAMPLE - 1, probability * SAMPLE)];
        double start = dot(direction, cube.position(task.problem().space().defaults()));
        return evaluation -> {
            double projection = dot(direction, cube.position(evaluation.configuration()));
            return projection < threshold && projection < start;
        };
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static final class Failing extends DecoratedTask {

        private final FailureKind kind;
        private final Trigger trigger;

        Failing(Task inner, TaskDescription description, Problem problem, FailureKind kind, Trigger trigger) {
            super(inner, description, problem);
            this.kind = kind;
            this.trigger = trigger;
        }

        @Override
        public Outcome evaluate(Evaluation evaluation, Progress progress) throws Exception {
            return trigger.fires(evaluation) ? Outcome.failure(kind, "Injected failure of kind " + kind + " in task '" + description().id() + "'")
                    : super.evaluate(evaluation, progress);
        }
    }
}
