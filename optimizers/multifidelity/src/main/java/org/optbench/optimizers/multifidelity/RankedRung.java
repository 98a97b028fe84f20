package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A rung for any ranking; ranked anew when its best part has grown, at the cost of a ranking of all its results. */
final class RankedRung implements Rung {

    private final Ranking ranking;
    private final double eta;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Merit> merits = new ArrayList<>();
    private final Set<Integer> promoted = new HashSet<>();
    private List<Candidate> best = List.of();
    private int rankedAt;

    RankedRung(Ranking ranking, double eta) {
        this.ranking = ranking;
        this.eta = eta;
    }

    @Override
    public void add(Candidate candidate, Merit merit) {
        candidates.add(candidate);
        merits.add(merit);
    }

    @Override
    public int size() {
        return candidates.size();
    }

    private List<Candidate> best() {
        if (rankedAt != candidates.size()) {
            rankedAt = candidates.size();
            best = ranked(Rung.part(candidates.size(), eta));
        }
        return best;
    }

    private List<Candidate> ranked(int most) {
        return IntStream.of(ranking.best(merits, most)).mapToObj(candidates::get).toList();
    }

    @Override
    public Optional<Candidate> promotable() {
        return best().stream().filter(candidate -> !promoted.contains(candidate.id())).findFirst();
    }

    @Override
    public void promote(Candidate candidate) {
        promoted.add(candidate.id());
    }

    @Override
    public boolean isAmongBest(Candidate candidate) {
        int at = candidates.indexOf(candidate);
        return at >= 0 && !merits.get(at).isFailed() && (Rung.part(candidates.size(), eta) == 0 || best().contains(candidate));
    }

    @Override
    public List<Candidate> ranked() {
        return ranked(candidates.size());
    }
}
