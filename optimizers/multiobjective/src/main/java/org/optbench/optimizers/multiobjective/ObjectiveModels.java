package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.acquisition.AcquisitionMaximiser;
import org.optbench.optimizers.bayes.acquisition.PosteriorAcquisition;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.acquisition.SumAcquisition;
import org.optbench.optimizers.bayes.gp.ConstraintScale;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.LogNormalPrior;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.gp.Priors;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.gp.SurrogateModel;
import org.optbench.optimizers.bayes.space.Encoding;

/** The Gaussian processes of a run: some targets (objectives or scalarised objectives) and every constraint, refitted as data arrive. */
final class ObjectiveModels {

    private static final LogNormalPrior NOISY = new LogNormalPrior(-4, 1.5, 1e-5, 2);
    private static final int CENTRES = 10;

    private final Archive archive;
    private final Encoding encoding;
    private final OutputTransform output;
    private final int most;
    private final List<SurrogateModel> targetModels = new ArrayList<>();
    private final List<SurrogateModel> constraintModels = new ArrayList<>();
    private final AcquisitionMaximiser maximiser;
    private final RandomGenerator random;

    /**
     * Posteriors of one moment, pending trials taken in by their own predictions.
     *
     * @param targets     one process for each target, over transformed values
     * @param constraints one for each constraint
     * @param values      transformed values {@code [n][targets]} of the data
     * @param believed    predicted means {@code [pending][targets]}
     */
    record Posterior(List<GaussianProcess> targets, List<GaussianProcess> constraints, double[][] values, double[][] believed) {
    }

    ObjectiveModels(Start start, int targets) {
        archive = start.archive();
        encoding = archive.encoding();
        random = start.random();
        Configuration settings = start.settings();
        output = Start.read(OutputTransform.class, settings.choice("output"));
        most = Math.toIntExact(settings.whole("model_points"));
        Problem problem = start.problem();
        KernelShape shape = encoding.kernelShape(Start.read(Radial.class, settings.choice("kernel")));
        Priors priors = problem.noisy() ? Priors.dimensionScaled(shape.groups()).withNoise(NOISY) : Priors.dimensionScaled(shape.groups());
        for (int j = 0; j < targets; j++) {
            targetModels.add(new SurrogateModel(shape, priors, false));
        }
        for (int c = 0; c < problem.constraints().size(); c++) {
            constraintModels.add(new SurrogateModel(shape, priors, false));
        }
        maximiser = new AcquisitionMaximiser(encoding, 200 + 20 * problem.space().dimension(), 200, 4, 40);
    }

    /** The settings of methods with Gaussian processes. */
    static SearchSpace.Builder settings() {
        return SearchSpace.builder().add(Start.choice("kernel", Radial.MATERN_52, Radial.values()))
                .add(Start.choice("output", OutputTransform.POWER, OutputTransform.values()))
                .add(FloatParameter.log("initial_per_dimension", 0.2, 10).withDefault(1.0)).add(IntParameter.log("model_points", 20, 5000).withDefault(400));
    }

    /** Points of the initial design: the setting times the dimension plus one, at most a third of the budget. */
    static int initial(Start start) {
        double wanted = Math.rint(start.settings().real("initial_per_dimension") * (start.problem().space().dimension() + 1));
        double affordable = Math.floor(start.context().budget().expectedFullEvaluations() / 3);
        return (int) Math.max(2, Math.min(wanted, affordable));
    }

    /** The trials to learn from: all with values, or, when they are more than the processes can take, the best and the latest. */
    List<Individual> data() {
        List<Individual> all = archive.valued();
        if (all.size() <= most) {
            return all;
        }
        List<Individual> ranked = Fronts.of(all, archive).stream().flatMap(List::stream).toList();
        List<Individual> chosen = new ArrayList<>(ranked.subList(0, most / 2));
        boolean[] taken = new boolean[archive.told().size()];
        chosen.forEach(individual -> taken[individual.index()] = true);
        for (int i = all.size() - 1; chosen.size() < most; i--) {
            if (!taken[all.get(i).index()]) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    /**
     * Fits to data. Failed trials count as bad as the worst success in every target, so that the search turns away from them.
     *
     * @param raw values to minimise {@code [n][targets]}
     */
    Posterior fit(List<Individual> data, double[][] raw) {
        int n = data.size();
        List<double[]> failed = archive.failed();
        List<double[]> lost = failed.subList(Math.max(0, failed.size() - Math.max(0, most - n)), failed.size());
        List<double[]> points = new ArrayList<>(data.stream().map(Individual::point).toList());
        points.addAll(lost);
        double[][] features = points.stream().map(encoding::features).toArray(double[][]::new);
        List<double[]> pending = archive.pending().stream().map(encoding::features).toList();
        double[][] values = new double[n][targetModels.size()];
        double[][] believed = new double[pending.size()][targetModels.size()];
        List<GaussianProcess> targets = new ArrayList<>();
        for (int j = 0; j < targetModels.size(); j++) {
            double[] y = new double[features.length];
            double worst = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                y[i] = raw[i][j];
                worst = Math.max(worst, y[i]);
            }
            Arrays.fill(y, n, y.length, worst);
            double[] transformed = output.apply(y);
            GaussianProcess process = SurrogateModel.believe(targetModels.get(j).fit(features, transformed, random), pending);
            for (int i = 0; i < n; i++) {
                values[i][j] = transformed[i];
            }
            for (int i = 0; i < believed.length; i++) {
                believed[i][j] = process.observations()[features.length + i];
            }
            targets.add(process);
        }
        List<GaussianProcess> constraints = new ArrayList<>();
        double[][] valued = Arrays.copyOf(features, n);
        for (int c = 0; c < constraintModels.size(); c++) {
            int constraint = c;
            double[] excess = ConstraintScale.apply(data.stream().mapToDouble(individual -> individual.excess()[constraint]).toArray());
            constraints.add(SurrogateModel.believe(constraintModels.get(c).fit(valued, excess, random), pending));
        }
        return new Posterior(targets, constraints, values, believed);
    }

    /**
     * The legal point of highest acquisition times probability of feasibility.
     *
     * @param terms logarithms of acquisitions; none while nothing feasible is known
     */
    double[] maximise(Posterior posterior, List<Acquisition> terms) {
        List<Acquisition> all = new ArrayList<>(terms);
        for (GaussianProcess constraint : posterior.constraints()) {
            all.add(new PosteriorAcquisition(constraint, Rule.PI, 0, 0));
        }
        if (all.isEmpty()) {
            return archive.fresh(() -> encoding.sample(random), random);
        }
        List<double[]> centres = Fronts.of(archive.valued(), archive).stream().flatMap(List::stream).map(Individual::point).toList();
        Acquisition acquisition = all.size() == 1 ? all.getFirst() : new SumAcquisition(all);
        double[] point = maximiser.maximise(acquisition, spread(centres), archive::allowed, random).point();
        return archive.fresh(() -> point, random);
    }

    /** Some of the best, evenly over the best front when that is large. */
    private static List<double[]> spread(List<double[]> ranked) {
        int pool = Math.min(ranked.size(), 3 * CENTRES);
        List<double[]> chosen = new ArrayList<>();
        for (int i = 0; i < pool; i += Math.max(1, pool / CENTRES)) {
            chosen.add(ranked.get(i));
        }
        return chosen;
    }

}
