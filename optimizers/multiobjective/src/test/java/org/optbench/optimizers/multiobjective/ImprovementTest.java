package org.optbench.optimizers.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.indicators.Hypervolume;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.gp.GaussianProcess;
import org.optbench.optimizers.bayes.gp.GaussianProcessFitter;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Prediction;
import org.optbench.optimizers.bayes.gp.Priors;
import org.optbench.optimizers.bayes.gp.Radial;

class ImprovementTest {

    private static final int POINTS = 12;
    private static final int DRAWS = 20_000;

    private final List<GaussianProcess> models = new ArrayList<>();
    private final double[][] front = new double[POINTS][];
    private final double[] probe = {0.37, 0.81};

    private double[] prepare(int objectives) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] x = new double[POINTS][2];
        for (double[] row : x) {
            row[0] = random.nextDouble();
            row[1] = random.nextDouble();
        }
        for (int i = 0; i < POINTS; i++) {
            front[i] = new double[objectives];
        }
        KernelShape shape = KernelShape.ard(Radial.MATERN_52, 2);
        for (int j = 0; j < objectives; j++) {
            double[] y = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                y[i] = Math.sin(3 * x[i][0] + 2 * j) + Math.cos(4 * x[i][1] - j);
                front[i][j] = y[i] + 0.5; // so that the probe improves on it
            }
            models.add(new GaussianProcessFitter(shape, Priors.dimensionScaled(2), false, 0, 30).fit(x, y, Optional.empty(), random));
        }
        double[] reference = new double[objectives];
        Arrays.fill(reference, 2.5);
        return reference;
    }

    /** Mean of the improvement by 20 000 draws: the standard error is about 1 percent, so that 5 percent fails once in a million. */
    private double byDraws(double[] reference) {
        SplittableRandom random = new SplittableRandom(9);
        Prediction[] predictions = models.stream().map(model -> model.predict(probe)).toArray(Prediction[]::new);
        double before = Hypervolume.of(front, reference);
        double sum = 0;
        double[][] more = Arrays.copyOf(front, POINTS + 1);
        for (int draw = 0; draw < DRAWS; draw++) {
            more[POINTS] = Arrays.stream(predictions).mapToDouble(p -> p.mean() + p.deviation() * random.nextGaussian()).toArray();
            sum += Hypervolume.of(more, reference) - before;
        }
        return sum / DRAWS;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void exactImprovementIsTheMeanOfDraws(int objectives) {
        double[] reference = prepare(objectives);
        Acquisition acquisition = new HypervolumeImprovement(models, Boxes.notDominated(front, reference));
        assertThat(Math.exp(acquisition.value(probe, new double[2])) / byDraws(reference)).isCloseTo(1, within(0.05));
        isConsistent(acquisition);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void sampledImprovementIsProportionalToTheExactOne(int objectives) {
        double[] reference = prepare(objectives);
        double[] ideal = new double[objectives];
        Arrays.fill(ideal, -2.5);
        Acquisition exact = new HypervolumeImprovement(models, Boxes.notDominated(front, reference));
        Acquisition sampled = new SampledImprovement(models, front, ideal, reference, 100_000, new SplittableRandom(3));
        double free = Math.pow(5, objectives) - Hypervolume.of(front, reference);
        // The samples fill the free part of the box evenly: their mean times its volume is the integral.
        assertThat(Math.exp(sampled.value(probe, new double[2])) * free / Math.exp(exact.value(probe, new double[2]))).isCloseTo(1, within(0.1));
        isConsistent(sampled);
    }

    private void isConsistent(Acquisition acquisition) {
        double[] gradient = new double[2];
        double value = acquisition.value(probe, gradient);
        double[] values = new double[1];
        acquisition.values(new double[][]{probe}, values);
        assertThat(values[0]).isCloseTo(value, within(1e-3));
        for (int f = 0; f < 2; f++) {
            double[] up = probe.clone();
            double[] down = probe.clone();
            up[f] += 1e-5;
            down[f] -= 1e-5;
            double slope = (acquisition.value(up, new double[2]) - acquisition.value(down, new double[2])) / 2e-5;
            assertThat(gradient[f]).isCloseTo(slope, within(1e-3 * Math.max(1, Math.abs(slope))));
        }
    }
}
