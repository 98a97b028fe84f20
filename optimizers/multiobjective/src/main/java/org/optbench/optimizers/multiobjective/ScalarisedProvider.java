package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.optbench.model.Budget;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerCatalog;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.Option;
import org.optbench.optimizer.Preset;

/** Random scalarisation of any single-objective optimizer, {@code random-scalarisation}. */
public final class ScalarisedProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("members", 1, 100).withDefault(4),
            Start.choice("scalarisation", Scalarisation.AUGMENTED_CHEBYSHEV, Scalarisation.values()));

    private static final OptimizerDescription DESCRIPTION = new OptimizerDescription("random-scalarisation", "1", "Random scalarisation", Start.FAMILY,
            "Runs several instances of a single-objective optimizer, the option 'base', in turns, each on the objectives scalarised by its own random weights.",
            List.of("Knowles 2006: ParEGO (augmented Chebyshev scalarisation)",
                    "Paria, Kandasamy and Poczos 2020: A Flexible Framework for Multi-Objective Bayesian Optimization using Random Scalarizations"),
            Start.capabilities(), SETTINGS).withOptions(new Option("base", "Id of the single-objective optimizer, with a preset if any", "tpe"))
            .withPresets(new Preset("smac", "On top of smac", Configuration.empty(), Map.of("base", "smac")),
                    new Preset("gp", "On top of gp-bo", Configuration.empty(), Map.of("base", "gp-bo")));

    @Override
    public OptimizerDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Start start = Start.of(context, "random-scalarisation");
        String id = context.option("base").orElse("tpe");
        OptimizerVariant base = OptimizerCatalog.load(ScalarisedProvider.class.getClassLoader()).resolve(id, Configuration.empty(), Map.of());
        Problem single = context.problem().withObjectives(List.of(Objective.minimize("scalarised"))).withFidelities(FidelitySpace.none());
        List<String> refusals = base.provider().description().capabilities().refusals(single, context.workers());
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException("Random scalarisation of '" + id + "': " + String.join(" ", refusals)
                    + " Maybe name another optimizer in the option 'base', such as tpe or smac.");
        }
        int count = Math.toIntExact(start.settings().whole("members"));
        List<ScalarisedOptimizer.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Optimizer optimizer = base.provider().create(new OptimizerContext(single, share(context.budget(), count), context.workers(), base.settings(),
                    base.options(), RandomStreams.of(context.random().seed("member", i)), context.ledger(), context.workFolder().resolve("member-" + i)));
            members.add(new ScalarisedOptimizer.Member(optimizer, ParegoMethod.weights(start.objectives(), start.random())));
        }
        return new ScalarisedOptimizer(context.problem(), start.archive(), Start.read(Scalarisation.class, start.settings().choice("scalarisation")), members);
    }

    private static Budget share(Budget whole, int members) {
        return new Budget(whole.trials().isPresent() ? OptionalLong.of((whole.trials().getAsLong() + members - 1) / members) : OptionalLong.empty(),
                divided(whole.fullEvaluations(), members), divided(whole.seconds(), members), divided(whole.cost(), members), whole.costResource(),
                OptionalDouble.empty());
    }

    private static OptionalDouble divided(OptionalDouble limit, int members) {
        return limit.isPresent() ? OptionalDouble.of(limit.getAsDouble() / members) : OptionalDouble.empty();
    }
}
