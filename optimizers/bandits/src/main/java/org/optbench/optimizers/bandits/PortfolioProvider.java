package org.optbench.optimizers.bandits;

import static org.optbench.optimizers.bandits.BanditSettings.preset;

import java.util.List;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;

/** A portfolio of other optimizers. */
public final class PortfolioProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(BanditKind.setting("bandit", BanditKind.FIXED_SHARE),
            IntParameter.log("stretch", 1, 50).withDefault(4));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("portfolio", "1", "Portfolio", "portfolio",
                "Runs several optimizers in turns on one budget; a bandit that can follow changes decides by the ranks of their results whose turn it is.",
                List.of("Antoniadis, Coester, Elias, Polak and Simon, Mixing Predictions for Online Metric Algorithms, 2023",
                        "Hoffman, Brochu and de Freitas, Portfolio Allocation for Bayesian Optimization, 2011",
                        "Gagliolo and Schmidhuber, Algorithm Portfolio Selection as a Bandit Problem with Unbounded Losses, 2011"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE), SETTINGS)
                .withOptions(new Option("members", "Optimizers to run, separated by commas; those that cannot take on a problem are left out",
                        "tpe,smac,cma-es,gp-bo,regularized-evolution,random"))
                .withPresets(preset("roulette", "Turns in proportion to smoothed ranks", "bandit", Value.of("roulette")),
                        preset("thompson", "Turns by Thompson sampling", "bandit", Value.of("thompson")));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        List<Optimizer> members = new Members().able(context.option("members").orElse("random"), context).stream()
                .map(variant -> Members.create(variant, context)).toList();
        return new Portfolio(context.problem(), members, BanditKind.of(context.settings().choice("bandit")),
                (int) context.settings().whole("stretch"), context.random().stream("portfolio"));
    }
}
