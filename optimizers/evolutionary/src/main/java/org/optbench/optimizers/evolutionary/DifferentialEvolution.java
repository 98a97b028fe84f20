package org.optbench.optimizers.evolutionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.UnitCube;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Differential evolution on the unit cube without generations: each result meets its target as it comes. Which parameters a trial vector gets, and what is learned
 * from its success, is left to a {@link DeControl}.
 */
final class DifferentialEvolution implements SteadyStateOptimizer.Method {

    private final UnitCube cube;
    private final RandomGenerator random;
    private final DeControl control;
    private final double[][] initial;
    private final List<Member> population = new ArrayList<>();
    private final List<double[]> archive = new ArrayList<>();
    private final Map<Long, Attempt> pending = new HashMap<>();
    private int nextInitial;
    private int nextTarget;
    private int toldSinceGeneration;
    private long told;

    /** A point and its score; null until the first result. */
    private static final class Member {

        private final double[] point;
        private final @Nullable Score score;

        Member(double[] point, @Nullable Score score) {
            this.point = point;
            this.score = score;
        }
    }

    private record Attempt(int target, double[] point, DeControl.@Nullable Draw draw) {
    }

    /** @param initial points of the first population {@code [count][width]}, at least 4 */
    DifferentialEvolution(UnitCube cube, double[][] initial, DeControl control, RandomGenerator random) {
        this.cube = cube;
        this.initial = initial;
        this.control = control;
        this.random = random;
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        Attempt attempt = nextInitial < initial.length ? new Attempt(-1, initial[nextInitial++], null) : mutant();
        pending.put(tag, attempt);
        return Optional.of(cube.decode(attempt.point()));
    }

    private Attempt mutant() {
        if (population.size() < 4) {
            return new Attempt(-1, uniform(), null); // most of the first population is still pending
        }
        nextTarget = nextTarget % population.size();
        int target = nextTarget++;
        double[] base = population.get(target).point;
        DeControl.Draw draw = control.draw();
        double[] point = cross(base, mutate(target, draw), draw.cr());
        return new Attempt(target, point, draw);
    }

    private double[] mutate(int target, DeControl.Draw draw) {
        int[] order = order();
        int first = other(target, -1);
        double[] a = population.get(first).point;
        double[] base = population.get(target).point;
        double[] b = second(target, first);
        double[] mutant = new double[base.length];
        switch (control.mutation()) {
            case RAND -> {
                double[] c = population.get(other(target, first)).point;
                for (int k = 0; k < mutant.length; k++) {
                    mutant[k] = c[k] + draw.f() * (a[k] - b[k]);
                }
            }
            case BEST -> {
                double[] best = population.get(order[0]).point;
                for (int k = 0; k < mutant.length; k++) {
                    mutant[k] = best[k] + draw.f() * (a[k] - b[k]);
                }
            }
            case CURRENT_TO_PBEST -> {
                int elite = Math.max(2, (int) Math.round(control.greed() * population.size()));
                double[] best = population.get(order[random.nextInt(Math.min(elite, order.length))]).point;
                for (int k = 0; k < mutant.length; k++) {
                    mutant[k] = base[k] + draw.f() * (best[k] - base[k]) + draw.f() * (a[k] - b[k]);
                }
            }
        }
        return mutant;
    }

    /** The second vector of the difference: a member, or with an archive one of the members and the archived points together. */
    private double[] second(int target, int first) {
        int archived = control.archiveRate() > 0 ? archive.size() : 0;
        int pick = random.nextInt(population.size() - 2 + archived);
        if (pick >= population.size() - 2) {
            return archive.get(pick - (population.size() - 2));
        }
        int at = pick;
        for (int taken : first < target ? new int[]{first, target} : new int[]{target, first}) {
            at += at >= taken ? 1 : 0;
        }
        return population.get(at).point;
    }

    private int other(int one, int two) {
        int pick;
        do {
            pick = random.nextInt(population.size());
        } while (pick == one || pick == two);
        return pick;
    }

    /** Binomial crossover; a coordinate outside [0, 1] moves to the middle between its border and the target (Zhang and Sanderson 2009, section III). */
    private double[] cross(double[] base, double[] mutant, double rate) {
        int sure = random.nextInt(base.length);
        double[] point = base.clone();
        for (int k = 0; k < base.length; k++) {
            if (k == sure || random.nextDouble() < rate) {
                point[k] = mutant[k] < 0 ? base[k] / 2 : mutant[k] > 1 ? (1 + base[k]) / 2 : mutant[k];
            }
        }
        return point;
    }

    private double[] uniform() {
        double[] point = new double[initial[0].length];
        for (int k = 0; k < point.length; k++) {
            point[k] = random.nextDouble();
        }
        return point;
    }

    private int[] order() {
        Score[] scores = new Score[population.size()];
        for (int i = 0; i < scores.length; i++) {
            Score score = population.get(i).score;
            if (score == null) {
                throw new IllegalStateException("Member " + i + " of the population has no score.");
            }
            scores[i] = score;
        }
        return Ranking.order(scores);
    }

    @Override
    public void tell(long tag, Score score) {
        Attempt attempt = pending.remove(tag);
        if (attempt == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending.");
        }
        told++;
        DeControl.Draw draw = attempt.draw();
        if (draw == null || attempt.target() >= population.size()) {
            enter(new Member(attempt.point(), score));
            return;
        }
        Member target = population.get(attempt.target());
        Score old = target.score;
        if (old == null || score.compareTo(old) <= 0) {
            population.set(attempt.target(), new Member(attempt.point(), score));
            if (old != null && score.isBetterThan(old)) {
                store(target.point);
                control.success(draw, gain(old, score));
            }
        }
        if (++toldSinceGeneration >= population.size()) {
            toldSinceGeneration = 0;
            control.endGeneration();
            shrink();
        }
    }

    private static double gain(Score old, Score better) {
        boolean comparable = old.isFeasible() && better.isFeasible() && old.isFinal() && better.isFinal();
        double difference = comparable ? old.value() - better.value() : 1;
        return Double.isFinite(difference) && difference > 0 ? difference : 1;
    }

    /** A new member while the population fills up; later ones replace the worst if better. */
    private void enter(Member member) {
        if (population.size() < initial.length) {
            population.add(member);
            return;
        }
        int worst = order()[population.size() - 1];
        Score least = population.get(worst).score;
        if (least == null || member.score != null && member.score.isBetterThan(least)) {
            population.set(worst, member);
        }
    }

    private void store(double[] point) {
        int most = (int) (control.archiveRate() * population.size());
        if (most == 0) {
            return;
        }
        while (archive.size() >= most) {
            archive.remove(random.nextInt(archive.size()));
        }
        archive.add(point);
    }

    private void shrink() {
        int wanted = control.populationSize(initial.length, told);
        while (population.size() > wanted) {
            population.remove(order()[population.size() - 1]);
        }
    }
}
