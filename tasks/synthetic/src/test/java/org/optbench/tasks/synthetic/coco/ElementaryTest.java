package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** StrictMath (fdlibm, within 1 ulp) is the reference. */
class ElementaryTest {

    private static final int DRAWS = 200_000;

    @Test
    void agreesWithTheLibraryToTwoUlps() {
        Random random = new Random(5);
        for (int i = 0; i < DRAWS; i++) {
            double positive = StrictMath.exp(20.0 * random.nextGaussian());
            double log = StrictMath.log(positive);
            assertThat(Elementary.log(positive)).isCloseTo(log, within(2.0 * Math.ulp(log)));
            double exponent = 50.0 * random.nextGaussian();
            double exp = StrictMath.exp(exponent);
            assertThat(Elementary.exp(exponent)).isCloseTo(exp, within(2.0 * Math.ulp(exp)));
            double small = 0.2 * random.nextDouble() - 0.1;
            assertThat(Elementary.expNearZero(small)).isCloseTo(StrictMath.exp(small), within(4e-16));
            double turns = 1000.0 * random.nextGaussian();
            assertThat(Elementary.cosTurns(turns)).isCloseTo(StrictMath.cos(2.0 * Math.PI * (turns - Math.rint(turns))), within(5e-16));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, 1.0, -1.0, -2.5, 7.0, 1e9 + 0.5})
    void cosineIsExactAtHalfTurns(double turns) {
        assertThat(Elementary.cosTurns(turns)).isEqualTo(turns == Math.rint(turns) ? 1.0 : -1.0);
    }

    @Test
    void bordersFollowTheLibrary() {
        for (double x : new double[]{0.0, -0.0, -1.0, Double.MIN_VALUE, 1e-310, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN}) {
            double log = StrictMath.log(x);
            assertThat(Double.compare(Elementary.log(x), log) == 0 || Math.abs(Elementary.log(x) - log) <= Math.ulp(log)).as("log %s", x).isTrue();
        }
        for (double x : new double[]{-800.0, 710.0, 699.9, -699.9, 0.0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NaN}) {
            double exp = StrictMath.exp(x);
            assertThat(Double.compare(Elementary.exp(x), exp) == 0 || Math.abs(Elementary.exp(x) - exp) <= 2.0 * Math.ulp(exp)).as("exp %s", x).isTrue();
        }
        assertThat(Elementary.cosTurns(Double.NaN)).isNaN();
        assertThat(Elementary.cosTurns(Double.POSITIVE_INFINITY)).isNaN();
    }
}
