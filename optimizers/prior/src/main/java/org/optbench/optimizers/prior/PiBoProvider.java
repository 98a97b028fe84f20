package org.optbench.optimizers.prior;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.Preset;
import org.optbench.optimizers.bayes.GpProvider;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * Bayesian optimization whose acquisition is multiplied by the prior density of the optimum to the power of beta / n after n results (Hvarfner et al. 2022, equation 6). The
 * initial design is drawn from the priors.
 */
public final class PiBoProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.builder().add(FloatParameter.log("beta", 0.1, 100).withDefault(10))
            .add(CategoricalParameter.of("prior", "declared", "default")).add(FloatParameter.log("deviation", 0.02, 1).withDefault(0.25))
            .add(CategoricalParameter.of("acquisition", "log-ei", "pi")).add(FloatParameter.log("initial_per_dimension", 0.2, 10).withDefault(0.5))
            .add(IntParameter.log("model_points", 20, 5000).withDefault(400)).build();

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("pi-bo", "1", "piBO", "prior",
                "Bayesian optimization that multiplies its acquisition by what an expert believes of the optimum, a belief that fades as results come in.",
                List.of("Hvarfner, Stoll, Souza, Lindauer, Hutter and Nardi, piBO: Augmenting Acquisition Functions with User Beliefs for Bayesian Optimization, 2022"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE, Feature.RANK_ONLY),
                SETTINGS).withPresets(
                        new Preset("default", "Believes in the defaults of parameters without a declared prior",
                                Configuration.empty().with("prior", Value.of("default"))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        double beta = settings.real("beta");
        double deviation = settings.choice("prior").equals("default") ? settings.real("deviation") : 0;
        BeliefTerm belief = BeliefTerm.of(new Encoding(context.problem().space()), deviation);
        OptimizerVariant process = new OptimizerCatalog(List.of(new GpProvider())).resolve("gp-bo",
                Configuration.of(Map.of("acquisition", settings.value("acquisition"), "initial_per_dimension", settings.value("initial_per_dimension"),
                        "model_points", settings.value("model_points"))),
                Map.of());
        OptimizerContext inner = new OptimizerContext(context.problem(), context.budget(), context.workers(), process.settings(), process.options(),
                context.random(), context.ledger(), context.workFolder());
        return GpProvider.create(inner, (_, observed) -> belief.isEmpty() ? Optional.<Acquisition>empty()
                : Optional.of(belief.weighted(beta / Math.max(1, observed))));
    }
}
