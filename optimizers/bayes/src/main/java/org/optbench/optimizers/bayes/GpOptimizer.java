package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.Ask;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.acquisition.AcquisitionMaximiser;
import org.optbench.optimizers.bayes.acquisition.PosteriorAcquisition;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.acquisition.SumAcquisition;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.LogNormalPrior;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.bayes.gp.Priors;
import org.optbench.optimizers.bayes.space.Encoding;
import org.optbench.optimizers.bayes.space.History;
import org.optbench.optimizers.bayes.space.History.Observed;

/** Bayesian optimization with Gaussian processes: one for the objective, one for each constraint. */
final class GpOptimizer implements Optimizer {
    private static final int CENTRES = 5;
    private static final LogNormalPrior NOISY = new LogNormalPrior(-4, 1.5, 1e-5, 2);

    private final Problem problem;
    private final GpSettings settings;
    private final RandomGenerator random;
    private final Encoding encoding;
    private final History history;
    private final List<double[]> design;
    private final SurrogateModel objectiveModel;
    private final List<SurrogateModel> constraintModels = new ArrayList<>();
    private final AcquisitionMaximiser maximiser;
    private long nextTag;

    GpOptimizer(OptimizerContext context) {
        problem = context.problem();
        settings = GpSettings.of(context.settings());
        random = context.random().stream("gp-bo");
        encoding = new Encoding(problem.space());
        history = new History(problem, encoding);
        int dimension = problem.space().dimension();
        int initial = Math.max(2, (int) Math.round(settings.initial() * (dimension + 1)));
        int affordable = (int) Math.min(initial, Math.max(2, context.budget().expectedFullEvaluations() / 3));
        design = encoding.initialDesign(affordable, random);
        KernelShape shape = encoding.kernelShape(settings.radial());
        Priors priors = Priors.dimensionScaled(shape.groups());
        if (problem.noisy()) {
            priors = priors.withNoise(NOISY);
        }
        objectiveModel = new SurrogateModel(shape, priors, settings.inputWarping());
        for (int i = 0; i < problem.constraints().size(); i++) {
            constraintModels.add(new SurrogateModel(shape, priors, false));
        }
        maximiser = new AcquisitionMaximiser(encoding, 200 + 20 * dimension, 100, 4, 40);
    }

    @Override
    public void tell(Trial trial) {
        history.tell(trial);
    }

    @Override
    public Ask ask(AskRequest request) {
        List<Suggestion> suggestions = new ArrayList<>();
        Optional<Models> models = Optional.empty();
        int wanted = request.context().isPresent() ? 1 : request.atMost();
        for (int i = 0; i < wanted; i++) {
            double[] point;
            if (nextTag < design.size()) {
                point = design.get((int) nextTag);
            } else if (history.observed().isEmpty()) {
                point = encoding.sample(random);
            } else {
                models = models.or(() -> Optional.of(fit()));
                point = suggest(models.get());
            }
            Configuration configuration = encoding.decode(point);
            history.suggest(nextTag, configuration, point);
            suggestions.add(new Suggestion(configuration, problem.fidelities().full(), nextTag++));
        }
        return new Ask.Suggest(suggestions);
    }

    /** Posteriors without pending trials, and the data they stand on. */
    private record Models(GaussianProcess objective, List<GaussianProcess> constraints, List<Observed> data) {
    }

    private Models fit() {
        List<Observed> data = selected();
        int n = data.size();
        int failures = Math.min(history.failed().size(), Math.max(0, settings.modelPoints() - n));
        double[][] features = new double[n + failures][];
        double[] y = new double[n + failures];
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            features[i] = encoding.features(data.get(i).point());
            y[i] = data.get(i).value();
            worst = Math.max(worst, y[i]);
        }
        // A failed trial is taken for as bad as the worst success: the search turns away without the model being torn.
        for (int i = 0; i < failures; i++) {
            features[n + i] = encoding.features(history.failed().get(history.failed().size() - failures + i));
            y[n + i] = worst;
        }
        OutputTransform output = problem.observation() == Observation.RANKS ? OutputTransform.COPULA : settings.output();
        GaussianProcess objective = objectiveModel.fit(features, output.apply(y), random);
        List<GaussianProcess> constraints = new ArrayList<>();
        for (int c = 0; c < constraintModels.size(); c++) {
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = data.get(i).constraints()[c];
            }
            bound(values);
            constraints.add(constraintModels.get(c).fit(Arrays.copyOf(features, n), values, random));
        }
        return new Models(objective, constraints, data);
    }

    /** Clips and scales constraint values, keeping 0 where it is; NaN counts as badly violated. */
    private static void bound(double[] values) {
        double[] sizes = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).sorted().toArray();
        double unit = sizes.length == 0 ? 1 : Math.max(sizes[sizes.length / 2], 1e-3 * sizes[sizes.length - 1]);
        unit = unit > 0 ? unit : 1;
        for (int i = 0; i < values.length; i++) {
            double v = Double.isNaN(values[i]) ? 3 : values[i] / unit;
            values[i] = Math.signum(v) * StrictMath.log1p(Math.min(Math.abs(v), 1e6));
        }
    }

    /** All observations, or the best and the latest when there are more than the process can take. */
    private List<Observed> selected() {
        List<Observed> all = history.observed();
        int limit = settings.modelPoints();
        if (all.size() <= limit) {
            return all;
        }
        List<Observed> chosen = new ArrayList<>(history.ranked().subList(0, limit / 2));
        for (int i = all.size() - 1; chosen.size() < limit && i >= 0; i--) {
            if (!chosen.contains(all.get(i))) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }

    private double[] suggest(Models models) {
        List<double[]> pending = history.pending().stream().map(encoding::features).toList();
        GaussianProcess objective = SurrogateModel.believe(models.objective(), pending);
        List<Acquisition> terms = new ArrayList<>();
        boolean anyFeasible = models.data().stream().anyMatch(Observed::feasible);
        if (anyFeasible) {
            Rule rule = GpSettings.read(Rule.class, GpSettings.text(settings.strategy()));
            terms.add(new PosteriorAcquisition(objective, rule, threshold(objective, models.data()), settings.beta()));
        }
        for (GaussianProcess constraint : models.constraints()) {
            terms.add(new PosteriorAcquisition(SurrogateModel.believe(constraint, pending), Rule.PI, 0, 0));
        }
        Acquisition acquisition = terms.size() == 1 ? terms.getFirst() : new SumAcquisition(terms);
        List<double[]> centres = history.ranked().stream().limit(CENTRES).map(Observed::point).toList();
        boolean repeatable = problem.noisy() || history.distinct() >= problem.space().cardinality();
        return maximiser.maximise(acquisition, centres, point -> repeatable || !history.knows(encoding.decode(point)), random).point();
    }

    /** The value to improve on: the best feasible observation, or its prediction if observations are noisy. */
    private double threshold(GaussianProcess objective, List<Observed> data) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).feasible()) {
                double value = problem.noisy() ? objective.predict(encoding.features(data.get(i).point())).mean() : objective.observations()[i];
                best = Math.min(best, value);
            }
        }
        return best;
    }
}
