package org.optbench.optimizers.evolutionary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizers.evolutionary.cma.CmaEs;
import org.optbench.optimizers.evolutionary.cma.CmaSettings;

/** CMA-ES on any space. */
public final class CmaEsProvider implements OptimizerProvider {

    private static final int FULL_UP_TO = 200;

    private static final SearchSpace SETTINGS = SearchSpace.of(FloatParameter.log("sigma0", 0.01, 1).withDefault(0.2),
            FloatParameter.log("populationFactor", 0.5, 20).withDefault(1), CategoricalParameter.of("restarts", "bipop", "ipop", "same"),
            CategoricalParameter.of("active", "true", "false"), CategoricalParameter.of("covariance", "auto", "full", "restricted", "diagonal"),
            CategoricalParameter.of("start", "centre", "default", "random"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("cma-es", "2", "CMA-ES", "evolution strategy",
                "Covariance matrix adaptation with active update, BIPOP or IPOP restarts, a restricted matrix for many dimensions and a margin for discrete"
                        + " parameters.",
                List.of("Hansen, The CMA Evolution Strategy: A Tutorial, 2016",
                        "Auger and Hansen, A Restart CMA Evolution Strategy With Increasing Population Size, 2005",
                        "Hansen, Benchmarking a BI-Population CMA-ES on the BBOB-2009 Function Testbed, 2009",
                        "Ros and Hansen, A Simple Modification in CMA-ES Achieving Linear Time and Space Complexity, 2008",
                        "Akimoto and Hansen, Projection-Based Restricted Covariance Matrix Adaptation for High Dimension, 2016",
                        "Hamano, Saito, Nomura and Shirakawa, CMA-ES with Margin, 2022"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE,
                        Feature.RANK_ONLY),
                SETTINGS).withPresets(preset("ipop", "Doubles the population at each restart.", "restarts", "ipop"),
                        preset("sep", "Keeps the covariance matrix diagonal.", "covariance", "diagonal"),
                        preset("vkd", "Keeps a diagonal and the directions that are worth it.", "covariance", "restricted"),
                        preset("passive", "Without negative weights.", "active", "false"));
    }

    private static Preset preset(String id, String summary, String setting, String choice) {
        return new Preset(id, summary, Configuration.of(Map.of(setting, Value.of(choice))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        SearchSpace space = context.problem().space();
        int n = space.unitCube().width();
        CmaSettings.Covariance covariance = switch (settings.choice("covariance")) {
            case "auto" -> n > FULL_UP_TO ? CmaSettings.Covariance.RESTRICTED : CmaSettings.Covariance.FULL;
            case String form -> CmaSettings.Covariance.valueOf(form.toUpperCase(Locale.ROOT));
        };
        int population = Math.max(4, (int) (settings.real("populationFactor") * (4 + (int) (3 * StrictMath.log(n)))));
        CmaSettings.Restarts restarts = CmaSettings.Restarts.valueOf(settings.choice("restarts").toUpperCase(Locale.ROOT));
        CmaSettings cma = new CmaSettings(settings.real("sigma0"), population, settings.choice("active").equals("true"), covariance, restarts,
                !settings.choice("start").equals("random"));
        double[] start = settings.choice("start").equals("default") ? Starts.atDefault(space) : Starts.centre(n);
        return new GenerationalOptimizer(context.problem(), new CmaMethod(new CmaEs(cma, start, Lattices.of(space), context.random().stream("cma-es"))));
    }
}
