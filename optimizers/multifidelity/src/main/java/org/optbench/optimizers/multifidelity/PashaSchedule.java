package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Progressive ASHA (Bohdal et al. 2023): ASHA by promotion whose highest rung is at first the second lowest, and rises by one each time the candidates of the
 * two highest rungs are ranked differently there, up to ties within epsilon. Epsilon is estimated from the candidates whose order changes back and forth
 * along their levels: their differences at the highest rung are noise (section 4.2 there, with a percentile of these differences).
 *
 * <p>
 * What leads the highest rung is also evaluated in full, once for each new leader, as the method's final training does: without it a run whose ranking
 * settles early would have no full evaluation at all.
 */
final class PashaSchedule implements Schedule {

    private static final int LEADERS = 100;

    private final Ladder ladder;
    private final double percentile;
    private final boolean confirms;
    private final List<Rung> rungs = new ArrayList<>();
    private final java.util.Set<Integer> confirmed = new java.util.HashSet<>();
    private int highest;

    /**
     * A schedule.
     *
     * @param percentile of the noisy differences that counts as a tie, in [0, 1]
     * @param confirms   whether leaders of the highest rung are evaluated in full
     */
    PashaSchedule(Ladder ladder, double eta, double percentile, boolean confirms) {
        this.ladder = ladder;
        this.percentile = percentile;
        this.confirms = confirms;
        for (int level = 0; level < ladder.size(); level++) {
            rungs.add(Rung.of(false, eta));
        }
        highest = Math.min(1, ladder.top());
    }

    /** Index of the highest level that candidates reach by promotion. */
    int highest() {
        return highest;
    }

    @Override
    public Move next() {
        Optional<Candidate> leader = confirms && highest < ladder.top() ? rungs.get(highest).ranked().stream().findFirst() : Optional.empty();
        if (leader.isPresent() && leader.get().merit(ladder.top()).isEmpty() && confirmed.add(leader.get().id())) {
            return new Move.GoOn(leader.get(), ladder.top(), 0);
        }
        for (int level = highest - 1; level >= 0; level--) {
            int above = level + 1;
            for (Optional<Candidate> best = rungs.get(level).promotable(); best.isPresent(); best = rungs.get(level).promotable()) {
                Candidate candidate = best.get();
                rungs.get(level).promote(candidate);
                Optional<Merit> known = candidate.merit(above); // a leader that was evaluated in full before
                if (known.isEmpty()) {
                    return new Move.GoOn(candidate, above, 0);
                }
                rungs.get(above).add(candidate, known.get());
            }
        }
        return new Move.Start(0, 0);
    }

    @Override
    public void told(Job job, Merit merit) {
        if (job.level() > highest) {
            return; // a confirmation
        }
        rungs.get(job.level()).add(job.candidate(), merit);
        if (job.level() == highest && highest < ladder.top() && !isStable()) {
            highest++;
        }
    }

    /** Whether the two highest rungs agree on the order of the candidates of the highest, up to ties. */
    private boolean isStable() {
        List<Candidate> top = rungs.get(highest).ranked();
        if (top.size() < 2) {
            return true;
        }
        double epsilon = epsilon(top);
        List<Candidate> below = new ArrayList<>(top);
        below.sort((a, b) -> merit(a, highest - 1).compareTo(merit(b, highest - 1)));
        for (int i = 0; i < top.size(); i++) {
            Merit there = merit(below.get(i), highest);
            Merit here = merit(top.get(i), highest);
            boolean tied = there.isFeasible() == here.isFeasible() && Math.abs(there.value() - here.value()) <= epsilon;
            if (!tied) {
                return false;
            }
        }
        return true;
    }

    private double epsilon(List<Candidate> ranked) {
        List<Candidate> top = ranked.subList(0, Math.min(ranked.size(), LEADERS)); // pairs cost the square of their number
        List<Double> differences = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (crisscrosses(top.get(i), top.get(j))) {
                    differences.add(Math.abs(merit(top.get(i), highest).value() - merit(top.get(j), highest).value()));
                }
            }
        }
        differences.sort(null);
        return differences.isEmpty() ? 0 : differences.get((int) Math.min(differences.size() - 1, Math.floor(percentile * differences.size())));
    }

    /** Whether the order of two candidates changes at least twice along the levels they share. */
    private boolean crisscrosses(Candidate a, Candidate b) {
        int changes = 0;
        int last = 0;
        for (int level = 0; level <= highest; level++) {
            if (a.merit(level).isPresent() && b.merit(level).isPresent()) {
                int order = Integer.signum(a.merit(level).get().compareTo(b.merit(level).get()));
                changes += order != 0 && last != 0 && order != last ? 1 : 0;
                last = order != 0 ? order : last;
            }
        }
        return changes >= 2;
    }

    private static Merit merit(Candidate candidate, int level) {
        return candidate.merit(level).orElseThrow();
    }
}
