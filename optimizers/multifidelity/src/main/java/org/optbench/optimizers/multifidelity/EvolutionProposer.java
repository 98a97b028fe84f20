package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;

/**
 * Differential evolution with a population for each level (Awad, Mallik and Hutter 2021, "DEHB", section 3). The first brackets are successive halving on
 * random members and fill the populations. In later brackets each place of the bracket evolves a member (rand/1/bin): at the bracket's first level with
 * parents of the same population, at higher ones with parents among the best of the population below. A place that is still empty takes a parent for its member. A trial at least as good as the member takes its place.
 */
final class EvolutionProposer implements Proposer {

    private static final int PARENTS = 3;
    private static final int TRIES = 20;

    private final SearchSpace space;
    private final int plainBrackets;
    private final double factor;
    private final double crossover;
    private final Known known;
    private final RandomGenerator random;
    private final Member[][] populations;
    private final int[] turn;
    private final Map<Integer, Target> targets = new HashMap<>();
    private Target announced = new Target(0, 0, new double[0]);

    /** A place of a population. */
    private static final class Member {

        double[] point;
        @Nullable Merit merit;

        Member(double[] point) {
            this.point = point;
        }

        boolean isNoBetterThan(Merit other) {
            return merit == null || other.compareTo(merit) <= 0;
        }
    }

    /** Where the result of a proposal belongs. */
    private record Target(int level, int place, double[] point) {
    }

    /**
     * Random populations.
     *
     * @param sizes         size of the population of each level, positive
     * @param plainBrackets number of brackets before evolution begins
     * @param factor        scales the difference of two parents
     * @param crossover     probability of each coordinate to come from the mutant
     */
    EvolutionProposer(SearchSpace space, int[] sizes, int plainBrackets, double factor, double crossover, RandomGenerator random) {
        this.space = space;
        this.plainBrackets = plainBrackets;
        this.factor = factor;
        this.crossover = crossover;
        this.known = new Known(space);
        this.random = random;
        populations = new Member[sizes.length][];
        for (int level = 0; level < sizes.length; level++) {
            populations[level] = new Member[sizes[level]];
            Arrays.setAll(populations[level], _ -> new Member(drawn()));
        }
        turn = new int[sizes.length];
    }

    /** The sizes of the populations: the most evaluations of a bracket of Hyperband at each level. */
    static int[] sizes(Ladder ladder, double eta) {
        int[] sizes = new int[ladder.size()];
        for (int first = 0; first < ladder.size(); first++) {
            int[] bracket = Bracket.sizes(ladder.top() - first, ladder.top(), eta);
            for (int stage = 0; stage < bracket.length; stage++) {
                sizes[first + stage] = Math.max(sizes[first + stage], bracket[stage]);
            }
        }
        return sizes;
    }

    private double[] drawn() {
        return filled(space.unitCube().encode(space.sample(random)));
    }

    /** A point with random numbers in place of the inactive coordinates, which a descendant may activate. */
    private double[] filled(double[] point) {
        for (int i = 0; i < point.length; i++) {
            point[i] = Double.isNaN(point[i]) ? random.nextDouble() : point[i];
        }
        return point;
    }

    @Override
    public Configuration propose(int level, int bracket) {
        int place = nextPlace(level);
        if (bracket < plainBrackets) {
            Member member = populations[level][place];
            return announce(level, place, member.merit == null ? member.point : drawn());
        }
        return evolve(level, place, best(populations[level], populations[level].length));
    }

    @Override
    public Optional<Configuration> inPlaceOf(Candidate candidate, int level, int bracket) {
        int place = nextPlace(level);
        if (bracket < plainBrackets) {
            announced = new Target(level, place, filled(candidate.point().clone()));
            return Optional.empty();
        }
        return Optional.of(evolve(level, place, best(populations[level - 1], populations[level].length)));
    }

    private int nextPlace(int level) {
        return turn[level]++ % populations[level].length;
    }

    private static List<Member> best(Member[] members, int most) {
        return Arrays.stream(members).filter(member -> member.merit != null && !member.merit.isFailed())
                .sorted(Comparator.comparing(member -> java.util.Objects.requireNonNull(member.merit))).limit(most).toList();
    }

    private Configuration evolve(int level, int place, List<Member> parents) {
        Member member = populations[level][place];
        // the random numbers of a place that was never filled are not worth half a descendant
        double[] target = member.merit == null && !parents.isEmpty() ? parents.get(random.nextInt(parents.size())).point : member.point;
        double[] trial = crossed(target, mutant(level, parents));
        for (int i = 0; i < TRIES && known.contains(space.unitCube().decode(trial)); i++) {
            trial = i < TRIES / 2 ? crossed(target, mutant(level, parents)) : drawn();
        }
        return announce(level, place, trial);
    }

    private Configuration announce(int level, int place, double[] point) {
        announced = new Target(level, place, point);
        return known.add(space.unitCube().decode(point));
    }

    /** Descendant of three different parents; where there are fewer evaluated ones, members of any level fill up. */
    private double[] mutant(int level, List<Member> parents) {
        List<Member> pool = new ArrayList<>(parents);
        for (int i = 0; pool.size() < PARENTS; i++) {
            Member[] from = populations[(level + i) % populations.length];
            Member other = from[random.nextInt(from.length)];
            if (i >= TRIES || !pool.contains(other)) {
                pool.add(other);
            }
        }
        double[] a = pool.remove(random.nextInt(pool.size())).point;
        double[] b = pool.remove(random.nextInt(pool.size())).point;
        double[] c = pool.remove(random.nextInt(pool.size())).point;
        double[] mutant = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            double moved = a[i] + factor * (b[i] - c[i]);
            mutant[i] = moved >= 0 && moved <= 1 ? moved : random.nextDouble();
        }
        return mutant;
    }

    private double[] crossed(double[] target, double[] mutant) {
        double[] trial = target.clone();
        int sure = random.nextInt(trial.length);
        for (int i = 0; i < trial.length; i++) {
            if (i == sure || random.nextDouble() < crossover) {
                trial[i] = mutant[i];
            }
        }
        return trial;
    }

    @Override
    public void started(Job job) {
        if (job.attempt() == 0) {
            targets.put(job.candidate().id(), announced);
        }
    }

    @Override
    public void observed(Candidate candidate, int level, Merit merit) {
        Target target = targets.get(candidate.id());
        if (target == null || target.level() != level) {
            return; // passed on the way
        }
        targets.remove(candidate.id());
        Member member = populations[level][target.place()];
        if (member.isNoBetterThan(merit)) {
            member.point = target.point();
            member.merit = merit;
        }
    }
}
