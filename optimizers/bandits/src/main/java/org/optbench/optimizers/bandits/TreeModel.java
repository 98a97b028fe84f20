package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Neighbourhood;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Sequential model-based optimization on tree-structured spaces: ridge regression on the decisions of a configuration predicts the rank of its result, and of random
 * configurations and neighbours of the best the one with the lowest confidence bound is proposed (Negrinho and Gordon 2017, section 4.3).
 */
final class TreeModel implements SteadyStateOptimizer.Method {

    private static final int FEATURES = 64;
    private static final double PENALTY = 0.05;
    private static final int BEST = 5;
    private static final double[] STEPS = {0.3, 0.1, 0.03};
    private static final int REFIT = 8;

    private final SearchSpace space;
    private final boolean repeats;
    private final int initial;
    private final int candidates;
    private final double exploration;
    private final double epsilon;
    private final RandomGenerator random;
    private final Neighbourhood neighbourhood;
    private final PathFeatures features = new PathFeatures(FEATURES);
    private final List<Result> history = new ArrayList<>();
    private final Set<Configuration> known = new HashSet<>();
    private final Pending<Configuration> pending = new Pending<>();
    private final LossScale scale = new LossScale(LossScale.Mode.RANK);
    private Ridge model = new Ridge(FEATURES, PENALTY);
    private int fitted;

    private record Result(Configuration configuration, double[] features, Score score) {
    }

    /**
     * @param initial     random trials before the model is asked
     * @param candidates  configurations it chooses from
     * @param exploration weight of the width of the confidence interval
     * @param epsilon     probability of a random configuration instead
     */
    TreeModel(Problem problem, int initial, int candidates, double exploration, double epsilon, RandomGenerator random) {
        this.space = problem.space();
        this.repeats = problem.noisy();
        this.initial = initial;
        this.candidates = candidates;
        this.exploration = exploration;
        this.epsilon = epsilon;
        this.random = random;
        this.neighbourhood = new Neighbourhood(space, random);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        boolean byChance = tag < initial || history.isEmpty() || random.nextDouble() < epsilon;
        Configuration proposal = byChance ? space.sample(random) : chosen();
        known.add(proposal);
        pending.put(tag, proposal);
        return Optional.of(proposal);
    }

    private Configuration chosen() {
        List<Configuration> best = history.stream().sorted((a, b) -> a.score().compareTo(b.score())).limit(BEST).map(Result::configuration).toList();
        Configuration chosen = space.sample(random);
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates; i++) {
            Configuration candidate = i % 2 == 0 ? space.sample(random) : near(best.get(i / 2 % best.size()));
            if (repeats || !known.contains(candidate)) {
                double[] at = features.of(PathFeatures.decisions(candidate, space));
                double bound = model.predict(at) - exploration * model.uncertainty(at);
                if (bound < least) {
                    least = bound;
                    chosen = candidate;
                }
            }
        }
        return chosen;
    }

    private Configuration near(Configuration from) {
        Configuration neighbour = neighbourhood.neighbour(from, STEPS[random.nextInt(STEPS.length)]);
        return random.nextBoolean() ? neighbour : neighbourhood.neighbour(neighbour, STEPS[random.nextInt(STEPS.length)]);
    }

    @Override
    public void tell(long tag, Score score) {
        Configuration configuration = pending.take(tag);
        Result result = new Result(configuration, features.of(PathFeatures.decisions(configuration, space)), score);
        history.add(result);
        double loss = scale.enter(score);
        if (history.size() >= fitted + Math.max(REFIT, fitted / 4)) {
            fitted = history.size(); // ranks of earlier results have changed
            model = new Ridge(FEATURES, PENALTY);
            history.forEach(old -> model.add(old.features(), scale.loss(old.score()), 1));
        } else {
            model.add(result.features(), loss, 1);
        }
    }
}
