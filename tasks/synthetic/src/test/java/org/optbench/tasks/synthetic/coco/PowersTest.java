package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** StrictMath (fdlibm, within 1 ulp) is the reference. */
class PowersTest {

    private static final int DRAWS = 200_000;

    @Test
    void powerAgreesWithTheLibrary() {
        Random random = new Random(3);
        for (int i = 0; i < DRAWS; i++) {
            double exponent = 2.0 + 4.0 * random.nextDouble();
            assertAgrees(10.0 * random.nextDouble(), exponent, 1e-14);
            assertAgrees(StrictMath.exp(46.0 * (2.0 * random.nextDouble() - 1.0)), exponent, 1e-13);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, Double.MIN_VALUE, 1e-310, 1e-20, 1e20, 1e200, Double.MAX_VALUE, Double.POSITIVE_INFINITY, 1.0, 2.0, 0.5, 0.9999999999999999,
            1.0000000000000002})
    void bordersFollowTheLibrary(double z) {
        for (double exponent : new double[]{2.0, 2.5, 4.1, 6.0}) {
            double expected = StrictMath.pow(z, exponent);
            double found = Powers.power(z, exponent);
            assertThat(found == expected || Math.abs(found - expected) <= 1e-13 * expected).as("%s^%s = %s", z, exponent, found).isTrue();
        }
    }

    @Test
    void isNaNWhereACoordinateIs() {
        assertThat(Powers.power(Double.NaN, 2.5)).isNaN();
        for (int dimension : new int[]{2, 3, 4, 5, 10}) {
            for (int at = 0; at < dimension; at++) {
                double[] z = new double[dimension];
                z[at] = Double.NaN;
                assertThat(new Powers(dimension).sum(z, 0)).isNaN();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 9, 10, 40, 640})
    void sumAgreesWithTheLibrary(int dimension) {
        Powers powers = new Powers(dimension);
        Random random = new Random(dimension);
        double[] z = random.doubles(dimension + 7, -8.0, 8.0).toArray();
        double expected = 0.0;
        for (int i = 0; i < dimension; i++) {
            expected += StrictMath.pow(Math.abs(z[7 + i]), 2.0 + 4.0 * i / (dimension - 1.0));
        }
        assertThat(powers.sum(z, 7)).isCloseTo(expected, within(1e-13 * expected));
        assertThat(powers.sum(new double[dimension], 0)).isZero();
    }

    private static void assertAgrees(double z, double exponent, double relative) {
        double expected = StrictMath.pow(z, exponent);
        assertThat(Powers.power(z, exponent)).as("%s^%s", z, exponent).isCloseTo(expected, within(relative * expected));
    }
}
