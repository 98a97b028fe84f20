package org.optbench.tasks.synthetic.decorator;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.tasks.synthetic.function.Draws;

/**
 * Gives a task a fidelity knob {@code budget} of [0.01, 1] whose low levels are cheap and biased: {@code bias(strength,seed)}. The bias is a smooth random
 * function of the float parameters with values of about the strength, times {@code (1 - budget)}; at budget 1 the task is itself.
 */
public final class BiasDecorator extends SyntheticDecorator {

    private static final String KNOB = "budget";
    private static final double LOWEST = 0.01;
    private static final int WAVES = 32;
    private static final double FREQUENCY = 3.0;

    /** For the service loader. */
    public BiasDecorator() {
        super("bias", "bias(<strength>,<seed>)", "adds a cheap knob whose low levels are biased by a smooth random function");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(1, 2).number(0, 1.0, 0.0, Double.MAX_VALUE);
        arguments.number(1, 1, 0, Integer.MAX_VALUE);
    }

    @Override
    TaskDescription describe(TaskDescription t, Arguments arguments) {
        return new TaskDescription(t.id(), t.version(), t.summary(), t.family(), t.domain(), t.dimension(), t.objectives(), t.constraints(),
                t.fidelities() + 1, t.clock(), t.traits(), t.attributes(), t.availability());
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        Problem problem = task.problem();
        if (problem.fidelities().parameters().stream().anyMatch(knob -> knob.name().equals(KNOB))) {
            throw arguments.refusal("cannot be used on task '" + task.description().id() + "', which has a fidelity '" + KNOB + "' already");
        }
        FloatCube cube = FloatCube.of(task, arguments, 1);
        Waves waves = Waves.create(cube.dimension(), (long) arguments.number(1, 1, 0, Integer.MAX_VALUE));
        List<FidelityParameter> knobs = Stream
                .concat(problem.fidelities().parameters().stream(), Stream.of(FidelityParameter.share(KNOB, LOWEST, 1.0))).toList();
        return new Biased(task, description, problem.withFidelities(new FidelitySpace(knobs)), cube, waves,
                arguments.number(0, 1.0, 0.0, Double.MAX_VALUE));
    }

    /**
     * A random function by random Fourier features.
     *
     * @param frequency array shape {@code [wave][d]}
     * @param phase     array shape {@code [wave]}, in radians
     */
    private record Waves(double[][] frequency, double[] phase) {

        static Waves create(int dimension, long seed) {
            RandomGenerator random = RandomStreams.of("bias " + seed).stream("waves");
            double[][] frequency = new double[WAVES][dimension];
            double[] phase = new double[WAVES];
            for (int k = 0; k < WAVES; k++) {
                Arrays.setAll(frequency[k], _ -> FREQUENCY * Draws.gaussian(random));
                phase[k] = 2.0 * Math.PI * random.nextDouble();
            }
            return new Waves(frequency, phase);
        }

        double value(double[] u) {
            double sum = 0.0;
            for (int k = 0; k < WAVES; k++) {
                double angle = phase[k];
                for (int i = 0; i < u.length; i++) {
                    angle += frequency[k][i] * u[i];
                }
                sum += StrictMath.cos(angle);
            }
            return sum * Math.sqrt(2.0 / WAVES);
        }
    }

    private static final class Biased extends DecoratedTask {

        private final FloatCube cube;
        private final Waves waves;
        private final double strength;

        Biased(Task inner, TaskDescription description, Problem problem, FloatCube cube, Waves waves, double strength) {
            super(inner, description, problem);
            this.cube = cube;
            this.waves = waves;
            this.strength = strength;
        }

        private static Fidelity without(Fidelity fidelity) {
            TreeMap<String, Double> levels = new TreeMap<>(fidelity.levels());
            levels.remove(KNOB);
            return Fidelity.of(levels);
        }

        @Override
        public Outcome evaluate(Evaluation e, Progress progress) throws Exception {
            double level = e.fidelity().level(KNOB);
            Outcome outcome = inner().evaluate(new Evaluation(e.trial(), e.configuration(), without(e.fidelity()), e.seed(),
                    e.resumed().map(r -> new Evaluation.Resumed(r.trial(), without(r.fidelity()), r.seed()))), progress(progress, e, level));
            double bias = level == 1.0 ? 0.0 : strength * (1.0 - level) * waves.value(cube.position(e.configuration()));
            return switch (outcome) {
                case Outcome.Success s -> new Outcome.Success(biased(s.objectives(), bias), s.constraints(), s.cost(), s.feedback());
                case Outcome.Interrupted i -> new Outcome.Interrupted(i.paused(), i.reached().with(KNOB, level), biased(i.objectives(), bias),
                        i.constraints(), i.cost());
                case Outcome.Failure f -> f;
            };
        }

        private Progress progress(Progress outer, Evaluation e, double level) {
            double bias = level == 1.0 ? 0.0 : strength * (1.0 - level) * waves.value(cube.position(e.configuration()));
            return new MappedProgress(outer, m -> new Measurement(m.at().with(KNOB, level), biased(m.objectives(), bias),
                    m.constraints(), m.seconds(), m.extra()));
        }

        private static List<Double> biased(List<Double> objectives, double bias) {
            return IntStream.range(0, objectives.size()).mapToObj(i -> objectives.get(i) + bias).toList();
        }
    }
}
