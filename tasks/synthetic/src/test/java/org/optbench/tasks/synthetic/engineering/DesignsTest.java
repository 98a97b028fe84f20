package org.optbench.tasks.synthetic.engineering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DesignsTest {

    static Stream<DesignFunction> all() {
        return Designs.all().stream();
    }

    @Test
    void thereAreAtLeastFifteenWithDistinctNames() {
        List<String> names = all().map(DesignFunction::name).toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    }

    /** Best designs and values as published with each problem; constraints may be missed by the rounding of the published digits. */
    @ParameterizedTest
    @MethodSource("all")
    void bestKnownDesignHasItsPublishedValue(DesignFunction design) {
        double[] f = new double[1];
        double[] g = new double[design.constraints()];
        design.evaluate(design.best(), f, g);
        assertThat(f[0]).isCloseTo(design.value(), within(1e-7 * Math.max(1.0, Math.abs(design.value()))));
        for (double v : g) {
            assertThat(v).isLessThanOrEqualTo(1e-4);
        }
        for (int i = 0; i < design.dimension(); i++) {
            assertThat(design.best()[i]).isBetween(design.lower()[i], design.upper()[i]);
        }
    }

    /** A constraint that is missed by rounding allows a value slightly below the best known one. */
    @ParameterizedTest
    @MethodSource("all")
    void noFeasibleRandomDesignIsBetter(DesignFunction design) {
        Random random = new Random(11);
        double[] x = new double[design.dimension()];
        double[] f = new double[1];
        double[] g = new double[design.constraints()];
        for (int trial = 0; trial < 30_000; trial++) {
            for (int i = 0; i < x.length; i++) {
                double near = design.best()[i] + (design.upper()[i] - design.lower()[i]) * 0.05 * random.nextGaussian();
                double drawn = trial % 2 == 0 ? near : design.lower()[i] + (design.upper()[i] - design.lower()[i]) * random.nextDouble();
                x[i] = Math.clamp(design.whole()[i] ? Math.rint(drawn) : drawn, design.lower()[i], design.upper()[i]);
            }
            design.evaluate(x, f, g);
            boolean feasible = Arrays.stream(g).allMatch(v -> v <= 0.0);
            if (feasible) {
                assertThat(f[0]).as(design.name()).isGreaterThanOrEqualTo(design.value() - 1e-6 * Math.max(1.0, Math.abs(design.value())));
            }
        }
    }

    /** Stress of the cantilever is tight: the optimum has a closed form by Lagrange multipliers. */
    @Test
    void cantileverOptimumFollowsFromItsEquation() {
        double sum = 0.0;
        for (double c : new double[]{61, 37, 19, 7, 1}) {
            sum += Math.sqrt(Math.sqrt(c));
        }
        double closed = 0.0624 * Math.pow(sum, 4.0 / 3.0);
        DesignFunction cantilever = all().filter(design -> design.name().equals("cantilever")).findFirst().orElseThrow();
        assertThat(cantilever.value()).isCloseTo(closed, within(1e-8));
    }
}
