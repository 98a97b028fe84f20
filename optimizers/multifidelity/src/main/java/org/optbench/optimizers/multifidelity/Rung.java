package org.optbench.optimizers.multifidelity;

import java.util.Optional;

/** The results of one level, of which the best part {@code 1/eta} may go on. */
sealed interface Rung permits SortedRung, RankedRung {

    void add(Candidate candidate, Merit merit);

    /** Number of results. */
    int size();

    /** The best of those that may go on and have not been {@link #promote}d; never a failed one. */
    Optional<Candidate> promotable();

    /** The candidate has gone on. */
    void promote(Candidate candidate);

    /** Whether a candidate of this rung is in its best part; true while there are too few results to tell. */
    boolean isAmongBest(Candidate candidate);

    /** The candidates from best to worst, failed ones left out. */
    java.util.List<Candidate> ranked();

    /** A rung for one objective or several. */
    static Rung of(boolean multiObjective, double eta) {
        return multiObjective ? new RankedRung(new ParetoRanking(), eta) : new SortedRung(eta);
    }

    /** How many of n results may go on. */
    static int part(int n, double eta) {
        return (int) Math.floor(n / eta + 1e-9);
    }
}
