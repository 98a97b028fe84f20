package org.optbench.tasks.synthetic.coco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.optbench.tasks.synthetic.ReferenceFiles;

/** Values computed with COCO's C code (numbbo/coco), to 1e-9 relative. */
class CocoSuitesTest {

    private static void agree(String what, double actual, double expected) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-9 * Math.max(1.0, Math.abs(expected))));
    }

    @Test
    void reproducesLargescale() {
        List<ReferenceFiles.Row> rows = ReferenceFiles.coco("coco_bbob_largescale.csv");
        assertThat(rows).hasSize(192);
        for (ReferenceFiles.Row row : rows) {
            BbobFunction f = BbobFunction.largescale(row.function(), row.dimension(), row.instance());
            agree(row.id(), f.value(row.x()), row.y()[0]);
            assertThat(f.optimalValue()).as(row.id()).isEqualTo(Double.parseDouble(row.optimum()));
        }
    }

    @Test
    void reproducesMixint() {
        List<ReferenceFiles.Row> rows = ReferenceFiles.coco("coco_bbob_mixint.csv");
        assertThat(rows).hasSize(144);
        for (ReferenceFiles.Row row : rows) {
            MixintFunction f = MixintFunction.of(row.function(), row.dimension(), row.instance());
            agree(row.id(), f.value(row.x()), row.y()[0]);
            agree(row.id(), f.optimalValue(), Double.parseDouble(row.optimum()));
            assertThat(f.integers()).isEqualTo(row.integers());
        }
    }

    @Test
    void reproducesBiobj() {
        List<ReferenceFiles.Row> rows = ReferenceFiles.coco("coco_bbob_biobj_ext.csv");
        assertThat(rows).hasSize(920);
        for (ReferenceFiles.Row row : rows) {
            double[] y = new double[2];
            BiobjFunction.of(row.function(), row.dimension(), row.instance()).evaluate(row.x(), y, new double[0]);
            agree(row.id(), y[0], row.y()[0]);
            agree(row.id(), y[1], row.y()[1]);
        }
    }

    @Test
    void reproducesConstrained() {
        List<ReferenceFiles.Row> rows = ReferenceFiles.coco("coco_bbob_constrained.csv");
        assertThat(rows).hasSize(648);
        for (ReferenceFiles.Row row : rows) {
            ConstrainedFunction f = ConstrainedFunction.of(row.function(), row.dimension(), row.instance());
            double[] y = new double[1];
            double[] g = new double[f.constraints()];
            f.evaluate(row.x(), y, g);
            agree(row.id(), y[0], row.y()[0]);
            assertThat(g).as(row.id()).hasSameSizeAs(row.c());
            for (int i = 0; i < g.length; i++) {
                agree(row.id() + " g" + i, g[i], row.c()[i]);
            }
        }
    }

    @Test
    void largescaleAttainsItsOptimumBeyondOneBlock() {
        for (int function = 1; function <= BbobFunction.COUNT; function++) {
            BbobFunction f = BbobFunction.largescale(function, 97, 3);
            assertThat(f.value(f.optimum())).as("f%d", function).isCloseTo(f.optimalValue(), within(1e-7));
        }
    }

    @Test
    void largescaleRotationsAreOrthogonalPermutedBlocks() {
        LargescaleStage.PermutedBlocks map = LargescaleStage.PermutedBlocks.create(97, 1_000_001, 2_000_001, 3_000_001);
        double[] x = new double[97];
        double[] y = new double[97];
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(i);
        }
        map.apply(x, 0, y, 0);
        double[] back = map.preimage(y);
        for (int i = 0; i < x.length; i++) {
            assertThat(back[i]).isCloseTo(x[i], within(1e-12));
        }
    }

    @Test
    void mixintAttainsItsOptimumAtItsOptimum() {
        for (int function = 1; function <= BbobFunction.COUNT; function++) {
            for (int dimension : new int[]{5, 20, 80}) {
                MixintFunction f = MixintFunction.of(function, dimension, 4);
                assertThat(f.value(f.optimum())).as("f%d d%d", function, dimension).isCloseTo(f.optimalValue(), within(1e-7));
            }
        }
    }

    @Test
    void constrainedOptimumIsFeasibleAndBelowTheFeasiblePoint() {
        for (int function = 1; function <= ConstrainedFunction.COUNT; function++) {
            for (int dimension : new int[]{2, 5, 10}) {
                ConstrainedFunction f = ConstrainedFunction.of(function, dimension, 6);
                double[] y = new double[1];
                double[] g = new double[f.constraints()];
                f.evaluate(f.optimum(), y, g);
                assertThat(Arrays.stream(g).max().orElseThrow()).as("f%d d%d", function, dimension).isLessThanOrEqualTo(0.0);
                assertThat(y[0]).isCloseTo(f.optimalValue(), within(1e-9 * Math.max(1.0, Math.abs(y[0]))));
                f.evaluate(f.feasiblePoint(), y, g);
                assertThat(Arrays.stream(g).max().orElseThrow()).as("f%d d%d", function, dimension).isLessThanOrEqualTo(0.0);
                assertThat(y[0]).isGreaterThan(f.optimalValue());
            }
        }
    }

    @Test
    void biobjNadirIsAboveTheIdealPoint() {
        for (int function = 1; function <= BiobjFunction.COUNT; function++) {
            BiobjFunction f = BiobjFunction.of(function, 3, 1);
            assertThat(f.nadir()[0]).isGreaterThan(f.ideal()[0]);
            assertThat(f.nadir()[1]).isGreaterThan(f.ideal()[1]);
        }
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> MixintFunction.of(1, 7, 1)).hasMessageContaining("dimension is 7").hasMessageContaining("Maybe 10");
        assertThatThrownBy(() -> BiobjFunction.of(93, 2, 1)).hasMessageContaining("function is 93");
        assertThatThrownBy(() -> BiobjFunction.of(1, 2, 16)).hasMessageContaining("instance 16");
        assertThatThrownBy(() -> ConstrainedFunction.of(55, 2, 1)).hasMessageContaining("function is 55");
    }
}
