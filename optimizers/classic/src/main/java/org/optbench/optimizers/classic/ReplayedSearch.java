package org.optbench.optimizers.classic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Turns a search that calls its function into one that is asked and told, without a thread of its own: for each question the search is run again from its start over the values
 * told so far, until it wants one that is not there yet. When it has converged it starts anew from a random point. Quadratic in the length of one
 * local search, which is therefore cut after some evaluations; it then goes on from its best point with shorter steps.
 */
final class ReplayedSearch implements SteadyStateOptimizer.Method {

    private static final double LARGEST = 1e50;
    private static final double SHORTER = 0.2;
    private static final double SHORTEST = 1e-5;

    private final SearchSpace space;
    private final LocalSearch search;
    private final int longest;
    private final RandomGenerator random;
    private final List<Double> values = new ArrayList<>();
    private final List<double[]> points = new ArrayList<>();
    private double[] start;
    private double scale = 1;
    private double worst = Double.NEGATIVE_INFINITY;
    private boolean waiting;

    /** Thrown through the search when a value is missing. */
    private static final class Missing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient double[] point;

        Missing(double[] point) {
            super("a value is missing", null, false, false);
            this.point = point;
        }
    }

    /** Thrown through the search when it has taken long enough. */
    private static final class Finished extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Finished() {
            super("long enough", null, false, false);
        }
    }

    /** @param longest most evaluations of one local search */
    ReplayedSearch(SearchSpace space, LocalSearch search, int longest, RandomGenerator random) {
        this.space = space;
        this.search = search;
        this.longest = longest;
        this.random = random;
        this.start = Points.atDefault(space);
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        if (waiting) {
            return Optional.empty();
        }
        waiting = true;
        return Optional.of(space.unitCube().decode(nextPoint()));
    }

    private double[] nextPoint() {
        while (true) {
            boolean cut = false;
            try {
                search.run(new Replay()::at, start.clone(), scale);
            } catch (Missing missing) {
                points.add(missing.point);
                return missing.point;
            } catch (Finished end) {
                cut = true;
            } catch (MathIllegalStateException | MathIllegalArgumentException end) {
                // it broke down numerically: start anew
            }
            if (values.isEmpty()) {
                points.add(start);
                return start; // it broke down before its first question
            }
            int best = best();
            boolean goOn = cut && best > 0 && scale > SHORTEST;
            start = goOn ? points.get(best) : Points.uniform(start.length, random);
            scale = goOn ? scale * SHORTER : 1;
            values.clear();
            points.clear();
        }
    }

    private int best() {
        int best = 0;
        for (int i = 1; i < values.size(); i++) {
            best = values.get(i) < values.get(best) ? i : best;
        }
        return best;
    }

    private final class Replay {

        private int next;

        double at(double[] point) {
            if (next == longest) {
                throw new Finished();
            }
            if (next == values.size()) {
                double[] inside = point.clone();
                Points.clamp(inside);
                throw new Missing(inside);
            }
            return values.get(next++);
        }
    }

    @Override
    public void tell(long tag, Score score) {
        waiting = false;
        double value = score.isFailure() ? worst == Double.NEGATIVE_INFINITY ? 1 : worst + Math.max(1, Math.abs(worst)) / 10
                : Math.clamp(score.value(), -LARGEST, LARGEST);
        worst = score.isFailure() ? worst : Math.max(worst, value);
        values.add(value);
    }
}
