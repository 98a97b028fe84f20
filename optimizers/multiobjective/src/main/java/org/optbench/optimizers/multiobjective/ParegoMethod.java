package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.indicators.ParetoFront;
import org.optbench.optimizers.bayes.acquisition.PosteriorAcquisition;
import org.optbench.optimizers.bayes.acquisition.Rule;
import org.optbench.optimizers.bayes.gp.OutputTransform;
import org.optbench.optimizers.multiobjective.ObjectiveModels.Posterior;

/**
 * ParEGO: each suggestion draws a weight vector, makes one objective of all by it, and maximises log expected improvement under a Gaussian process of
 * that objective (Knowles, IEEE TEC 10(1), 2006).
 */
final class ParegoMethod implements VectorOptimizer.Method {

    private final Archive archive;
    private final ObjectiveModels models;
    private final Scalarisation scalarisation;
    private final RandomGenerator random;

    ParegoMethod(Start start, Scalarisation scalarisation) {
        archive = start.archive();
        models = new ObjectiveModels(start, 1);
        this.scalarisation = scalarisation;
        random = start.random();
    }

    @Override
    public double[] next(long tag) {
        List<Individual> data = models.data();
        if (data.isEmpty()) {
            return archive.fresh(() -> archive.encoding().sample(random), random);
        }
        double[] weights = weights(data.getFirst().objectives().length, random);
        double[][] scalars = scalars(data, weights);
        Posterior posterior = models.fit(data, scalars);
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).feasible()) {
                threshold = Math.min(threshold, posterior.values()[i][0]);
            }
        }
        return models.maximise(posterior, threshold == Double.POSITIVE_INFINITY
                ? List.of()
                : List.of(new PosteriorAcquisition(posterior.targets().getFirst(), Rule.LOG_EI, threshold, 0)));
    }

    /** Uniform on the unit simplex. */
    static double[] weights(int count, RandomGenerator random) {
        double[] weights = new double[count];
        double sum = 0;
        for (int j = 0; j < count; j++) {
            weights[j] = -StrictMath.log(1 - random.nextDouble());
            sum += weights[j];
        }
        for (int j = 0; j < count; j++) {
            weights[j] /= sum;
        }
        return weights;
    }

    /** Scalarised objectives {@code [n][1]}; each objective is first compressed on its bad side, so that outliers do not set the scale. */
    private double[][] scalars(List<Individual> data, double[] weights) {
        double[][] shaped = new double[data.size()][weights.length];
        for (int j = 0; j < weights.length; j++) {
            int objective = j;
            double[] values = OutputTransform.POWER.apply(data.stream().mapToDouble(individual -> individual.objectives()[objective]).toArray());
            for (int i = 0; i < values.length; i++) {
                shaped[i][j] = values[i];
            }
        }
        List<double[]> feasible = new ArrayList<>();
        for (int i = 0; i < shaped.length; i++) {
            if (data.get(i).feasible()) {
                feasible.add(shaped[i]);
            }
        }
        Scaling scaling = Scaling.ofVectors(feasible.isEmpty() ? shaped : ParetoFront.of(feasible.toArray(double[][]::new)));
        return Arrays.stream(shaped).map(row -> new double[]{scalarisation.of(scaling.apply(row), weights)}).toArray(double[][]::new);
    }

    @Override
    public void tell(Individual individual) {
        // The process is fitted when the next point is due.
    }

    @Override
    public List<Individual> population() {
        return archive.told();
    }
}
