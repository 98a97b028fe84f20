package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is known at each level, and what is on its way: the data of models. */
final class Observations {

    private final List<List<Observed>> levels = new ArrayList<>();
    private final List<Observed> failed = new ArrayList<>();
    private final Set<Job> pending = new LinkedHashSet<>();

    /** A result that did not fail, or one that did among {@link #failed}. */
    record Observed(Candidate candidate, int level, Merit merit) {
        double[] point() {
            return candidate.point();
        }
    }

    Observations(int levels) {
        for (int level = 0; level < levels; level++) {
            this.levels.add(new ArrayList<>());
        }
    }

    void add(Candidate candidate, int level, Merit merit) {
        (merit.isFailed() ? failed : levels.get(level)).add(new Observed(candidate, level, merit));
    }

    void started(Job job) {
        pending.add(job);
    }

    void ended(Job job) {
        pending.remove(job);
    }

    /** Results at a level in the order they came; failures are not among them. */
    List<Observed> at(int level) {
        return levels.get(level);
    }

    List<Observed> failed() {
        return failed;
    }

    List<Job> pending() {
        return List.copyOf(pending);
    }

    /** Number of results that did not fail, at all levels. */
    int size() {
        return levels.stream().mapToInt(List::size).sum();
    }

    /** The highest level with at least so many results; -1 when there is none. */
    int highestWith(int least) {
        int level = levels.size() - 1;
        while (level >= 0 && levels.get(level).size() < least) {
            level--;
        }
        return level;
    }

    /**
     * Up to so many results, those of higher levels first; of the level that does not fit, the better half and the latest.
     *
     * @param most how many, at least 2
     */
    List<Observed> selected(int most) {
        List<Observed> chosen = new ArrayList<>();
        for (int level = levels.size() - 1; level >= 0 && chosen.size() < most; level--) {
            List<Observed> here = levels.get(level);
            int room = most - chosen.size();
            chosen.addAll(here.size() <= room ? here : thinned(here, room));
        }
        return chosen;
    }

    private static List<Observed> thinned(List<Observed> results, int room) {
        List<Observed> sorted = new ArrayList<>(results);
        sorted.sort((a, b) -> a.merit().compareTo(b.merit()));
        Set<Observed> kept = new LinkedHashSet<>(sorted.subList(0, room / 2));
        for (int i = results.size() - 1; i >= 0 && kept.size() < room; i--) {
            kept.add(results.get(i));
        }
        return List.copyOf(kept);
    }
}
