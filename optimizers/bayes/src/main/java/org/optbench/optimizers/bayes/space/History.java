package org.optbench.optimizers.bayes.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.optbench.model.Observation;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;

/**
 * The trials told so far and the suggestions still pending, as points and values to minimise.
 *
 * <p>Where only ranks are observed, the value of a trial is its place in the order of all trials so far, which changes as trials are told.
 * A failure, and a success whose objective is not finite, count as failed: they have a point but no value.
 */
public final class History {
    private final Problem problem;
    private final Encoding encoding;
    private final List<Observed> observed = new ArrayList<>();
    private final List<double[]> failed = new ArrayList<>();
    private final Map<Long, double[]> pending = new LinkedHashMap<>();
    private final Set<Configuration> known = new HashSet<>();
    private final RankOrder order = new RankOrder();

    /**
     * A trial with a value.
     *
     * @param index 0, 1, ... in the order told
     * @param point where
     * @param value first objective, to minimise, finite
     * @param constraints value of each constraint minus its tolerance: at most 0 is satisfied; NaN counts as violated
     * @param violation sum of the positive ones, infinite if one is NaN
     */
    public record Observed(int index, double[] point, double value, double[] constraints, double violation) {
        /** True if every constraint is satisfied. */
        public boolean feasible() {
            return violation <= 0;
        }
    }

    /** An empty history of a problem. */
    public History(Problem problem, Encoding encoding) {
        this.problem = problem;
        this.encoding = encoding;
    }

    /** Remembers a suggestion that is on its way. */
    public void suggest(long tag, Configuration configuration, double[] point) {
        pending.put(tag, point);
        known.add(configuration);
    }

    /** Takes in a result. */
    public void tell(Trial trial) {
        pending.remove(trial.suggestion().tag());
        known.add(trial.suggestion().configuration());
        double[] point = encoding.encode(trial.suggestion().configuration());
        switch (trial.outcome()) {
            case Outcome.Failure _ -> failed.add(point);
            case Outcome.Valued valued -> observe(point, valued);
        }
    }

    private void observe(double[] point, Outcome.Valued valued) {
        boolean ranks = problem.observation() == Observation.RANKS;
        double value = ranks ? valued.objectives().getFirst() : problem.objective().toMinimize(valued.objectives().getFirst());
        if (!Double.isFinite(value)) {
            failed.add(point);
            return;
        }
        double[] constraints = new double[problem.constraints().size()];
        double violation = 0;
        for (int i = 0; i < constraints.length; i++) {
            constraints[i] = valued.constraints().get(i) - problem.constraints().get(i).tolerance();
            violation += Double.isNaN(constraints[i]) ? Double.POSITIVE_INFINITY : Math.max(0, constraints[i]);
        }
        observed.add(new Observed(observed.size(), point, ranks ? order.insert(value) : value, constraints, violation));
        if (ranks) {
            for (int i = 0; i < observed.size(); i++) {
                Observed old = observed.get(i);
                observed.set(i, new Observed(i, old.point(), order.place(i), old.constraints(), old.violation()));
            }
        }
    }

    /** Trials with values, in the order told. */
    public List<Observed> observed() {
        return observed;
    }

    /** Points of failed trials. */
    public List<double[]> failed() {
        return failed;
    }

    /** Points of suggestions not told yet, oldest first. */
    public List<double[]> pending() {
        return List.copyOf(pending.values());
    }

    /** Number of results, failures included. */
    public int told() {
        return observed.size() + failed.size();
    }

    /** True if the configuration was suggested or told before. */
    public boolean knows(Configuration configuration) {
        return known.contains(configuration);
    }

    /** Number of different configurations suggested or told. */
    public int distinct() {
        return known.size();
    }

    /**
     * Observed trials from best to worst: feasible by value, then infeasible by violation (Deb 2000); ties in the order told.
     */
    public List<Observed> ranked() {
        List<Observed> ranked = new ArrayList<>(observed);
        ranked.sort((a, b) -> a.violation() != b.violation() && !(a.feasible() && b.feasible())
                ? Double.compare(Math.max(a.violation(), 0), Math.max(b.violation(), 0))
                : Double.compare(a.value(), b.value()));
        return ranked;
    }
}
