package org.optbench.optimizers.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hypervolume of the population at the end of one run, against the volume of the true front and what publications reach. Fronts with reference (1.1,
 * 1.1): ZDT1 0.8714 = 1.21 - 1/3 - 0.0053 of a finite set, ZDT2 0.5380, ZDT3 1.3285; DTLZ2 with three objectives 1.331 - pi/6 = 0.8074 in the limit, and
 * 0.744 for the 91 best points of the lattice (Tian, Cheng, Zhang and Jin, PlatEMO, IEEE CIM 12(4), 2017, give 0.559 x 1.331 for NSGA-III).
 */
class EvolutionaryQualityTest {

    @ParameterizedTest
    @CsvSource({
            // optimizer, task, evaluations, reference, at least, at most
            "nsga2, mo/zdt1/m2/d30, 20000, 1.1, 0.868, 0.872",
            "nsga3, mo/zdt1/m2/d30, 20000, 1.1, 0.866, 0.872",
            "moead, mo/zdt2/m2/d30, 20000, 1.1, 0.534, 0.5385",
            "nsga2, mo/zdt3/m2/d30, 20000, 1.1, 1.322, 1.329",
            "nsga3, mo/dtlz2/m3/d12, 23000, 1.1, 0.742, 0.8074",
            "moead/pbi, mo/dtlz2/m3/d12, 23000, 1.1, 0.742, 0.8074"})
    void reachesWhatIsPublished(String optimizer, String task, int evaluations, double reference, double least, double most) {
        Runs.Result result = Runs.run(optimizer, task, evaluations, 1);
        double[] corner = new double[result.reference().length];
        Arrays.fill(corner, reference);
        assertThat(result.finalHypervolume(corner)).isBetween(least, most);
    }
}
