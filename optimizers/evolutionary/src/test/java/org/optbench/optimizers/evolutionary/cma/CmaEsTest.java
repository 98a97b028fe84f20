package org.optbench.optimizers.evolutionary.cma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.random.RandomStreams;

class CmaEsTest {

    @Test
    void solvesTheEllipsoidOfCondition1e6() {
        assertThat(evaluationsTo(1e-10, 10, Lattice.none(10), CmaSettings.standard(), x -> ellipsoid(x, 0.37, 1e6))).isLessThan(7000);
    }

    @Test
    void aDiagonalMatrixSolvesTheSeparableEllipsoidInManyDimensionsFaster() {
        CmaSettings diagonal = new CmaSettings(0.2, 0, true, CmaSettings.Covariance.DIAGONAL, CmaSettings.Restarts.IPOP, true);
        int separable = evaluationsTo(1e-8, 40, Lattice.none(40), diagonal, x -> ellipsoid(x, 0.37, 1e6));
        int full = evaluationsTo(1e-8, 40, Lattice.none(40), CmaSettings.standard(), x -> ellipsoid(x, 0.37, 1e6));
        assertThat(separable).isLessThan(full / 2);
    }

    /**
     * An ellipsoid with two long rotated directions over a scaled diagonal: no diagonal matrix fits it, a full one has 5 050 parameters to learn, the restricted one about 300.
     */
    @Test
    void aRestrictedMatrixSolvesAnEllipsoidWithFewRotatedDirectionsFastest() {
        int n = 100;
        ToDoubleFunction<double[]> function = cigars(n, 2);
        int restricted = evaluationsTo(1e-10, n, Lattice.none(n), settings(CmaSettings.Covariance.RESTRICTED), function);
        int full = evaluationsTo(1e-10, n, Lattice.none(n), settings(CmaSettings.Covariance.FULL), function, 3 * restricted);
        int diagonal = evaluationsTo(1e-10, n, Lattice.none(n), settings(CmaSettings.Covariance.DIAGONAL), function, 3 * restricted);
        assertThat(restricted).isLessThan(full / 2).isLessThan((int) (0.6 * diagonal));
    }

    private static CmaSettings settings(CmaSettings.Covariance covariance) {
        return new CmaSettings(0.2, 0, true, covariance, CmaSettings.Restarts.IPOP, true);
    }

    /** Curvature 1 along some random directions and 1e6 elsewhere, in coordinates of which the last are thirty times as long as the first. */
    private static ToDoubleFunction<double[]> cigars(int n, int directions) {
        double[][] axes = new double[directions][n];
        var random = RandomStreams.of("cigars").stream("axes");
        for (double[] axis : axes) {
            double square = 0;
            for (int i = 0; i < n; i++) {
                axis[i] = random.nextGaussian();
                square += axis[i] * axis[i];
            }
            for (int i = 0; i < n; i++) {
                axis[i] /= Math.sqrt(square);
            }
        }
        return x -> {
            double[] y = new double[n];
            double all = 0;
            for (int i = 0; i < n; i++) {
                y[i] = StrictMath.pow(30, i / (n - 1.0)) * (x[i] - 0.43);
                all += y[i] * y[i];
            }
            double along = 0;
            for (double[] axis : axes) {
                double projection = 0;
                for (int i = 0; i < n; i++) {
                    projection += axis[i] * y[i];
                }
                along += projection * projection;
            }
            return 1e6 * all - (1e6 - 1) * along;
        };
    }

    @Test
    void solvesRosenbrock() {
        assertThat(evaluationsTo(1e-8, 5, Lattice.none(5), CmaSettings.standard(), x -> {
            double sum = 0;
            for (int i = 0; i + 1 < x.length; i++) {
                double a = 4 * x[i] - 1.5;
                double b = 4 * x[i + 1] - 1.5;
                sum += 100 * (a * a - b) * (a * a - b) + (a - 1) * (a - 1);
            }
            return sum;
        })).isLessThan(6000);
    }

    @Test
    void findsTheMinimumAtTheBorder() {
        assertThat(evaluationsTo(1e-6, 5, Lattice.none(5), CmaSettings.standard(), x -> Arrays.stream(x).sum())).isLessThan(2000);
    }

    /** Without the margin CMA-ES freezes on this function with integer plateaus (Hamano et al. 2022, section 5). */
    @Test
    void theMarginKeepsIntegersMoving() {
        int n = 10;
        double[][] thresholds = new double[n][];
        for (int i = 0; i < n; i++) {
            thresholds[i] = i < 5 ? new double[0] : IntStream.range(1, 21).mapToDouble(k -> k / 21.0).toArray();
        }
        int evaluations = evaluationsTo(1e-10, n, new Lattice(thresholds), CmaSettings.standard(), x -> {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                double value = i < 5 ? 10 * (x[i] - 0.4) : Math.min(20, Math.floor(x[i] * 21)) - 13;
                sum += StrictMath.pow(1000, i / (n - 1.0)) * value * StrictMath.pow(1000, i / (n - 1.0)) * value;
            }
            return sum;
        });
        assertThat(evaluations).isLessThan(15_000);
    }

    @Test
    void bipopRestartsUntilAMultimodalFunctionIsSolved() {
        assertThat(evaluationsTo(1e-8, 5, Lattice.none(5), CmaSettings.standard(), x -> {
            double sum = 0;
            for (double xi : x) {
                double at = 10 * (xi - 0.41);
                sum += at * at - 10 * StrictMath.cos(2 * Math.PI * at) + 10;
            }
            return sum;
        })).isLessThan(120_000);
    }

    @Test
    void foldingIsContinuousAndOnto() {
        assertThat(CmaEs.fold(0.3)).isEqualTo(0.3);
        assertThat(CmaEs.fold(-0.05)).isEqualTo(0, within(1e-12));
        assertThat(CmaEs.fold(1.05)).isEqualTo(1, within(1e-12));
        double last = CmaEs.fold(-7);
        for (double x = -7; x < 7; x += 1e-3) {
            double image = CmaEs.fold(x);
            assertThat(image).isBetween(0.0, 1.0).isEqualTo(last, within(1.1e-3));
            last = image;
        }
    }

    private static double ellipsoid(double[] x, double centre, double condition) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += StrictMath.pow(condition, i / (x.length - 1.0)) * (x[i] - centre) * (x[i] - centre);
        }
        return sum;
    }

    private static int evaluationsTo(double target, int n, Lattice lattice, CmaSettings settings, ToDoubleFunction<double[]> function) {
        return evaluationsTo(target, n, lattice, settings, function, 1_000_000);
    }

    /** Evaluations until the target is reached, or the most allowed. */
    private static int evaluationsTo(double target, int n, Lattice lattice, CmaSettings settings, ToDoubleFunction<double[]> function, int most) {
        double[] start = new double[n];
        Arrays.fill(start, 0.5);
        CmaEs cma = new CmaEs(settings, start, lattice, RandomStreams.of(3).stream("test"));
        int evaluations = 0;
        while (evaluations < most) {
            double[] values = new double[cma.population()];
            for (int i = 0; i < values.length; i++) {
                values[i] = function.applyAsDouble(cma.candidates()[i]);
                evaluations++;
                if (values[i] <= target) {
                    return evaluations;
                }
            }
            int[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i])).mapToInt(i -> i).toArray();
            cma.tell(order, values);
        }
        return evaluations;
    }
}
