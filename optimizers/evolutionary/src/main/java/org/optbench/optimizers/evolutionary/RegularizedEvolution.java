package org.optbench.optimizers.evolutionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Neighbourhood;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/** Aging evolution: the population is a queue. */
final class RegularizedEvolution implements SteadyStateOptimizer.Method {

    private final SearchSpace space;
    private final int size;
    private final int sample;
    private final double step;
    private final RandomGenerator random;
    private final Neighbourhood neighbourhood;
    private final List<Member> queue = new ArrayList<>();
    private final Map<Long, Configuration> pending = new HashMap<>();
    private int first;

    private record Member(Configuration configuration, Score score) {
    }

    RegularizedEvolution(SearchSpace space, int size, int sample, double step, RandomGenerator random) {
        this.space = space;
        this.size = size;
        this.sample = Math.min(sample, size);
        this.step = step;
        this.random = random;
        this.neighbourhood = new Neighbourhood(space, random);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        boolean filling = first < size || queue.isEmpty();
        Configuration proposal = filling ? space.sample(random) : neighbourhood.neighbour(parent(), step);
        first++;
        pending.put(tag, proposal);
        return Optional.of(proposal);
    }

    private Configuration parent() {
        Member best = queue.get(random.nextInt(queue.size()));
        for (int i = 1; i < sample; i++) {
            Member other = queue.get(random.nextInt(queue.size()));
            if (other.score().isBetterThan(best.score())) {
                best = other;
            }
        }
        return best.configuration();
    }

    @Override
    public void tell(long tag, Score score) {
        Configuration configuration = pending.remove(tag);
        if (configuration == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending.");
        }
        queue.add(new Member(configuration, score));
        if (queue.size() > size) {
            queue.removeFirst();
        }
    }
}
