package org.optbench.optimizers.bayes.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 33, 60})
    void solvesAndInvertsEverySizeModuloFour(int n) {
        double[][] k = wishart(n);
        Cholesky factor = Cholesky.of(new DMatrixRMaj(k));
        double[][] inverse = factor.inverseLower();
        InverseFactor inverseFactor = InverseFactor.of(factor);
        for (int column = 0; column < n; column++) {
            double[] unit = new double[n];
            unit[column] = 1;
            double[] solved = unit.clone();
            factor.solve(solved);
            double[] viaInverse = inverseFactor.solve(unit);
            for (int i = 0; i < n; i++) {
                assertThat(product(k, solved)[i]).isCloseTo(unit[i], within(1e-9));
                assertThat(viaInverse[i]).isCloseTo(solved[i], within(1e-9));
                assertThat(i >= column ? inverse[i][column] : inverse[column][i]).isCloseTo(solved[i], within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void appendingEqualsFactorisingTheLargerMatrix(int n) {
        double[][] k = wishart(n + 1);
        InverseFactor appended = InverseFactor.of(Cholesky.of(new DMatrixRMaj(leading(k, n)))).append(Arrays.copyOf(k[n], n), k[n][n], 0);
        InverseFactor whole = InverseFactor.of(Cholesky.of(new DMatrixRMaj(k)));
        double[] b = new SplittableRandom(3).doubles(n + 1).toArray();
        assertThat(appended.solve(b)).containsExactly(whole.solve(b), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void aMatrixThatIsNotPositiveDefiniteHasNoFactor(int n) {
        double[][] k = wishart(n);
        k[n - 1][n - 1] = -1;
        assertThat(Cholesky.of(new DMatrixRMaj(k)).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 401})
    void aMatrixWithNaNHasNoFactor(int n) {
        double[][] k = wishart(n);
        k[n - 1][0] = Double.NaN;
        k[0][n - 1] = Double.NaN;
        assertThat(Cholesky.of(new DMatrixRMaj(k)).size()).isZero();
    }

    private static double[][] wishart(int n) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] a = new double[n][n];
        for (double[] row : a) {
            Arrays.setAll(row, j -> random.nextDouble() - 0.5);
        }
        double[][] k = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                k[i][j] = InverseFactor.dot(a[i], a[j], n) + (i == j ? 0.1 : 0);
            }
        }
        return k;
    }

    private static double[][] leading(double[][] k, int n) {
        return Arrays.stream(k, 0, n).map(row -> Arrays.copyOf(row, n)).toArray(double[][]::new);
    }

    private static double[] product(double[][] k, double[] x) {
        return Arrays.stream(k).mapToDouble(row -> InverseFactor.dot(row, x, x.length)).toArray();
    }
}
