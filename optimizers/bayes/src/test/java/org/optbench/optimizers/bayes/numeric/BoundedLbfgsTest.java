package org.optbench.optimizers.bayes.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BoundedLbfgsTest {
    private static final BoundedLbfgs SEARCH = new BoundedLbfgs(300, 1e-9, 1e-16);

    @Test
    void findsTheMinimumOfRosenbrockInsideTheBox() {
        BoundedLbfgs.Minimum minimum = SEARCH.minimise(BoundedLbfgsTest::rosenbrock, new double[]{-1.2, 1}, new double[]{-2, -2}, new double[]{2, 2});
        assertThat(minimum.point()).containsExactly(new double[]{1, 1}, within(1e-5));
        assertThat(minimum.evaluations()).isLessThan(100);
    }

    @Test
    void findsTheMinimumOnTheBound() {
        // On x0 <= 0.5 the minimum over x1 is at x1 = x0^2, so the value is (1 - x0)^2 and the best x0 is the bound.
        BoundedLbfgs.Minimum minimum = SEARCH.minimise(BoundedLbfgsTest::rosenbrock, new double[]{-1.2, 1}, new double[]{-2, -2}, new double[]{0.5, 2});
        assertThat(minimum.point()).containsExactly(new double[]{0.5, 0.25}, within(1e-6));
        assertThat(minimum.value()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aCoordinateWithEqualBoundsStays() {
        BoundedLbfgs.Minimum minimum = SEARCH.minimise(BoundedLbfgsTest::rosenbrock, new double[]{5, 5}, new double[]{0, -2}, new double[]{0, 2});
        assertThat(minimum.point()).containsExactly(new double[]{0, 0}, within(1e-6));
    }

    @Test
    void aFunctionWithoutFiniteValueHasNoMinimum() {
        BoundedLbfgs.Minimum minimum = SEARCH.minimise((x, g) -> Double.NaN, new double[]{0.3}, new double[]{0}, new double[]{1});
        assertThat(minimum.value()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    private static double rosenbrock(double[] x, double[] gradient) {
        double a = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * a - 2 * (1 - x[0]);
        gradient[1] = 200 * a;
        return 100 * a * a + (1 - x[0]) * (1 - x[0]);
    }
}
