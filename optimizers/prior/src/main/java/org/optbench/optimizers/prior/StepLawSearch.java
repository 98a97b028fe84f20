package org.optbench.optimizers.prior;

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
 * Starts at a configuration that is believed good and moves to better neighbours: a (1+1) evolution strategy whose step adapts by the 1/5 rule (Rechenberg 1973), on any space.
 */
final class StepLawSearch implements SteadyStateOptimizer.Method {

    private static final double GROWTH = 1.5;
    private static final double SHRINKAGE = StrictMath.pow(GROWTH, -0.25);
    private static final double LEAST_STEP = 1e-4;
    private static final double LARGEST_STEP = 0.5;

    private final Configuration start;
    private final Neighbourhood neighbourhood;
    private final Map<Long, Configuration> pending = new HashMap<>();
    private Configuration best;
    private @Nullable Score bestScore;
    private double step;

    /**
     * @param step first standard deviation of a move in units of the range of a number, positive
     */
    StepLawSearch(SearchSpace space, Configuration start, double step, RandomGenerator random) {
        this.start = start;
        this.best = start;
        this.step = step;
        this.neighbourhood = new Neighbourhood(space, random);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        Configuration proposal = tag == 0 ? start : neighbourhood.neighbour(best, step);
        pending.put(tag, proposal);
        return Optional.of(proposal);
    }

    @Override
    public void tell(long tag, Score score) {
        Configuration told = pending.remove(tag);
        if (told == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending. Maybe it was told before.");
        }
        Score known = bestScore;
        boolean better = known == null || score.isBetterThan(known);
        if (tag > 0) {
            step = Math.clamp(step * (better ? GROWTH : SHRINKAGE), LEAST_STEP, LARGEST_STEP);
        }
        if (better) {
            best = told;
            bestScore = score;
        }
    }
}
