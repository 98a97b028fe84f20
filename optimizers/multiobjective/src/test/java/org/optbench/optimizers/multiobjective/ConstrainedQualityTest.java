package org.optbench.optimizers.multiobjective;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.indicators.Hypervolume;
import org.optbench.tasks.synthetic.pareto.ParetoProblem;
import org.optbench.tasks.synthetic.pareto.ParetoTaskProvider;

/** The feasible hypervolume that the final population reaches, as a share of that of the true front, with the reference point of the task. */
class ConstrainedQualityTest {

    @ParameterizedTest
    @CsvSource({
            // optimizer, problem, objectives, variables, evaluations, share of the front's volume
            "nsga2, bnh, 2, 2, 5000, 0.99",
            "sms-emoa, bnh, 2, 2, 3000, 0.99",
            "nsga2, osy, 2, 6, 20000, 0.97",
            "moead, tnk, 2, 2, 10000, 0.95",
            "nsga3, c2dtlz2, 3, 12, 15000, 0.88"})
    void constraintsAreKeptAndTheFrontIsReached(String optimizer, String name, int objectives, int variables, int evaluations, double share) {
        ParetoProblem problem = ParetoTaskProvider.problem(name, objectives, variables).orElseThrow();
        double front = Hypervolume.of(problem.front(2000), problem.referencePoint());
        Runs.Result result = Runs.run(optimizer, "mo/" + name + "/m" + objectives + "/d" + variables, evaluations, 1);
        assertThat(result.finalHypervolume(result.reference()) / front).isBetween(share, 1.01);
    }
}
