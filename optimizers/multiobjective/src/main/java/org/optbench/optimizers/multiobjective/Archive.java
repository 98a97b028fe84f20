package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Trial;
import org.optbench.optimizers.bayes.space.Encoding;

/** Everything a run knows: the trials told, with values to minimise, and the suggestions still pending. */
final class Archive {

    private static final int SOURCE_TRIES = 10;
    private static final int FRESH_TRIES = 200;
    private static final double[] NO_VALUES = {};

    private final Problem problem;
    private final Encoding encoding;
    private final List<Individual> told = new ArrayList<>();
    private final Map<Long, double[]> pending = new LinkedHashMap<>();
    private final Set<Key> known = new HashSet<>();
    private final double[] worstExcess;

    /** A point as a key of sets. */
    private record Key(double[] point) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && Arrays.equals(point, key.point);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(point);
        }
    }

    Archive(Problem problem, Encoding encoding) {
        this.problem = problem;
        this.encoding = encoding;
        worstExcess = new double[problem.constraints().size()];
    }

    Encoding encoding() {
        return encoding;
    }

    /** Remembers a suggestion that is on its way. */
    void suggest(long tag, double[] point) {
        pending.put(tag, point);
        known.add(new Key(point));
    }

    /** Takes in a result. Values that are not finite make a trial a failure. */
    Individual tell(Trial trial) {
        double[] asked = pending.remove(trial.suggestion().tag());
        double[] point = asked != null ? asked : encoding.encode(trial.suggestion().configuration());
        Individual individual = switch (trial.outcome()) {
            case Outcome.Failure _ -> failure(trial, point);
            case Outcome.Valued valued -> valued(trial, point, valued);
        };
        told.add(individual);
        return individual;
    }

    private Individual failure(Trial trial, double[] point) {
        return new Individual(told.size(), trial.suggestion().tag(), point, NO_VALUES, NO_VALUES);
    }

    private Individual valued(Trial trial, double[] point, Outcome.Valued valued) {
        double[] objectives = new double[problem.objectives().size()];
        for (int j = 0; j < objectives.length; j++) {
            objectives[j] = problem.objectives().get(j).toMinimize(valued.objectives().get(j)) + 0.0;
            if (!Double.isFinite(objectives[j])) {
                return failure(trial, point);
            }
        }
        double[] excess = new double[problem.constraints().size()];
        for (int c = 0; c < excess.length; c++) {
            excess[c] = valued.constraints().get(c) - problem.constraints().get(c).tolerance();
            if (Double.isFinite(excess[c])) {
                worstExcess[c] = Math.max(worstExcess[c], excess[c]);
            }
        }
        return new Individual(told.size(), trial.suggestion().tag(), point, objectives, excess);
    }

    /** All told trials in their order. */
    List<Individual> told() {
        return told;
    }

    /** Told trials with values. */
    List<Individual> valued() {
        return told.stream().filter(individual -> !individual.failed()).toList();
    }

    /** Points of failed trials. */
    List<double[]> failed() {
        return told.stream().filter(Individual::failed).map(Individual::point).toList();
    }

    /** Points of suggestions not told yet, oldest first. */
    List<double[]> pending() {
        return List.copyOf(pending.values());
    }

    /**
     * How much the constraints are violated: the sum over the constraints of the violation divided by the largest seen, so that their units do not
     * matter; 0 when feasible, infinite for a failure. Values of different moments are not comparable.
     */
    double violation(Individual individual) {
        if (individual.failed()) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int c = 0; c < worstExcess.length; c++) {
            double value = individual.excess()[c];
            if (!(value <= 0)) {
                sum += Double.isFinite(value) ? value / worstExcess[c] : 2;
            }
        }
        return sum;
    }

    /** Whether a point may be suggested: evaluations are noisy, or it is new, or nothing new is left. */
    boolean allowed(double[] point) {
        return problem.noisy() || !known.contains(new Key(point)) || known.size() >= encoding.space().cardinality();
    }

    /** What the source gives when it is allowed, after a few tries else an allowed point near it or anywhere, if one is found. */
    double[] fresh(Supplier<double[]> source, RandomGenerator random) {
        double[] candidate = source.get();
        for (int attempt = 1; attempt < SOURCE_TRIES && !allowed(candidate); attempt++) {
            candidate = source.get();
        }
        double[] origin = candidate;
        for (int attempt = 0; attempt < FRESH_TRIES && !allowed(candidate); attempt++) {
            candidate = attempt < FRESH_TRIES / 2 ? encoding.mutate(origin, 0.3, 0.1, random) : encoding.sample(random);
        }
        return candidate;
    }
}
