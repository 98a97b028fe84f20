package org.optbench.cli.example;

import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Outcome;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.UnitCube;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;

/** The optimizer of the README. */
public final class HillClimber implements OptimizerProvider {

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("hill-climber", "1", "Hill climber", "direct search", "Steps from the best point by Gaussian noise.", List.of(),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN), SearchSpace.of());
    }

    // readme: optimizer
    @Override
    public Optimizer create(OptimizerContext context) {
        RandomGenerator random = context.random().stream("steps");
        UnitCube cube = context.problem().space().unitCube();
        return new Optimizer() {
            double[] best = random.doubles(cube.width()).toArray();
            double value = Double.POSITIVE_INFINITY;

            @Override
            public Ask ask(AskRequest request) {
                double[] point = java.util.Arrays.stream(best).map(x -> Double.isNaN(x) ? 0.5 : x + 0.1 * random.nextGaussian()).toArray();
                return Ask.suggest(new Suggestion(cube.decode(point), context.problem().fidelities().full(), 0));
            }

            @Override
            public void tell(Trial trial) {
                if (trial.outcome() instanceof Outcome.Success success
                        && context.problem().objective().toMinimize(success.objectives().getFirst()) < value) {
                    value = context.problem().objective().toMinimize(success.objectives().getFirst());
                    best = cube.encode(trial.suggestion().configuration());
                }
            }
        };
    }
    // readme: end
}
