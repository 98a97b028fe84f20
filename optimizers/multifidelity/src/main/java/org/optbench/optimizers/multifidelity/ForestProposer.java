package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.optimizers.bayes.acquisition.LocalSearch;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.forest.RegressionForest;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;
import org.optbench.optimizers.multifidelity.Observations.Observed;

/**
 * The model of SMAC for several fidelities (Lindauer et al. 2022, section 3.3): a random forest on the results of the highest level that has enough of
 * them, or on those of all levels with the level as a further input; log expected improvement is maximised by local search. Pending candidates are taken to
 * be average, failed ones to be as bad as the worst.
 */
final class ForestProposer extends ModelProposer {

    private static final double LEAST_VARIANCE = 1e-10;
    private static final int CENTRES = 5;
    private static final int ALWAYS_REFIT_BELOW = 50;
    private static final double REFIT_GROWTH = 1.05;

    private final ForestSettings settings;
    private final CoordinateKind[] kinds;
    private final LocalSearch search;
    private final int least;
    private Optional<Fitted> fitted = Optional.empty();

    /**
     * A forest.
     *
     * @param size      number of results known when it grew
     * @param aim       level at which improvement is sought
     * @param threshold value to improve on
     * @param centres   good points, where the search also starts
     */
    private record Fitted(RegressionForest forest, int size, int aim, double threshold, List<double[]> centres) {
    }

    ForestProposer(Problem problem, Ladder ladder, ForestSettings settings, double randomPart, RandomGenerator random) {
        super(problem, ladder, randomPart, random);
        this.settings = settings;
        CoordinateKind[] points = encoding.kinds();
        kinds = Arrays.copyOf(points, points.length + 1);
        kinds[points.length] = new CoordinateKind(0, 0);
        search = new LocalSearch(encoding, 250, 3, 2 * Math.min(problem.space().dimension(), 20), 6);
        least = Math.max(2, encoding.space().dimension());
    }

    @Override
    boolean hasModel() {
        return settings.joint() ? observations.size() > least : observations.highestWith(least) >= 0;
    }

    @Override
    double[] suggest(int level) {
        Fitted now = fitted.filter(this::isRecent).orElseGet(this::fit);
        fitted = Optional.of(now);
        double coordinate = ladder.coordinate(now.aim());
        LocalSearch.Score score = (at, values) -> {
            double[][] rows = new double[at.length][];
            Arrays.setAll(rows, i -> AtLevel.extended(at[i], coordinate));
            double[] variances = new double[at.length];
            now.forest().predict(rows, values, variances);
            for (int i = 0; i < at.length; i++) {
                values[i] = Rule.LOG_EI.score(values[i], Math.sqrt(variances[i] + LEAST_VARIANCE), now.threshold(), 0);
            }
        };
        return search.maximise(score, now.centres(), this::isAllowed, random);
    }

    /** While data are few a forest serves one proposal, later as long as less than a twentieth of them is new. */
    private boolean isRecent(Fitted last) {
        return problem.objectives().size() == 1 && last.size() >= ALWAYS_REFIT_BELOW && observations.size() < REFIT_GROWTH * last.size();
    }

    private Fitted fit() {
        int aim = settings.joint() ? Math.max(observations.highestWith(1), 0) : observations.highestWith(least);
        List<Observed> data = settings.joint() ? observations.selected(settings.modelPoints()) : latest(observations.at(aim));
        double[] scalars = Scalars.of(data.stream().map(Observed::merit).toList(), Scalars.weights(problem.objectives().size(), random));
        List<double[]> points = new ArrayList<>();
        data.forEach(one -> points.add(AtLevel.extended(one.point(), ladder.coordinate(one.level()))));
        List<Observed> failed = observations.failed();
        failed.subList(Math.max(0, failed.size() - data.size()), failed.size())
                .forEach(one -> points.add(AtLevel.extended(one.point(), ladder.coordinate(one.level()))));
        double[] raw = Arrays.copyOf(scalars, points.size());
        Arrays.fill(raw, scalars.length, raw.length, Arrays.stream(scalars).max().orElseThrow());
        double[] y = settings.output().apply(raw);
        // pending candidates are average: the transformed values have mean 0
        observations.pending().forEach(job -> points.add(AtLevel.extended(job.candidate().point(), ladder.coordinate(job.level()))));
        RegressionForest forest = RegressionForest.fit(kinds, points.toArray(double[][]::new), Arrays.copyOf(y, points.size()), settings.growth(), random);
        return new Fitted(forest, observations.size(), aim, threshold(data, y, aim), centres(data, scalars, aim));
    }

    private List<Observed> latest(List<Observed> data) {
        return data.subList(Math.max(0, data.size() - settings.modelPoints()), data.size());
    }

    private static double threshold(List<Observed> data, double[] y, int aim) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            best = data.get(i).level() == aim ? Math.min(best, y[i]) : best;
        }
        return best;
    }

    private static List<double[]> centres(List<Observed> data, double[] scalars, int aim) {
        Integer[] order = new Integer[data.size()];
        Arrays.setAll(order, i -> i);
        // of the level that is aimed at first: lower ones may be better by their number only
        Arrays.sort(order, (a, b) -> data.get(a).level() == aim != (data.get(b).level() == aim) ? data.get(a).level() == aim ? -1 : 1
                : Double.compare(scalars[a], scalars[b]));
        return Arrays.stream(order).limit(CENTRES).map(i -> data.get(i).point()).toList();
    }
}
