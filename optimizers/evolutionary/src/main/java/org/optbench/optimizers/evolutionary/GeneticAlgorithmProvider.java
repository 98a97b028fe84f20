package org.optbench.optimizers.evolutionary;

import io.jenetics.Alterer;
import io.jenetics.DoubleGene;
import io.jenetics.EnumGene;
import io.jenetics.IntegerGene;
import io.jenetics.IntermediateCrossover;
import io.jenetics.LinearRankSelector;
import io.jenetics.Mutator;
import io.jenetics.PartiallyMatchedCrossover;
import io.jenetics.Selector;
import io.jenetics.SwapMutator;
import io.jenetics.TournamentSelector;
import io.jenetics.UniformCrossover;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;
import org.optbench.optimizer.support.GenerationalOptimizer;

/** A genetic algorithm with the operators of Jenetics. */
public final class GeneticAlgorithmProvider implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.log("population", 4, 200).withDefault(20),
            CategoricalParameter.of("selection", "tournament", "linear-rank"), FloatParameter.linear("crossover", 0, 1).withDefault(0.8),
            FloatParameter.log("mutation", 0.01, 1).withDefault(0.2), FloatParameter.log("mutationSigma", 0.005, 0.5).withDefault(0.1),
            IntParameter.linear("elites", 0, 5).withDefault(2));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("ga", "1", "Genetic algorithm (Jenetics)", "evolutionary",
                "Selection, crossover and mutation by Jenetics: intermediate and uniform crossover with Gaussian mutation of numbers, uniform crossover of"
                        + " choices, partially matched crossover and swaps of permutations.",
                List.of("Holland, Adaptation in Natural and Artificial Systems, 1975",
                        "Goldberg and Lingle, Alleles, Loci and the Traveling Salesman Problem, 1985",
                        "Wilhelmstoetter, Jenetics: Java Genetic Algorithm Library, 2007-2026"),
                Capable.comparing(), SETTINGS).withPresets(
                        new Preset("greedy", "A small population with strong elitism.",
                                Configuration.of(Map.of("population", Value.of(8), "elites", Value.of(4)))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        Configuration settings = context.settings();
        SearchSpace space = context.problem().space();
        RandomGenerator random = context.random().stream("genetic algorithm");
        int size = (int) settings.whole("population");
        double[][] initial = Populations.latin(space, size, true, random);
        int elites = (int) Math.min(settings.whole("elites"), size - 1);
        return new GenerationalOptimizer(context.problem(), new GeneticAlgorithm(space, initial, operators(settings, elites), random));
    }

    private static GeneticAlgorithm.Operators operators(Configuration settings, int elites) {
        double crossover = settings.real("crossover");
        double mutation = settings.real("mutation");
        Selector<IntegerGene, Integer> selector = settings.choice("selection").equals("tournament") ? new TournamentSelector<>(2)
                : new LinearRankSelector<>();
        Alterer<DoubleGene, Integer> numbers = new IntermediateCrossover<DoubleGene, Integer>(crossover / 2, 0.25)
                .andThen(new UniformCrossover<>(crossover / 2, 0.5))
                .andThen(new LocalMutator(mutation, settings.real("mutationSigma")));
        Alterer<DoubleGene, Integer> choices = new UniformCrossover<DoubleGene, Integer>(crossover, 0.5).andThen(new Mutator<>(mutation));
        Alterer<EnumGene<Integer>, Integer> orders = new PartiallyMatchedCrossover<Integer, Integer>(crossover).andThen(new SwapMutator<>(mutation));
        return new GeneticAlgorithm.Operators(selector, numbers, choices, orders, elites);
    }
}
