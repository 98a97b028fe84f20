package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Observation;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.LocalSearch;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.forest.RegressionForest;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;
import org.optbench.optimizers.bayes.space.History.Observed;

/**
 * Sequential model-based algorithm configuration: a random forest, log expected improvement maximised by local search, random points
 * interleaved, and on noisy problems an intensification that evaluates promising configurations as often as the incumbent.
 */
final class SmacOptimizer extends PointOptimizer {
    private static final int CENTRES = 10;
    private static final double LEAST_VARIANCE = 1e-10;

    private final ForestSettings settings;
    private final CoordinateKind[] kinds;
    private final LocalSearch search;
    private final OutputTransform output;

    SmacOptimizer(OptimizerContext context) {
        super(context, "smac", ForestSettings.of(context.settings()).initial());
        settings = ForestSettings.of(context.settings());
        kinds = encoding.kinds();
        search = new LocalSearch(encoding, 500, 5, 4 * Math.min(problem.space().dimension(), 20), 8);
        output = problem.observation() == Observation.RANKS ? OutputTransform.COPULA : settings.output();
    }

    /** All results of one configuration. */
    private record Group(double[] point, List<Observed> results) {
        double mean() {
            return results.stream().mapToDouble(Observed::value).average().orElseThrow();
        }

        boolean feasible() {
            return results.stream().allMatch(Observed::feasible);
        }

        double violation() {
            return results.stream().mapToDouble(Observed::violation).average().orElseThrow();
        }
    }

    @Override
    double[] suggest() {
        if (history.observed().isEmpty() || random.nextDouble() < settings.interleave()) {
            return fresh(encoding.sample(random));
        }
        List<Group> groups = groups();
        Optional<double[]> again = problem.noisy() ? intensify(groups) : Optional.empty();
        return again.orElseGet(() -> model(groups));
    }

    /** Best first: feasible by mean, then infeasible by violation. */
    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        if (problem.noisy()) {
            Map<Configuration, Group> byConfiguration = new LinkedHashMap<>();
            for (Observed observed : history.observed()) {
                byConfiguration.computeIfAbsent(encoding.decode(observed.point()), c -> new Group(observed.point(), new ArrayList<>())).results().add(observed);
            }
            groups.addAll(byConfiguration.values());
        } else {
            history.observed().forEach(o -> groups.add(new Group(o.point(), List.of(o))));
        }
        groups.sort((a, b) -> a.feasible() && b.feasible() ? Double.compare(a.mean(), b.mean())
                : a.feasible() != b.feasible() ? (a.feasible() ? -1 : 1) : Double.compare(a.violation(), b.violation()));
        return groups;
    }

    /** A configuration whose mean is among the best but that was evaluated less often than allowed: challengers catch up with the incumbent. */
    private Optional<double[]> intensify(List<Group> groups) {
        Group best = groups.getFirst();
        boolean busy = history.pending().stream().anyMatch(p -> Arrays.equals(p, best.point()));
        return best.results().size() < settings.mostCalls() && !busy ? Optional.of(best.point()) : Optional.empty();
    }

    private double[] model(List<Group> groups) {
        int n = groups.size();
        List<double[]> points = new ArrayList<>(groups.stream().map(Group::point).toList());
        points.addAll(history.failed());
        double worst = groups.stream().mapToDouble(Group::mean).max().orElseThrow();
        double[] raw = new double[points.size()];
        Arrays.fill(raw, worst);
        for (int i = 0; i < n; i++) {
            raw[i] = groups.get(i).mean();
        }
        double[] y = output.apply(raw);
        // Pending points are lied to be average: neither sought again nor shunned.
        List<double[]> pending = history.pending();
        points.addAll(pending);
        RegressionForest objective = RegressionForest.fit(kinds, points.toArray(double[][]::new), Arrays.copyOf(y, points.size()), settings.growth(), random);
        boolean anyFeasible = groups.getFirst().feasible();
        double threshold = y[0];
        List<RegressionForest> constraints = constraintForests(groups);
        LocalSearch.Score score = (at, values) -> score(objective, constraints, anyFeasible, threshold, at, values);
        List<double[]> centres = groups.stream().limit(CENTRES).map(Group::point).toList();
        return search.maximise(score, centres, this::allowed, random);
    }

    private List<RegressionForest> constraintForests(List<Group> groups) {
        List<RegressionForest> forests = new ArrayList<>();
        List<Observed> all = groups.stream().flatMap(g -> g.results().stream()).toList();
        double[][] points = all.stream().map(Observed::point).toArray(double[][]::new);
        for (int c = 0; c < problem.constraints().size(); c++) {
            forests.add(RegressionForest.fit(kinds, points, ProcessFamily.constraintValues(all, c), settings.growth(), random));
        }
        return forests;
    }

    private static void score(RegressionForest objective, List<RegressionForest> constraints, boolean anyFeasible, double threshold, double[][] at,
            double[] values) {
        double[] means = new double[at.length];
        double[] variances = new double[at.length];
        Arrays.fill(values, 0);
        if (anyFeasible) {
            objective.predict(at, means, variances);
            for (int j = 0; j < at.length; j++) {
                values[j] = Rule.LOG_EI.score(means[j], Math.sqrt(variances[j] + LEAST_VARIANCE), threshold, 0);
            }
        }
        for (RegressionForest constraint : constraints) {
            constraint.predict(at, means, variances);
            for (int j = 0; j < at.length; j++) {
                values[j] += Rule.PI.score(means[j], Math.sqrt(variances[j] + LEAST_VARIANCE), 0, 0);
            }
        }
    }
}
