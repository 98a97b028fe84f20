package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asynchronous successive halving by promotion (Li et al. 2020, algorithm 2): a free worker takes the best candidate that is in the best part of its rung
 * and has not gone on yet, from the highest rung down; where there is none, a new candidate starts. With several brackets new candidates start at
 * different levels, as often as Hyperband would, and each bracket has rungs of its own.
 */
final class AshaSchedule implements Schedule {

    private final Ladder ladder;
    private final List<List<Rung>> brackets = new ArrayList<>();
    private final double[] weights;
    private final RandomGenerator random;

    /** @param count number of brackets; at most one for each level is used */
    AshaSchedule(Ladder ladder, double eta, int count, boolean multiObjective, RandomGenerator random) {
        this.ladder = ladder;
        this.random = random;
        int used = Math.min(count, ladder.size());
        weights = new double[used];
        for (int bracket = 0; bracket < used; bracket++) {
            List<Rung> rungs = new ArrayList<>();
            for (int level = 0; level < ladder.size(); level++) {
                rungs.add(Rung.of(multiObjective, eta));
            }
            brackets.add(rungs);
            weights[bracket] = Bracket.sizes(ladder.top() - bracket, ladder.top(), eta)[0];
        }
    }

    @Override
    public Move next() {
        for (int level = ladder.top() - 1; level >= 0; level--) {
            for (int bracket = 0; bracket < brackets.size(); bracket++) {
                Rung rung = brackets.get(bracket).get(level);
                Optional<Candidate> best = rung.promotable();
                if (best.isPresent()) {
                    rung.promote(best.get());
                    return new Move.GoOn(best.get(), level + 1, bracket);
                }
            }
        }
        int bracket = weights.length == 1 ? 0 : draw();
        return new Move.Start(bracket, bracket);
    }

    private int draw() {
        double u = random.nextDouble() * java.util.Arrays.stream(weights).sum();
        int bracket = 0;
        while (bracket < weights.length - 1 && u >= weights[bracket]) {
            u -= weights[bracket++];
        }
        return bracket;
    }

    @Override
    public void told(Job job, Merit merit) {
        brackets.get(job.bracket()).get(job.level()).add(job.candidate(), merit);
    }
}
