package org.optbench.optimizers.classic;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Neighbourhood;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Simulated annealing on any space: the temperature falls geometrically over the budget, from the spread of the first values to a thousandth of it, the steps of numbers with it. A worse neighbour
 * is accepted with probability exp(-difference / temperature).
 */
final class SimulatedAnnealing implements SteadyStateOptimizer.Method {

    private static final int WARM_UP = 10;

    private final SearchSpace space;
    private final double budget;
    private final double coldest;
    private final double step;
    private final RandomGenerator random;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Configuration> pending = new HashMap<>();
    private @Nullable Configuration current;
    private @Nullable Score score;
    private double mean;
    private double squares;
    private int valued;
    private long told;

    SimulatedAnnealing(SearchSpace space, double budget, double coldest, double step, RandomGenerator random) {
        this.space = space;
        this.budget = budget;
        this.coldest = coldest;
        this.step = step;
        this.random = random;
        this.neighbourhood = new Neighbourhood(space, random);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        Configuration from = current;
        Configuration proposal = tag == 0 ? space.defaults()
                : tag < WARM_UP || from == null ? space.sample(random) : neighbourhood.neighbour(from, Math.max(1e-6, step * Math.sqrt(cooling())));
        pending.put(tag, proposal);
        return Optional.of(proposal);
    }

    private double cooling() {
        return StrictMath.pow(coldest, Math.min(1, told / budget));
    }

    @Override
    public void tell(long tag, Score result) {
        Configuration configuration = pending.remove(tag);
        if (configuration == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending.");
        }
        if (told < WARM_UP && result.isFeasible() && Math.abs(result.value()) < 1e150) {
            valued++;
            double difference = result.value() - mean;
            mean += difference / valued;
            squares += difference * (result.value() - mean);
        }
        told++;
        if (score == null || accepts(score, result)) {
            current = configuration;
            score = result;
        }
    }

    private boolean accepts(Score old, Score result) {
        if (result.compareTo(old) <= 0) {
            return true;
        }
        if (told <= WARM_UP || !old.isFeasible() || !result.isFeasible()) {
            return false;
        }
        double spread = valued > 1 ? Math.sqrt(squares / (valued - 1)) : 0;
        double temperature = spread * cooling() / 2;
        return temperature > 0 && random.nextDouble() < StrictMath.exp(-(result.value() - old.value()) / temperature);
    }
}
