package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.optbench.indicators.ParetoFront;
import org.optbench.model.Objective;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.multiobjective.ObjectiveModels.Posterior;

/**
 * Bayesian optimization by expected hypervolume improvement: one Gaussian process for each objective, constraints by their probability, pending trials
 * by their own predictions.
 */
final class ImprovementMethod implements VectorOptimizer.Method {

    private static final int MOST_EXACT = 3;
    private static final double MARGIN = 0.1;

    private final Archive archive;
    private final ObjectiveModels models;
    private final List<Objective> objectives;
    private final boolean noisy;
    private final int samples;
    private final RandomGenerator random;

    ImprovementMethod(Start start, int samples) {
        archive = start.archive();
        models = new ObjectiveModels(start, start.objectives());
        objectives = start.problem().objectives();
        noisy = start.problem().noisy();
        this.samples = samples;
        random = start.random();
    }

    @Override
    public double[] next(long tag) {
        List<Individual> data = models.data();
        if (data.isEmpty()) {
            return archive.fresh(() -> archive.encoding().sample(random), random);
        }
        Posterior posterior = models.fit(data, data.stream().map(Individual::objectives).toArray(double[][]::new));
        List<double[]> reached = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).feasible()) {
                reached.add(noisy ? predicted(posterior, data.get(i)) : posterior.values()[i]);
            }
        }
        return models.maximise(posterior, reached.isEmpty() ? List.of() : List.of(improvement(data, posterior, reached)));
    }

    private double[] predicted(Posterior posterior, Individual individual) {
        double[] features = archive.encoding().features(individual.point());
        return posterior.targets().stream().mapToDouble(process -> process.predict(features).mean()).toArray();
    }

    private Acquisition improvement(List<Individual> data, Posterior posterior, List<double[]> reached) {
        double[][] known = reached.toArray(double[][]::new);
        double[] reference = reference(data, posterior, known);
        // What is pending will most likely be where it is predicted to be: no second trial for the same volume.
        List<double[]> all = new ArrayList<>(reached);
        all.addAll(Arrays.asList(posterior.believed()));
        double[][] front = all.toArray(double[][]::new);
        if (objectives.size() <= MOST_EXACT) {
            return new HypervolumeImprovement(posterior.targets(), Boxes.notDominated(front, reference));
        }
        Scaling range = Scaling.ofVectors(known);
        double[] ideal = new double[reference.length];
        for (int j = 0; j < ideal.length; j++) {
            ideal[j] = range.ideal()[j] - 2 * MARGIN * Math.max(range.nadir()[j] - range.ideal()[j], MARGIN);
        }
        return new SampledImprovement(posterior.targets(), front, ideal, reference, samples, random);
    }

    /** The reference point of the task as the processes see it; else a tenth of its range beyond the worst of the front. */
    private double[] reference(List<Individual> data, Posterior posterior, double[][] known) {
        List<double[]> front = new ArrayList<>(List.of(ParetoFront.of(known)));
        Scaling range = Scaling.ofVectors(front.toArray(double[][]::new));
        double[] reference = new double[objectives.size()];
        for (int j = 0; j < reference.length; j++) {
            int objective = j;
            OptionalDouble given = objectives.get(j).referencePoint();
            double inferred = range.nadir()[j] + MARGIN * Math.max(range.nadir()[j] - range.ideal()[j], MARGIN);
            double[] raw = data.stream().mapToDouble(individual -> individual.objectives()[objective]).toArray();
            double[] transformed = Arrays.stream(posterior.values()).mapToDouble(row -> row[objective]).toArray();
            double mapped = given.isPresent()
                    ? new Monotone(raw, transformed).at(objectives.get(j).toMinimize(given.getAsDouble()))
                    : inferred;
            reference[j] = Double.isFinite(mapped) ? mapped : inferred;
        }
        return reference;
    }

    @Override
    public void tell(Individual individual) {
        // The processes are fitted when the next point is due.
    }

    @Override
    public List<Individual> population() {
        return archive.told();
    }
}
