package org.optbench.optimizers.bayes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
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
import org.optbench.optimizers.bayes.space.History.Observed;

/** The Gaussian processes of a problem: one for the objective, one for each constraint, refitted as data arrive. */
final class ProcessFamily {
    private static final LogNormalPrior NOISY = new LogNormalPrior(-4, 1.5, 1e-5, 2);

    private final Problem problem;
    private final Encoding encoding;
    private final OutputTransform output;
    private final SurrogateModel objectiveModel;
    private final List<SurrogateModel> constraintModels = new ArrayList<>();

    ProcessFamily(Problem problem, Encoding encoding, Radial radial, OutputTransform output, boolean inputWarping) {
        this.problem = problem;
        this.encoding = encoding;
        this.output = problem.observation() == Observation.RANKS ? OutputTransform.COPULA : output;
        KernelShape shape = encoding.kernelShape(radial);
        Priors priors = Priors.dimensionScaled(shape.groups());
        if (problem.noisy()) {
            priors = priors.withNoise(NOISY);
        }
        objectiveModel = new SurrogateModel(shape, priors, inputWarping);
        for (int i = 0; i < problem.constraints().size(); i++) {
            constraintModels.add(new SurrogateModel(shape, priors, false));
        }
    }

    /**
     * Posteriors of one moment.
     *
     * @param objective of the transformed objective
     * @param constraints of the transformed constraints, 0 where they are 0
     * @param data the observations they stand on, in the order of the first observations of the processes
     */
    record Models(GaussianProcess objective, List<GaussianProcess> constraints, List<Observed> data) {
    }

    /**
     * Fits to data.
     *
     * @param data at least one observation
     * @param failed points of failed trials: taken for as bad as the worst success, so that the search turns away without the model being torn
     */
    Models fit(List<Observed> data, List<double[]> failed, RandomGenerator random) {
        int n = data.size();
        double[][] features = new double[n + failed.size()][];
        double[] y = new double[n + failed.size()];
        double worst = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            features[i] = encoding.features(data.get(i).point());
            y[i] = data.get(i).value();
            worst = Math.max(worst, y[i]);
        }
        for (int i = 0; i < failed.size(); i++) {
            features[n + i] = encoding.features(failed.get(i));
            y[n + i] = worst;
        }
        GaussianProcess objective = objectiveModel.fit(features, output.apply(y), random);
        List<GaussianProcess> constraints = new ArrayList<>();
        for (int c = 0; c < constraintModels.size(); c++) {
            constraints.add(constraintModels.get(c).fit(Arrays.copyOf(features, n), constraintValues(data, c), random));
        }
        return new Models(objective, constraints, data);
    }

    /** Values of a constraint as {@link ConstraintScale} makes them. */
    static double[] constraintValues(List<Observed> data, int constraint) {
        return ConstraintScale.apply(data.stream().mapToDouble(o -> o.constraints()[constraint]).toArray());
    }

    /**
     * The models conditioned on pending trials by their own predictions (the Kriging believer).
     *
     * @param pending points
     */
    Models believe(Models models, List<double[]> pending) {
        List<double[]> features = pending.stream().map(encoding::features).toList();
        return new Models(SurrogateModel.believe(models.objective(), features),
                models.constraints().stream().map(c -> SurrogateModel.believe(c, features)).toList(), models.data());
    }

    /** The rule for the objective times the probability of feasibility; the latter alone while nothing feasible is known. */
    Acquisition acquisition(Models models, Rule rule, double beta) {
        List<Acquisition> terms = new ArrayList<>();
        if (models.data().stream().anyMatch(Observed::feasible)) {
            terms.add(new PosteriorAcquisition(models.objective(), rule, threshold(models), beta));
        }
        return withFeasibility(models, terms);
    }

    /** The sum of the terms and of the log probabilities of feasibility. */
    Acquisition withFeasibility(Models models, List<Acquisition> terms) {
        List<Acquisition> all = new ArrayList<>(terms);
        for (GaussianProcess constraint : models.constraints()) {
            all.add(new PosteriorAcquisition(constraint, Rule.PI, 0, 0));
        }
        return all.size() == 1 ? all.getFirst() : new SumAcquisition(all);
    }

    /**
     * The best candidate in one joint sample of the posterior (Thompson sampling); with constraints the least sampled violation first
     * (Eriksson and Poloczek 2021).
     *
     * @param candidates points, at most a few hundred since the sample costs their number cubed
     * @param allowed points that may be returned
     * @return empty if no candidate is allowed
     */
    Optional<double[]> thompson(Models models, List<double[]> candidates, Predicate<double[]> allowed, RandomGenerator random) {
        List<double[]> points = candidates.stream().filter(allowed).toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double[][] features = points.stream().map(encoding::features).toArray(double[][]::new);
        double[] value = models.objective().sample(features, random);
        double[] violation = new double[points.size()];
        for (GaussianProcess constraint : models.constraints()) {
            double[] sampled = constraint.sample(features, random);
            Arrays.setAll(violation, j -> violation[j] + Math.max(0, sampled[j]));
        }
        int best = 0;
        for (int j = 1; j < value.length; j++) {
            if (violation[j] < violation[best] || violation[j] == violation[best] && value[j] < value[best]) {
                best = j;
            }
        }
        return Optional.of(points.get(best));
    }

    /** The value to improve on: the best feasible observation, or its prediction if observations are noisy; infinite without any. */
    double threshold(Models models) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < models.data().size(); i++) {
            Observed observed = models.data().get(i);
            if (observed.feasible()) {
                double value = problem.noisy()
                        ? models.objective().predict(encoding.features(observed.point())).mean()
                        : models.objective().observations()[i];
                best = Math.min(best, value);
            }
        }
        return best;
    }
}
