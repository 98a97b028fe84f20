package org.optbench.optimizers.multifidelity;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Cost;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Verdict;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.UsageLedger;

/** Problems and small parts for tests. */
final class Fixtures {

    static final OptimizerCatalog CATALOG = OptimizerCatalog.load(Fixtures.class.getClassLoader());
    static final SearchSpace CUBE = SearchSpace.of(FloatParameter.linear("a", 0, 1), FloatParameter.linear("b", 0, 1), FloatParameter.linear("c", 0, 1),
            FloatParameter.linear("d", 0, 1));
    static final FidelityParameter EPOCHS = FidelityParameter.steps("epochs", 1, 27).resuming();

    private Fixtures() {
    }

    static Ladder ladder(FidelityParameter knob) {
        return Ladder.of(FidelitySpace.of(knob), 3, 0.01);
    }

    static Merit merit(double... values) {
        return new Merit(0, values);
    }

    static Candidate candidate(int id, int levels) {
        return new Candidate(id, Configuration.empty(), new double[0], levels);
    }

    static OptimizerVariant variant(String id) {
        return CATALOG.resolve(id, Configuration.empty(), Map.of());
    }

    static Optimizer optimizer(String id, Problem problem, int workers) {
        OptimizerVariant variant = variant(id);
        return variant.provider().create(new OptimizerContext(problem, Budget.ofSeconds(1e6), workers, variant.settings(), variant.options(),
                RandomStreams.of(3), UsageLedger.none(), Path.of("unused")));
    }

    static Problem problem(FidelityParameter knob) {
        return Problem.of(CUBE, Objective.minimize("loss")).withFidelities(FidelitySpace.of(knob));
    }

    /**
     * Trainings that differ in their final loss and in how fast they reach it; an epoch takes a second.
     *
     * @param reports whether each epoch is reported
     */
    static Task training(int instance, FidelityParameter knob, boolean reports) {
        Problem problem = problem(knob);
        TaskDescription description = TaskDescription.of(TaskId.of("test/curve/" + instance), "1", "curve", "curve", "test", problem)
                .withClock(TaskClock.SIMULATED);
        return new Task() {
            @Override
            public TaskDescription description() {
                return description;
            }

            @Override
            public Problem problem() {
                return problem;
            }

            @Override
            public Outcome evaluate(Evaluation evaluation, Progress progress) {
                double from = evaluation.resumed().map(trial -> trial.fidelity().level("epochs")).orElse(0.0);
                double to = evaluation.fidelity().level("epochs");
                for (double epoch = from + 1; epoch < to && reports; epoch++) {
                    Fidelity at = Fidelity.of("epochs", epoch);
                    Verdict verdict = progress.report(new Measurement(at, List.of(loss(evaluation.configuration(), epoch, instance)), List.of(),
                            OptionalDouble.of(epoch - from), new TreeMap<>()));
                    if (verdict != Verdict.CONTINUE) {
                        return new Outcome.Interrupted(false, at, List.of(loss(evaluation.configuration(), epoch, instance)), List.of(),
                                Cost.ofSeconds(epoch - from));
                    }
                }
                return Outcome.of(List.of(loss(evaluation.configuration(), to, instance)), List.of(), Cost.ofSeconds(to - from));
            }
        };
    }

    private static double loss(Configuration configuration, double epoch, int instance) {
        double sum = 0;
        int i = 0;
        for (String name : List.of("a", "b", "c", "d")) {
            double centre = ((instance * 7 + i * 3) % 10 + 0.5) / 10;
            double missing = configuration.real(name) - centre;
            sum += missing * missing * (1 + i);
            i++;
        }
        double rate = 0.3 + 0.7 * configuration.real("d");
        return sum + StrictMath.exp(-rate * epoch);
    }
}
