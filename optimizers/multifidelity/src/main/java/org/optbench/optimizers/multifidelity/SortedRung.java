package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A rung for one objective: every operation takes logarithmic time, so that rungs of hundreds of thousands of results cost little. */
final class SortedRung implements Rung {

    private final double eta;
    private final TreeSet<Entry> best = new TreeSet<>();
    private final TreeSet<Entry> rest = new TreeSet<>();
    private final TreeSet<Entry> promotable = new TreeSet<>();
    private final Set<Integer> promoted = new HashSet<>();
    private final Map<Integer, Entry> entries = new HashMap<>();

    private record Entry(Merit merit, int arrival, Candidate candidate) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int byMerit = merit.compareTo(other.merit);
            return byMerit != 0 ? byMerit : Integer.compare(arrival, other.arrival);
        }
    }

    SortedRung(double eta) {
        this.eta = eta;
    }

    @Override
    public void add(Candidate candidate, Merit merit) {
        Entry entry = new Entry(merit, entries.size(), candidate);
        entries.put(candidate.id(), entry);
        if (!best.isEmpty() && entry.compareTo(best.last()) < 0) {
            enter(entry);
        } else {
            rest.add(entry);
        }
        int part = Rung.part(entries.size(), eta);
        while (best.size() > part) {
            Entry worst = best.removeLast();
            promotable.remove(worst);
            rest.add(worst);
        }
        while (best.size() < part) {
            enter(rest.removeFirst());
        }
    }

    private void enter(Entry entry) {
        best.add(entry);
        if (!promoted.contains(entry.candidate().id()) && !entry.merit().isFailed()) {
            promotable.add(entry);
        }
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public Optional<Candidate> promotable() {
        return promotable.isEmpty() ? Optional.empty() : Optional.of(promotable.first().candidate());
    }

    @Override
    public void promote(Candidate candidate) {
        promoted.add(candidate.id());
        Entry entry = entries.get(candidate.id());
        if (entry != null) {
            promotable.remove(entry);
        }
    }

    @Override
    public boolean isAmongBest(Candidate candidate) {
        Entry entry = entries.get(candidate.id());
        return entry != null && !entry.merit().isFailed() && (best.isEmpty() || best.contains(entry));
    }

    @Override
    public List<Candidate> ranked() {
        List<Candidate> ranked = new ArrayList<>();
        best.stream().filter(entry -> !entry.merit().isFailed()).forEach(entry -> ranked.add(entry.candidate()));
        rest.stream().filter(entry -> !entry.merit().isFailed()).forEach(entry -> ranked.add(entry.candidate()));
        return ranked;
    }
}
