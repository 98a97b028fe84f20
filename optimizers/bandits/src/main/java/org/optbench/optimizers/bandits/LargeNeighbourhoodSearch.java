package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Adaptive large neighbourhood search: operators destroy and repair a part of the current solution; a bandit learns which of them, and which extent of destruction, pays
 * (Ropke and Pisinger 2006; bandits as in Cai, Kadioglu and Dilkina, "Balans", 2024). A result is accepted as by simulated annealing on ranks: when it is not beyond the
 * worst of a shrinking list of the best values.
 */
final class LargeNeighbourhoodSearch implements SteadyStateOptimizer.Method {

    private static final int TRIES = 10;
    private static final int ELITES = 8;
    private static final double[] EXTENTS = {0.1, 0.25, 0.5};
    private static final double NEW_BEST = 0;
    private static final double BETTER = 0.2;
    private static final double ACCEPTED = 0.6;

    private final SearchSpace space;
    private final RandomGenerator random;
    private final List<Operator> operators;
    private final Operator.Surroundings surroundings;
    private final Bandit bandit;
    private final double tolerance;
    private final double expected;
    private final boolean repeats;
    private final Pending<Proposal> pending = new Pending<>();
    private final List<Visit> elites = new ArrayList<>();
    private final Set<Configuration> known = new HashSet<>();
    private @Nullable Visit current;
    private int told;

    private record Visit(Configuration configuration, Score score) {
    }

    private record Proposal(Configuration configuration, Optional<Bandit.Pull> pull) {
    }

    /**
     * @param tolerance part of the elite list that bounds what is accepted at the start, in [0, 1]; it falls to 0 over the budget
     * @param expected  trials expected, positive
     * @param repeats   whether a configuration may come twice
     */
    LargeNeighbourhoodSearch(SearchSpace space, BanditKind kind, double tolerance, double expected, boolean repeats, RandomGenerator random) {
        this.space = space;
        this.random = random;
        this.operators = Operator.of(space);
        this.surroundings = new Operator.Surroundings(space, random);
        this.bandit = kind.create(Math.max(1, operators.size() * EXTENTS.length));
        this.tolerance = tolerance;
        this.expected = expected;
        this.repeats = repeats;
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        Visit from = current;
        Proposal proposal;
        if (from == null || operators.isEmpty()) {
            proposal = new Proposal(tag == 0 ? space.defaults() : space.sample(random), Optional.empty());
        } else {
            Bandit.Pull pull = bandit.choose(random);
            proposal = new Proposal(changed(from.configuration(), pull.arm()), Optional.of(pull));
        }
        known.add(proposal.configuration());
        pending.put(tag, proposal);
        return Optional.of(proposal.configuration());
    }

    private Configuration changed(Configuration from, int arm) {
        Operator operator = operators.get(arm / EXTENTS.length);
        int most = Math.max(2, (int) Math.round(EXTENTS[arm % EXTENTS.length] * space.unitCube().width()));
        Configuration changed = from;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Configuration elite = elites.get(random.nextInt(elites.size())).configuration();
            changed = operator.apply(surroundings, changed, elite, 1 + random.nextInt(most));
            if (repeats || !known.contains(changed)) {
                break;
            }
        }
        return changed;
    }

    @Override
    public void tell(long tag, Score score) {
        Proposal proposal = pending.take(tag);
        Visit visit = new Visit(proposal.configuration(), score);
        Visit from = current;
        told++;
        boolean best = elites.isEmpty() || score.isBetterThan(elites.getFirst().score());
        boolean better = from == null || score.isBetterThan(from.score());
        boolean accepted = better || score.compareTo(bound()) <= 0;
        double loss = best ? NEW_BEST : better ? BETTER : accepted ? ACCEPTED : 1;
        proposal.pull().ifPresent(pull -> bandit.learn(pull, loss));
        if (accepted && !(score.isFailure() && from != null)) {
            current = visit;
        }
        enter(visit);
    }

    /** The worst score that is accepted though it is no improvement. */
    private Score bound() {
        double left = Math.max(0, 1 - told / expected);
        return elites.get((int) (tolerance * left * (elites.size() - 1))).score();
    }

    private void enter(Visit visit) {
        int at = 0;
        while (at < elites.size() && !visit.score().isBetterThan(elites.get(at).score())) {
            at++;
        }
        elites.add(at, visit);
        if (elites.size() > ELITES) {
            elites.removeLast();
        }
    }
}
