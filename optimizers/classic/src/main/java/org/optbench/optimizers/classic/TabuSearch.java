package org.optbench.optimizers.classic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Neighbourhood;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Tabu search on any space: of some neighbours not visited lately it moves to the best, even when that is worse than where it stands. Numbers step widely and narrowly by turns; after many
 * moves without an improvement of the best it goes back to the best.
 */
final class TabuSearch implements SteadyStateOptimizer.Method {

    private static final int TRIES = 20;
    private static final double[] STEPS = {0.2, 0.05, 0.01};

    private final SearchSpace space;
    private final int neighbours;
    private final int tenure;
    private final int patience;
    private final Neighbourhood neighbourhood;
    private final Set<Configuration> tabu = new LinkedHashSet<>();
    private final Map<Long, Configuration> pending = new HashMap<>();
    private final List<Visit> round = new ArrayList<>();
    private @Nullable Visit current;
    private @Nullable Visit best;
    private int proposed;
    private int idle;

    private record Visit(Configuration configuration, Score score) {
    }

    TabuSearch(SearchSpace space, int neighbours, int tenure, int patience, RandomGenerator random) {
        this.space = space;
        this.neighbours = neighbours;
        this.tenure = tenure;
        this.patience = patience;
        this.neighbourhood = new Neighbourhood(space, random);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        int wanted = current == null ? 1 : neighbours;
        if (proposed == wanted) {
            return Optional.empty();
        }
        Configuration proposal = current == null ? space.defaults() : fresh(current.configuration());
        proposed++;
        tabu.add(proposal);
        pending.put(tag, proposal);
        return Optional.of(proposal);
    }

    private Configuration fresh(Configuration from) {
        Configuration neighbour = from;
        for (int i = 0; i < TRIES; i++) {
            neighbour = neighbourhood.neighbour(from, STEPS[(proposed + i) % STEPS.length]);
            if (!tabu.contains(neighbour)) {
                return neighbour;
            }
        }
        return neighbourhood.neighbour(neighbour, STEPS[0]); // everything near is tabu: two changes at once
    }

    @Override
    public void tell(long tag, Score score) {
        Configuration configuration = pending.remove(tag);
        if (configuration == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending.");
        }
        round.add(new Visit(configuration, score));
        if (pending.isEmpty() && proposed == (current == null ? 1 : neighbours)) {
            move();
        }
    }

    private void move() {
        Visit chosen = round.getFirst();
        for (Visit visit : round) {
            chosen = visit.score().isBetterThan(chosen.score()) ? visit : chosen;
        }
        Visit incumbent = best;
        idle++;
        if (incumbent == null || chosen.score().isBetterThan(incumbent.score())) {
            best = chosen;
            idle = 0;
        } else if (idle >= patience) {
            chosen = incumbent;
            idle = 0;
        }
        current = chosen;
        round.clear();
        proposed = 0;
        while (tabu.size() > tenure) {
            tabu.remove(tabu.iterator().next());
        }
    }
}
