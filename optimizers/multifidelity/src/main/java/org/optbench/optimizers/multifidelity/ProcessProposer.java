package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.acquisition.AcquisitionMaximiser;
import org.optbench.optimizers.bayes.acquisition.LogAcquisition;
import org.optbench.optimizers.bayes.acquisition.PosteriorAcquisition;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.acquisition.SumAcquisition;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.LogNormalPrior;
import org.optbench.optimizers.bayes.gp.Priors;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.gp.SurrogateModel;
import org.optbench.optimizers.multifidelity.Observations.Observed;

/**
 * The model of MOBSTER (Klein, Tiao, Lienart, Archambeau and Seeger 2020): one Gaussian process over configurations and levels, on the results of all
 * levels. Expected improvement at a high level is maximised; results of pending trials are fantasised, jointly drawn from the posterior, and the expected
 * improvement is averaged over the draws.
 */
final class ProcessProposer extends ModelProposer {

    private static final LogNormalPrior NOISE = new LogNormalPrior(-5, 1.5, 1e-5, 1);
    private static final int CENTRES = 5;

    private final ProcessSettings settings;
    private final SurrogateModel model;
    private final AcquisitionMaximiser maximiser;
    private final int least;
    private Optional<Fitted> fitted = Optional.empty();

    /** A process and its data, which come first among its observations. */
    private record Fitted(GaussianProcess process, List<Observed> data, int aim) {
    }

    ProcessProposer(Problem problem, Ladder ladder, ProcessSettings settings, double randomPart, RandomGenerator random) {
        super(problem, ladder, randomPart, random);
        this.settings = settings;
        KernelShape shape = withLevel(encoding.kernelShape(Radial.MATERN_52));
        model = new SurrogateModel(shape, Priors.dimensionScaled(shape.groups()).withNoise(NOISE), false);
        maximiser = new AcquisitionMaximiser(encoding, 100 + 10 * problem.space().dimension(), 60, 2, 25);
        least = settings.leastPoints() > 0 ? settings.leastPoints() : encoding.space().dimension() + 1;
    }

    private static KernelShape withLevel(KernelShape shape) {
        int[] group = Arrays.copyOf(shape.group(), shape.features() + 1);
        group[shape.features()] = shape.groups();
        return new KernelShape(shape.radial(), group, Arrays.copyOf(shape.warpable(), group.length));
    }

    @Override
    public void observed(Candidate candidate, int level, Merit merit) {
        super.observed(candidate, level, merit);
        fitted = Optional.empty();
    }

    @Override
    boolean hasModel() {
        return observations.size() >= least;
    }

    @Override
    double[] suggest(int level) {
        // with several objectives the weights are drawn anew, so the process is another one
        Fitted now = fitted.filter(_ -> problem.objectives().size() == 1).orElseGet(this::fit);
        fitted = Optional.of(now);
        double coordinate = ladder.coordinate(now.aim());
        Acquisition acquisition = new AtLevel(expectedImprovement(now, coordinate), coordinate);
        return maximiser.maximise(acquisition, centres(now), this::isAllowed, random).point();
    }

    private Fitted fit() {
        List<Observed> data = observations.selected(settings.modelPoints());
        List<Observed> all = new ArrayList<>(data);
        List<Observed> failed = observations.failed();
        all.addAll(failed.subList(Math.max(0, failed.size() - Math.max(2, data.size() / 4)), failed.size()));
        double[][] features = new double[all.size()][];
        Arrays.setAll(features, i -> AtLevel.extended(encoding.features(all.get(i).point()), ladder.coordinate(all.get(i).level())));
        double[] scalars = Scalars.of(data.stream().map(Observed::merit).toList(), Scalars.weights(problem.objectives().size(), random));
        double[] raw = Arrays.copyOf(scalars, all.size());
        Arrays.fill(raw, scalars.length, raw.length, Arrays.stream(scalars).max().orElseThrow());
        GaussianProcess process = model.fit(features, settings.output().apply(raw), random);
        int aim = switch (settings.aim()) {
            case FULL -> ladder.top();
            case OBSERVED -> Math.max(observations.highestWith(least), 0);
        };
        return new Fitted(process, data, aim);
    }

    /** The mean over fantasies of the expected improvement, in logarithm; without pending trials, or with a single fantasy, exact. */
    private Acquisition expectedImprovement(Fitted now, double coordinate) {
        double[][] pending = observations.pending().stream()
                .map(job -> AtLevel.extended(encoding.features(job.candidate().point()), ladder.coordinate(job.level()))).toArray(double[][]::new);
        GaussianProcess believed = SurrogateModel.believe(now.process(), List.of(pending));
        double threshold = threshold(now, believed, pending, coordinate);
        if (pending.length == 0 || settings.fantasies() == 1) {
            return new PosteriorAcquisition(believed, Rule.LOG_EI, threshold, 0);
        }
        int n = now.process().size();
        List<Acquisition> fantasies = new ArrayList<>();
        for (int k = 0; k < settings.fantasies(); k++) {
            double[] y = believed.observations().clone();
            double[] drawn = now.process().sample(pending, random);
            System.arraycopy(drawn, 0, y, n, drawn.length);
            GaussianProcess fantasy = believed.withObservations(y);
            fantasies.add(new PosteriorAcquisition(fantasy, Rule.EI, threshold(now, fantasy, pending, coordinate), 0));
        }
        return new LogAcquisition(new SumAcquisition(fantasies));
    }

    /** The least predicted mean at the level among the configurations that are known or pending. */
    private double threshold(Fitted now, GaussianProcess process, double[][] pending, double coordinate) {
        List<double[]> rows = new ArrayList<>();
        now.data().stream().map(Observed::candidate).distinct().forEach(one -> rows.add(AtLevel.extended(encoding.features(one.point()), coordinate)));
        for (double[] row : pending) {
            double[] moved = row.clone();
            moved[moved.length - 1] = coordinate;
            rows.add(moved);
        }
        double[] means = new double[rows.size()];
        process.predict(rows.toArray(double[][]::new), means, new double[means.length]);
        return Arrays.stream(means).min().orElseThrow();
    }

    private static List<double[]> centres(Fitted now) {
        double[] y = now.process().observations();
        Integer[] order = new Integer[now.data().size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(y[a], y[b]));
        return Arrays.stream(order).limit(CENTRES).map(i -> now.data().get(i).point()).toList();
    }
}
