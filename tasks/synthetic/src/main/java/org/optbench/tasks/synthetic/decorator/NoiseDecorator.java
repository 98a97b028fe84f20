package org.optbench.tasks.synthetic.decorator;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Fidelity;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.function.Draws;
import org.optbench.tasks.synthetic.function.NoiseModel;

/**
 * Noise on every objective: {@code noise(gaussian,0.1)}, {@code noise(uniform,0.1)} and {@code noise(cauchy,0.1)} add noise of a scale in units of the
 * objective; {@code noise(bbob-gaussian,moderate)} and so on are the models of bbob-noisy, for tasks with known optima.
 */
public final class NoiseDecorator extends SyntheticDecorator {

    private static final List<String> ADDITIVE = List.of("gaussian", "uniform", "cauchy");
    private static final List<String> MODELS = List.of("gaussian", "uniform", "cauchy", "bbob-gaussian", "bbob-uniform", "bbob-cauchy");
    private static final List<String> LEVELS = List.of("moderate", "severe");

    /** For the service loader. */
    public NoiseDecorator() {
        super("noise", "noise(gaussian|uniform|cauchy,<scale>) or noise(bbob-gaussian|bbob-uniform|bbob-cauchy,moderate|severe)",
                "adds noise to every objective; the bbob models perturb the gap to a known optimum");
    }

    @Override
    void check(Arguments arguments) {
        arguments.requireCount(1, 2);
        if (ADDITIVE.contains(arguments.choice(0, "", MODELS))) {
            arguments.number(1, 1.0, 0.0, Double.MAX_VALUE);
        } else {
            arguments.choice(1, "moderate", LEVELS);
        }
    }

    @Override
    TaskDescription describe(TaskDescription renamed, Arguments arguments) {
        return renamed.withTraits(Trait.NOISY);
    }

    @Override
    Task decorate(Task task, TaskDescription description, Arguments arguments) {
        Problem problem = task.problem().withNoise(true);
        String model = arguments.text(0, "");
        if (ADDITIVE.contains(model)) {
            double scale = arguments.number(1, 1.0, 0.0, Double.MAX_VALUE);
            return new Noisy(task, description, problem, (_, value, random) -> value + scale * switch (model) {
                case "gaussian" -> Draws.gaussian(random);
                case "uniform" -> 2.0 * random.nextDouble() - 1.0;
                default -> Draws.cauchy(random);
            });
        }
        for (Objective objective : problem.objectives()) {
            if (objective.optimum().isEmpty()) {
                throw arguments.refusal("cannot be used on task '" + task.description().id() + "', whose objective '" + objective.name()
                        + "' has no known optimum; additive noise can");
            }
        }
        NoiseModel noise = NoiseModel.of(model.substring("bbob-".length()), arguments.text(1, "moderate").equals("severe"), problem.space().dimension());
        return new Noisy(task, description, problem, (objective, value, random) -> {
            double best = objective.toMinimize(objective.optimum().orElseThrow());
            double gap = Math.max(0.0, objective.toMinimize(value) - best);
            return objective.toMinimize(best + noise.perturb(gap, random));
        });
    }

    /** Turns a true value into a noisy one. */
    @FunctionalInterface
    private interface Perturbation {
        double apply(Objective objective, double value, RandomGenerator random);
    }

    private static final class Noisy extends DecoratedTask {

        private final Perturbation perturbation;

        Noisy(Task inner, TaskDescription description, Problem problem, Perturbation perturbation) {
            super(inner, description, problem);
            this.perturbation = perturbation;
        }

        @Override
        List<Double> after(List<Double> objectives, Evaluation evaluation, Fidelity reached) {
            RandomGenerator random = Draws.stream(evaluation.seed(), "noise at " + reached.canonicalText());
            List<Double> noisy = new ArrayList<>();
            for (int i = 0; i < objectives.size(); i++) {
                double value = objectives.get(i);
                noisy.add(Double.isFinite(value) ? perturbation.apply(problem().objectives().get(i), value, random) : value);
            }
            return noisy;
        }
    }
}
