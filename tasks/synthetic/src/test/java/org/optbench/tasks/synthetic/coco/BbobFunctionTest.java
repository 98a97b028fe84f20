package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.tasks.synthetic.ReferenceFiles;

class BbobFunctionTest {

    /** Values computed with COCO's C code (numbbo/coco), points outside the box included. */
    @Test
    void reproducesEveryReferenceRow() {
        List<ReferenceFiles.Row> rows = ReferenceFiles.coco("coco_bbob.csv");
        assertThat(rows).hasSize(432);
        for (ReferenceFiles.Row row : rows) {
            BbobFunction f = BbobFunction.of(row.function(), row.dimension(), row.instance());
            double expected = row.y()[0];
            assertThat(f.value(row.x())).as(row.id()).isCloseTo(expected, within(1e-9 * Math.max(1.0, Math.abs(expected))));
            assertThat(f.optimalValue()).as(row.id()).isEqualTo(Double.parseDouble(row.optimum()));
        }
    }

    /** A few of the values above for machines without the reference file; same source. */
    @Test
    void reproducesPublishedValues() {
        assertThat(BbobFunction.of(1, 2, 1).value(new double[]{0.0, 0.0})).isCloseTo(80.88209408, within(1e-11));
        assertThat(BbobFunction.of(2, 2, 1).value(new double[]{0.0, 0.0})).isCloseTo(207486.7242350107, within(1e-6));
        assertThat(BbobFunction.of(2, 2, 3).value(new double[]{-3.5572424203035986, 4.32936017950567}))
                .isCloseTo(489734.71185566706, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 41})
    void attainsTheOptimumAndNothingBelow(int dimension) {
        for (int function = 1; function <= BbobFunction.COUNT; function++) {
            BbobFunction f = BbobFunction.of(function, dimension, 7);
            double[] optimum = f.optimum();
            assertThat(f.value(optimum)).as("f%d", function).isCloseTo(f.optimalValue(), within(1e-8));
            for (int i = 0; i < dimension; i++) {
                double[] near = optimum.clone();
                near[i] += i % 2 == 0 ? 0.3 : -0.3;
                assertThat(f.value(near)).as("f%d", function).isGreaterThanOrEqualTo(f.optimalValue() - 1e-9);
            }
        }
    }

    @Test
    void isNaNWhereACoordinateIs() {
        for (int function = 1; function <= BbobFunction.COUNT; function++) {
            double[] x = {1.0, Double.NaN, -2.0};
            assertThat(BbobFunction.of(function, 3, 1).value(x)).as("f%d", function).isNaN();
        }
    }

    @Test
    void leavesThePointAndForgetsTheWorkspace() {
        for (int function = 1; function <= BbobFunction.COUNT; function++) {
            BbobFunction f = BbobFunction.of(function, 5, 2);
            double[] x = {1.0, -2.0, 3.0, -4.0, 0.5};
            double[] work = new double[f.workspace()];
            Arrays.fill(work, Double.NaN);
            double value = f.value(x, work);
            assertThat(f.value(x, work)).as("f%d", function).isEqualTo(value).isEqualTo(f.value(x));
            assertThat(x).containsExactly(1.0, -2.0, 3.0, -4.0, 0.5);
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> BbobFunction.of(25, 2, 1)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("function is 25");
        assertThatThrownBy(() -> BbobFunction.of(1, 1, 1)).hasMessageContaining("dimension is 1");
        assertThatThrownBy(() -> BbobFunction.of(1, 2, 0)).hasMessageContaining("instance is 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.124, 0.126, 0.25, 0.3, 0.5, 0.74, 1.0, -0.2, 3.625, 1e6 + 0.125})
    void cosineOfTurnsAgreesWithTheLibrary(double t) {
        double reduced = t - Math.rint(t);
        assertThat(Elementary.cosTurns(t)).isCloseTo(StrictMath.cos(2.0 * Math.PI * reduced), within(4e-16));
    }
}
