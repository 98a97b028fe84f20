package org.optbench.optimizers.bayes;

import java.util.List;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.acquisition.BestResponse;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.space.History.Observed;

/** Optimistic games: the confidence bound of a Gaussian process, maximised by best-response dynamics among the parameters. */
final class GameOptOptimizer extends PointOptimizer {
    static final SearchSpace SPACE = SearchSpace.of(FloatParameter.log("beta", 0.1, 20).withDefault(3.0), IntParameter.log("starts", 1, 50).withDefault(5),
            IntParameter.log("rounds", 1, 50).withDefault(10), IntParameter.log("initial", 2, 100).withDefault(10),
            GpSettings.choice("output", OutputTransform.POWER, OutputTransform.values()));
    private static final int CENTRES = 3;
    private static final int MODEL_POINTS = 300;

    private final ProcessFamily processes;
    private final BestResponse game;
    private final double beta;

    GameOptOptimizer(OptimizerContext context) {
        super(context, "game-opt", Math.toIntExact(context.settings().whole("initial")));
        processes = new ProcessFamily(problem, encoding, Radial.RBF, GpSettings.read(OutputTransform.class, context.settings().choice("output")), false);
        beta = context.settings().real("beta");
        game = new BestResponse(encoding, Math.toIntExact(context.settings().whole("starts")), Math.toIntExact(context.settings().whole("rounds")));
    }

    @Override
    double[] suggest() {
        if (history.observed().isEmpty()) {
            return fresh(encoding.sample(random));
        }
        List<Observed> ranked = history.ranked();
        List<Observed> data = ranked.size() <= MODEL_POINTS ? history.observed() : ranked.subList(0, MODEL_POINTS);
        ProcessFamily.Models models = processes.believe(processes.fit(data, List.of(), random), history.pending());
        Acquisition bound = processes.acquisition(models, Rule.UCB, beta);
        List<double[]> centres = ranked.stream().limit(CENTRES).map(Observed::point).toList();
        return fresh(game.maximise(bound, centres, this::allowed, random));
    }
}
