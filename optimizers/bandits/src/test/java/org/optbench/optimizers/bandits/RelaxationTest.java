package org.optbench.optimizers.bandits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Choosing the parameter of over-relaxation along a sequence of shifted Poisson systems (Khodak et al. 2024). */
class RelaxationTest {

    private static final int LENGTH = 400;
    private static final String TASK = "sor/poisson2d-10/uniform/";

    private static double bestFixed;

    @BeforeAll
    static void solveWithFixedParameters() throws Exception {
        bestFixed = new SolverSequence(TASK + "blind/i1").bestFixed(LENGTH, 2 * LENGTH);
    }

    /** The regret of a step falls: the second stretch comes near the best fixed parameter, which random choices miss by far. */
    @ParameterizedTest
    @ValueSource(strings = {"ucb", "ucb/tuned", "ucb/moss", "tsallis-inf"})
    void banditsApproachTheBestFixedParameter(String bandit) throws Exception {
        List<Double> means = new SolverSequence(TASK + "blind/i1").means(bandit, 2, LENGTH);
        assertThat(means.get(1)).isLessThan(means.get(0)).isLessThan(1.25 * bestFixed);
    }

    @Test
    void randomChoicesStayFarFromIt() throws Exception {
        assertThat(new SolverSequence(TASK + "blind/i1").means("random", 2, LENGTH).get(1)).isGreaterThan(1.6 * bestFixed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cheb-cb", "cheb-cb/separate"})
    void contextualBanditsBeatTheBestFixedParameter(String bandit) throws Exception {
        List<Double> means = new SolverSequence(TASK + "context/i1").means(bandit, 2, LENGTH);
        assertThat(means.get(1)).isLessThan(0.95 * bestFixed);
    }

    /** Bandits that share nothing between contexts take longer. */
    @Test
    void aBanditForEachCellOfContextsBeatsItInTheEnd() throws Exception {
        SolverSequence sequence = new SolverSequence(TASK + "context/i1");
        assertThat(sequence.means("contextual-tsallis-inf", 3, LENGTH).get(2)).isLessThan(sequence.bestFixed(2 * LENGTH, 3 * LENGTH));
    }
}
