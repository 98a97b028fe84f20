package org.optbench.optimizers.evolutionary;

import io.jenetics.Alterer;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.EnumGene;
import io.jenetics.Gene;
import io.jenetics.Genotype;
import io.jenetics.IntegerChromosome;
import io.jenetics.IntegerGene;
import io.jenetics.Optimize;
import io.jenetics.PermutationChromosome;
import io.jenetics.Phenotype;
import io.jenetics.Selector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.GenerationalOptimizer;
import org.optbench.optimizer.support.Score;

/**
 * A genetic algorithm in generations with the selectors and alterers of Jenetics, called one generation at a time. A space is split into up to three genotypes:
 * numbers and ordinals, categoricals, and permutations, each with its own alterers; selection sees the rank of the whole.
 */
final class GeneticAlgorithm implements GenerationalOptimizer.Method {

    /** The operators of one run. */
    record Operators(Selector<IntegerGene, Integer> selector, Alterer<DoubleGene, Integer> numbers, Alterer<DoubleGene, Integer> choices,
            Alterer<EnumGene<Integer>, Integer> orders, int elites) {
    }

    private final Operators operators;
    private final RandomGenerator random;
    private final int size;
    private final int width;
    private final int[] numberAt;
    private final int[] choiceAt;
    private final List<int[]> ordersAt = new ArrayList<>();
    private double[][] offspring;
    private double[][] parents = new double[0][];
    private Score[] parentScores = new Score[0];
    private long generation;

    /** @param initial the first population {@code [size][width]} */
    GeneticAlgorithm(SearchSpace space, double[][] initial, Operators operators, RandomGenerator random) {
        this.operators = operators;
        this.random = random;
        this.size = initial.length;
        this.width = space.unitCube().width();
        this.offspring = initial;
        List<Integer> numbers = new ArrayList<>();
        List<Integer> choices = new ArrayList<>();
        for (Parameter parameter : space.parameters()) {
            int offset = space.unitCube().offset(parameter.name());
            switch (parameter) {
                case FloatParameter _, IntParameter _, OrdinalParameter _ -> numbers.add(offset);
                case CategoricalParameter _ -> choices.add(offset);
                case PermutationParameter orders -> ordersAt.add(IntStream.range(offset, offset + orders.size()).toArray());
            }
        }
        this.numberAt = numbers.stream().mapToInt(Integer::intValue).toArray();
        this.choiceAt = choices.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public double[][] next() {
        return offspring;
    }

    @Override
    public void tell(Score[] scores) {
        int kept = Math.min(operators.elites(), parents.length);
        double[][] population = Arrays.copyOf(parents, kept + offspring.length);
        Score[] all = Arrays.copyOf(parentScores, kept + offspring.length);
        System.arraycopy(offspring, 0, population, kept, offspring.length);
        System.arraycopy(scores, 0, all, kept, scores.length);
        int[] order = Ranking.order(all);
        parents = Arrays.stream(order).limit(size).mapToObj(i -> population[i]).toArray(double[][]::new);
        parentScores = Arrays.stream(order).limit(size).mapToObj(i -> all[i]).toArray(Score[]::new);
        generation++;
        RandomRegistry.with(random).run(() -> offspring = breed(Math.max(1, size - operators.elites())));
    }

    /** Positions of the parents are their ranks: 0 is the best. */
    private double[][] breed(int count) {
        ISeq<Phenotype<IntegerGene, Integer>> ranked = IntStream.range(0, parents.length)
                .mapToObj(rank -> Phenotype.of(Genotype.of(IntegerChromosome.of(IntegerGene.of(rank, 0, size))), generation, rank))
                .collect(ISeq.toISeq());
        int[] chosen = operators.selector().select(ranked, count, Optimize.MINIMUM).stream().mapToInt(Phenotype::fitness).toArray();
        double[][] children = new double[count][width];
        alterReals(chosen, numberAt, operators.numbers(), children);
        alterReals(chosen, choiceAt, operators.choices(), children);
        if (!ordersAt.isEmpty()) {
            alterOrders(chosen, children);
        }
        return children;
    }

    private void alterReals(int[] chosen, int[] at, Alterer<DoubleGene, Integer> alterer, double[][] children) {
        if (at.length == 0) {
            return;
        }
        ISeq<Phenotype<DoubleGene, Integer>> before = Arrays.stream(chosen).mapToObj(parent -> {
            DoubleGene[] genes = Arrays.stream(at).mapToObj(k -> DoubleGene.of(Math.min(parents[parent][k], Math.nextDown(1.0)), 0, 1))
                    .toArray(DoubleGene[]::new);
            return Phenotype.<DoubleGene, Integer>of(Genotype.of(DoubleChromosome.of(genes)), generation);
        }).collect(ISeq.toISeq());
        ISeq<Phenotype<DoubleGene, Integer>> after = alter(alterer, before);
        for (int i = 0; i < chosen.length; i++) {
            for (int g = 0; g < at.length; g++) {
                double allele = after.get(i).genotype().chromosome().get(g).doubleValue();
                children[i][at[g]] = Math.clamp(allele, 0.0, 1.0);
            }
        }
    }

    private void alterOrders(int[] chosen, double[][] children) {
        List<ISeq<Integer>> items = ordersAt.stream().map(at -> IntStream.range(0, at.length).boxed().collect(ISeq.toISeq())).toList();
        ISeq<Phenotype<EnumGene<Integer>, Integer>> before = Arrays.stream(chosen).mapToObj(parent -> {
            List<PermutationChromosome<Integer>> chromosomes = new ArrayList<>();
            for (int part = 0; part < ordersAt.size(); part++) {
                chromosomes.add(chromosome(parents[parent], ordersAt.get(part), items.get(part)));
            }
            return Phenotype.<EnumGene<Integer>, Integer>of(Genotype.of(chromosomes), generation);
        }).collect(ISeq.toISeq());
        ISeq<Phenotype<EnumGene<Integer>, Integer>> after = alter(operators.orders(), before);
        for (int i = 0; i < chosen.length; i++) {
            for (int part = 0; part < ordersAt.size(); part++) {
                int[] at = ordersAt.get(part);
                for (int place = 0; place < at.length; place++) {
                    int item = after.get(i).genotype().get(part).get(place).allele();
                    children[i][at[item]] = (place + 0.5) / at.length;
                }
            }
        }
    }

    private static PermutationChromosome<Integer> chromosome(double[] point, int[] at, ISeq<Integer> items) {
        ISeq<EnumGene<Integer>> genes = IntStream.range(0, at.length).boxed()
                .sorted((a, b) -> Double.compare(point[at[a]], point[at[b]])).map(item -> EnumGene.of(item, items)).collect(ISeq.toISeq());
        return new PermutationChromosome<>(genes);
    }

    private <G extends Gene<?, G>> ISeq<Phenotype<G, Integer>> alter(Alterer<G, Integer> alterer, ISeq<Phenotype<G, Integer>> before) {
        return alterer.alter(before, generation).population();
    }
}
