package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One run of successive halving (Jamieson and Talwalkar 2016): candidates start at a level; when all of them are through, the best go on to the next.
 * Failed ones never do; when nothing but failures is left, the bracket is over early.
 */
final class Bracket {

    private final int id;
    private final int[] sizes;
    private final int firstLevel;
    private final Ranking ranking;
    private List<Candidate> waiting = List.of();
    private final List<Candidate> through = new ArrayList<>();
    private final List<Merit> merits = new ArrayList<>();
    private int stage;
    private int expected;
    private int handedOut;

    /**
     * A bracket that has not begun.
     *
     * @param sizes how many candidates there are at each level from the first on, not increasing, all positive
     */
    Bracket(int id, int[] sizes, int firstLevel, Ranking ranking) {
        this.id = id;
        this.sizes = sizes.clone();
        this.firstLevel = firstLevel;
        this.ranking = ranking;
        this.expected = sizes[0];
    }

    /**
     * The sizes of Hyperband's bracket (Li et al. 2018, algorithm 1): {@code n = ceil((smax + 1) / (s + 1) eta^s)} candidates at the start, of which
     * {@code floor(n eta^-i)} reach the i-th level.
     *
     * @param s    number of times the bracket is cut
     * @param most that number for the largest bracket
     */
    static int[] sizes(int s, int most, double eta) {
        double n = Math.ceil((most + 1.0) / (s + 1.0) * StrictMath.pow(eta, s) - 1e-9);
        return IntStream.rangeClosed(0, s).map(i -> (int) Math.max(1, Math.floor(n / StrictMath.pow(eta, i) + 1e-9))).toArray();
    }

    int id() {
        return id;
    }

    boolean isOver() {
        return stage == sizes.length;
    }

    /** Empty when everything left waits for results. */
    Optional<Move> next() {
        if (handedOut == expected || isOver()) {
            return Optional.empty();
        }
        int at = handedOut++;
        return Optional.of(stage == 0 ? new Move.Start(firstLevel, id) : new Move.GoOn(waiting.get(at), firstLevel + stage, id));
    }

    void told(Candidate candidate, Merit merit) {
        through.add(candidate);
        merits.add(merit);
        if (through.size() < expected) {
            return;
        }
        stage++;
        if (stage < sizes.length) {
            waiting = IntStream.of(ranking.best(merits, sizes[stage])).mapToObj(through::get).toList();
            stage = waiting.isEmpty() ? sizes.length : stage;
        }
        expected = waiting.size();
        handedOut = 0;
        through.clear();
        merits.clear();
    }
}
