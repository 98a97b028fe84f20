package org.optbench.tasks.synthetic.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.tasks.synthetic.ReferenceFiles;

class ClassicFunctionTest {

    /** Minimisers as published (Jamil, Yang 2013; Surjanovic, Bingham). */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"ACKLEY;0,0,0", "ALPINE1;0,0", "BEALE;3,0.5", "BOOTH;1,3", "BRANIN;3.141592653589793,2.275",
            "BUKIN6;-10,1", "CROSS_IN_TRAY;1.3494066158,1.3494066158", "DROP_WAVE;0,0", "EASOM;3.141592653589793,3.141592653589793",
            "EGGHOLDER;512,404.231805123817", "ELLIPTIC;0,0", "GOLDSTEIN_PRICE;0,-1", "GRIEWANK;0,0,0",
            "HARTMANN3;0.114614,0.555649,0.852547", "HARTMANN6;0.20168952,0.15001069,0.47687398,0.27533243,0.31165162,0.65730054",
            "HIMMELBLAU;3,2", "HOLDER_TABLE;8.055023472141,9.664590028909", "LEVY;1,1,1,1", "LEVY13;1,1", "MATYAS;0,0", "RASTRIGIN;0,0",
            "ROSENBROCK;1,1,1", "SALOMON;0,0", "SCHWEFEL_1_2;0,0", "SCHWEFEL_2_22;0,0", "SCHWEFEL;420.96874636,420.96874636",
            "SIX_HUMP_CAMEL;0.08984201368301331,-0.7126564032704135", "SPHERE;0.5,0.5", "STYBLINSKI_TANG;-2.903534018185960,-2.903534018185960",
            "SUM_OF_POWERS;0,0", "THREE_HUMP_CAMEL;0,0", "ZAKHAROV;0,0", "DIXON_PRICE;1,0.7071067811865476"})
    void attainsTheOptimum(ClassicFunction function, String minimiser) {
        double[] x = ReferenceFiles.numbers(minimiser);
        assertThat(function.value(x)).isCloseTo(function.optimum(x.length), within(2e-9));
    }

    @ParameterizedTest
    @EnumSource
    void isNowhereBelowTheOptimum(ClassicFunction function) {
        int d = function.isScalable() ? 3 : function.fixedDimension();
        double[] lower = function.lower(d);
        double[] upper = function.upper(d);
        Random random = new Random(3);
        for (int trial = 0; trial < 20_000; trial++) {
            double[] x = new double[d];
            for (int i = 0; i < d; i++) {
                x[i] = lower[i] + (upper[i] - lower[i]) * random.nextDouble();
            }
            assertThat(function.value(x)).isGreaterThanOrEqualTo(function.optimum(d) - 1e-9);
        }
    }
}
