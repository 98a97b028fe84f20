package org.optbench.tasks.synthetic.fidelity;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optbench.model.Cost;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Scale;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.classic.Hartmann;
import org.optbench.tasks.synthetic.function.Draws;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Spaces;

/**
 * Multi-fidelity functions: {@code mf/<function>/<quality>} with the qualities good, moderate, bad and terrible. Full fidelity is exact and free of
 * noise. An evaluation costs {@code 0.05 + 0.95 s^2} modelled seconds at the share s of the full fidelity (Kandasamy et al. 2017).
 */
public final class FidelityTaskProvider extends GeneratedTaskProvider {

    private static final List<String> HARTMANN = List.of("hartmann3", "hartmann6");
    private static final List<String> PAIRS = List.of("branin-currin", "park1-park2");
    private static final double LOWEST = 0.1;
    private static final int HARTMANN_LOWEST = 3;
    private static final int HARTMANN_FULL = 100;

    /** For the service loader. */
    public FidelityTaskProvider() {
        super("mf", "Multi-fidelity functions with bias, noise and cost, one and two objectives; MF-Hartmann among them",
                "mf/<hartmann3 | hartmann6 | branin | currin | park1 | park2 | borehole | forrester | branin-currin | park1-park2>"
                        + "/<good | moderate | bad | terrible>");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        return segments.size() != 2 ? Optional.empty() : Quality.named(segments.get(1)).flatMap(quality -> generate(segments.get(0), quality));
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        Stream<String> names = Stream.of(HARTMANN.stream(), Arrays.stream(FidelityFunction.values()).map(FidelityFunction::id), PAIRS.stream())
                .flatMap(stream -> stream);
        return names.flatMap(name -> Stream.of(Quality.values()).flatMap(quality -> generate(name, quality).stream()));
    }

    private static Optional<GeneratedTask> generate(String name, Quality quality) {
        if (HARTMANN.contains(name)) {
            int dimension = name.equals("hartmann3") ? 3 : 6;
            TaskDescription description = describe(name, quality, dimension, 1);
            return Optional.of(new GeneratedTask(description, () -> hartmann(description, dimension, quality)));
        }
        if (PAIRS.contains(name)) {
            List<FidelityFunction> pair = name.startsWith("branin") ? List.of(FidelityFunction.BRANIN, FidelityFunction.CURRIN)
                    : List.of(FidelityFunction.PARK1, FidelityFunction.PARK2);
            TaskDescription description = describe(name, quality, pair.getFirst().dimension(), 2);
            return Optional.of(new GeneratedTask(description, () -> pair(description, pair, quality)));
        }
        return FidelityFunction.named(name).map(function -> {
            TaskDescription description = describe(name, quality, function.dimension(), 1);
            return new GeneratedTask(description, () -> single(description, function, quality));
        });
    }

    private static TaskDescription describe(String name, Quality quality, int dimension, int objectives) {
        Set<Trait> traits = isNoisy(name, quality) ? EnumSet.of(Trait.NOISY) : Set.of();
        return new TaskDescription(TaskId.of("mf/" + name + "/" + quality.id()), "1", name + ", cheap evaluations of " + quality.id() + " quality", name,
                "synthetic", dimension, objectives, 0, 1, TaskClock.SIMULATED, traits,
                new TreeMap<>(Map.of("function", name, "quality", quality.id())), Availability.available());
    }

    private static boolean isNoisy(String name, Quality quality) {
        return HARTMANN.contains(name) || quality.noise() > 0.0;
    }

    /** MF-Hartmann of mf-prior-bench: z of 3 .. 100; bias and noise fall with log z. */
    private static Task hartmann(TaskDescription description, int dimension, Quality quality) {
        FidelityParameter z = new FidelityParameter("z", HARTMANN_LOWEST, HARTMANN_FULL, true, Scale.LOG, false,
                FidelityParameter.CostShare.PROPORTIONAL);
        Problem problem = Problem
                .of(Spaces.cube(dimension, 0.0, 1.0), Objective.minimize("f").withOptimum(dimension == 3 ? -3.8627797873327 : -3.322368011415514))
                .withFidelities(FidelitySpace.of(z)).withNoise(true);
        return new NumericTask(description, problem, (x, evaluation) -> {
            double level = evaluation.fidelity().level("z");
            double missing = 1.0 - StrictMath.log(level) / StrictMath.log(HARTMANN_FULL);
            double[] weights = Hartmann.weights();
            for (int i = 0; i < weights.length; i++) {
                weights[i] -= quality.hartmannBias() * missing;
            }
            double value = dimension == 3 ? Hartmann.three(x, weights) : Hartmann.six(x, weights);
            return outcome(List.of(value + halfNormal(evaluation, 0) * quality.hartmannNoise() * missing), level / HARTMANN_FULL);
        });
    }

    private static Task single(TaskDescription description, FidelityFunction function, Quality quality) {
        Objective base = function.direction() == Direction.MINIMIZE ? Objective.minimize("f") : Objective.maximize("f");
        Problem problem = Problem.of(Spaces.box(function.lower(), function.upper()), base.withOptimum(function.high(function.optimum())))
                .withFidelities(levels()).withNoise(quality.noise() > 0.0);
        return new NumericTask(description, problem, (x, evaluation) -> {
            double level = evaluation.fidelity().level("s");
            return outcome(List.of(function.value(x, share(level), quality, halfNormal(evaluation, 0))), level);
        });
    }

    /** Two functions of one space, each minimised or maximised on its own; Branin is moved to the box of Currin. */
    private static Task pair(TaskDescription description, List<FidelityFunction> pair, Quality quality) {
        boolean branin = pair.getFirst() == FidelityFunction.BRANIN;
        List<Objective> objectives = branin
                ? List.of(Objective.minimize("branin").withReferencePoint(18.0), Objective.minimize("currin").withReferencePoint(6.0))
                : List.of(Objective.maximize("park1").withReferencePoint(0.0), Objective.maximize("park2").withReferencePoint(0.0));
        Problem problem = Problem.of(Spaces.cube(pair.getFirst().dimension(), 0.0, 1.0), objectives.toArray(Objective[]::new)).withFidelities(levels())
                .withNoise(quality.noise() > 0.0);
        return new NumericTask(description, problem, (x, evaluation) -> {
            double level = evaluation.fidelity().level("s");
            double[] first = branin ? new double[]{15.0 * x[0] - 5.0, 15.0 * x[1]} : x;
            double a = pair.get(0).value(first, share(level), quality, halfNormal(evaluation, 0));
            double b = pair.get(1).value(x, share(level), quality, halfNormal(evaluation, 1));
            return outcome(List.of(a, b), level);
        });
    }

    private static FidelitySpace levels() {
        return FidelitySpace.of(FidelityParameter.share("s", LOWEST, 1.0));
    }

    private static double share(double level) {
        return level == 1.0 ? 1.0 : (level - LOWEST) / (1.0 - LOWEST);
    }

    private static double halfNormal(Evaluation evaluation, int objective) {
        return Math.abs(Draws.gaussian(Draws.stream(evaluation.seed(), "fidelity noise " + objective)));
    }

    private static Outcome outcome(List<Double> values, double share) {
        return Outcome.of(values, List.of(), Cost.ofSeconds(0.05 + 0.95 * share * share));
    }
}
