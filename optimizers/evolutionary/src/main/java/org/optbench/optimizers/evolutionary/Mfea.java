package org.optbench.optimizers.evolutionary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.MultiTask;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;

/**
 * The multifactorial evolutionary algorithm (Gupta, Ong and Feng 2016, algorithms 1 to 3): assortative mating by simulated binary crossover, vertical cultural transmission, elitist
 * selection by scalar fitness, which is the best rank of an individual among those of its skill.
 */
final class Mfea implements Optimizer {

    private static final Comparator<Individual> BY_RANK = Comparator.comparingInt((Individual one) -> one.rank);

    private final Problem problem;
    private final MultiTask tasks;
    private final int size;
    private final double randomMating;
    private final double crossoverIndex;
    private final double mutation;
    private final RandomGenerator random;
    private final List<Individual> parents = new ArrayList<>();
    private List<Individual> batch = new ArrayList<>();
    private int asked;
    private int told;

    /** A point of the unit cube that is evaluated for one member of the problem, its skill. */
    private static final class Individual {

        private final double[] point;
        private final int skill;
        private double value = Double.POSITIVE_INFINITY;
        private int rank;

        Individual(double[] point, int skill) {
            this.point = point;
            this.skill = skill;
        }
    }

    Mfea(Problem problem, int size, double randomMating, double crossoverIndex, double mutation, RandomGenerator random) {
        this.problem = problem;
        this.tasks = problem.multiTask().orElseThrow(() -> new IllegalArgumentException("MFEA needs a multi-task problem."));
        this.size = Math.max(size, 2 * tasks.members().size());
        this.randomMating = randomMating;
        this.crossoverIndex = crossoverIndex;
        this.mutation = mutation;
        this.random = random;
        double[][] initial = Populations.latin(problem.space(), this.size, false, random);
        for (int i = 0; i < initial.length; i++) {
            batch.add(new Individual(initial[i], i % tasks.members().size()));
        }
    }

    @Override
    public Ask ask(AskRequest request) {
        if (told == batch.size()) {
            select();
            breed();
        }
        int count = Math.min(request.context().isPresent() ? 1 : request.atMost(), batch.size() - asked);
        if (count == 0) {
            return Ask.waiting();
        }
        List<Suggestion> suggestions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            suggestions.add(new Suggestion(configuration(batch.get(asked)), problem.fidelities().full(), asked));
            asked++;
        }
        return new Ask.Suggest(suggestions);
    }

    private Configuration configuration(Individual individual) {
        Configuration decoded = problem.space().unitCube().decode(individual.point);
        return problem.space().repair(decoded.with(tasks.selector(), Value.of(tasks.members().get(individual.skill))));
    }

    @Override
    public void tell(Trial trial) {
        Individual individual = batch.get((int) trial.suggestion().tag());
        told++;
        if (trial.outcome() instanceof Outcome.Valued valued && problem.isFeasible(valued.constraints())) {
            double value = problem.objectives().get(individual.skill).toMinimize(valued.objectives().get(individual.skill));
            individual.value = Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }
    }

    private void select() {
        parents.addAll(batch);
        for (int skill = 0; skill < tasks.members().size(); skill++) {
            int wanted = skill;
            List<Individual> skilled = parents.stream().filter(one -> one.skill == wanted).sorted(Comparator.comparingDouble(one -> one.value)).toList();
            for (int i = 0; i < skilled.size(); i++) {
                skilled.get(i).rank = i;
            }
        }
        List<Individual> best = parents.stream().sorted(BY_RANK).limit(size).toList();
        parents.clear();
        parents.addAll(best);
    }

    private void breed() {
        batch = new ArrayList<>();
        asked = 0;
        told = 0;
        while (batch.size() < size) {
            Individual one = parents.get(random.nextInt(parents.size()));
            Individual other = parents.get(random.nextInt(parents.size()));
            if (one.skill == other.skill || random.nextDouble() < randomMating) {
                double[][] children = cross(one.point, other.point);
                for (double[] child : children) {
                    batch.add(new Individual(mutated(child, mutation / 2), random.nextBoolean() ? one.skill : other.skill));
                }
            } else {
                batch.add(new Individual(mutated(one.point.clone(), mutation), one.skill));
                batch.add(new Individual(mutated(other.point.clone(), mutation), other.skill));
            }
        }
    }

    /** Simulated binary crossover (Deb and Agrawal 1995). */
    private double[][] cross(double[] one, double[] other) {
        double[][] children = {one.clone(), other.clone()};
        for (int k = 0; k < one.length; k++) {
            double u = random.nextDouble();
            double beta = u < 0.5 ? StrictMath.pow(2 * u, 1 / (crossoverIndex + 1)) : StrictMath.pow(2 * (1 - u), -1 / (crossoverIndex + 1));
            children[0][k] = Math.clamp(0.5 * ((1 + beta) * one[k] + (1 - beta) * other[k]), 0.0, 1.0);
            children[1][k] = Math.clamp(0.5 * ((1 - beta) * one[k] + (1 + beta) * other[k]), 0.0, 1.0);
        }
        return children;
    }

    private double[] mutated(double[] point, double sigma) {
        for (int k = 0; k < point.length; k++) {
            double moved = Math.abs(point[k] + sigma * random.nextGaussian()) % 2;
            point[k] = moved > 1 ? 2 - moved : moved;
        }
        return point;
    }
}
