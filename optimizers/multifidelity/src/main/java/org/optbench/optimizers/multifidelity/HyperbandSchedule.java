package org.optbench.optimizers.multifidelity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brackets of successive halving one after the other. A worker that finds the open brackets waiting for results begins the next one, so that several
 * brackets run side by side and none is waited for (Falkner, Klein and Hutter 2018, section 4.2).
 */
final class HyperbandSchedule implements Schedule {

    private final Ladder ladder;
    private final double eta;
    private final boolean cycles;
    private final Ranking ranking;
    private final Map<Integer, Bracket> open = new LinkedHashMap<>();
    private int begun;

    /** @param cycles whether brackets start at every level in turn (Hyperband), or all at the lowest (successive halving) */
    HyperbandSchedule(Ladder ladder, double eta, boolean cycles, Ranking ranking) {
        this.ladder = ladder;
        this.eta = eta;
        this.cycles = cycles;
        this.ranking = ranking;
    }

    @Override
    public Move next() {
        for (Bracket bracket : open.values()) {
            Optional<Move> move = bracket.next();
            if (move.isPresent()) {
                return move.get();
            }
        }
        int first = cycles ? begun % ladder.size() : 0;
        Bracket bracket = new Bracket(begun++, Bracket.sizes(ladder.top() - first, ladder.top(), eta), first, ranking);
        open.put(bracket.id(), bracket);
        return bracket.next().orElseThrow();
    }

    @Override
    public void told(Job job, Merit merit) {
        Bracket bracket = open.get(job.bracket());
        if (bracket != null) {
            bracket.told(job.candidate(), merit);
            if (bracket.isOver()) {
                open.remove(job.bracket());
            }
        }
    }
}
