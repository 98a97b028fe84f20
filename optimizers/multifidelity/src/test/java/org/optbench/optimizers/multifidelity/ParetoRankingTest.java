package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParetoRankingTest {

    @Test
    void frontsComeInOrderAndWithinAFrontTheFarthestFirst() {
        List<Merit> merits = List.of(Fixtures.merit(5, 5), Fixtures.merit(0, 4), Fixtures.merit(1, 2.9), Fixtures.merit(4, 0), Fixtures.merit(2, 2),
                Fixtures.merit(4.5, 4.5));
        // front 1: 1, 2, 3, 4; from the best in the first objective (1) the farthest is 3, then 4 in the middle, then 2
        assertThat(new ParetoRanking().best(merits, 6)).containsExactly(1, 3, 4, 2, 5, 0);
        assertThat(new ParetoRanking().best(merits, 2)).containsExactly(1, 3);
    }

    @Test
    void infeasibleOnesComeAfterFeasibleOnesAndFailedOnesNever() {
        List<Merit> merits = List.of(new Merit(2, new double[]{0, 0}), Merit.failed(2), new Merit(1, new double[]{9, 9}), Fixtures.merit(7, 7));
        assertThat(new ParetoRanking().best(merits, 4)).containsExactly(3, 2, 0);
    }

    @Test
    void equalOnesAreAllThere() {
        List<Merit> merits = List.of(Fixtures.merit(1, 1), Fixtures.merit(1, 1), Fixtures.merit(1, 1));
        assertThat(new ParetoRanking().best(merits, 3)).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void scalarsPutInfeasibleOnesBeyondTheWorstFeasibleOne() {
        List<Merit> merits = List.of(Fixtures.merit(3), Fixtures.merit(1), new Merit(1, new double[]{-5}), new Merit(4, new double[]{-9}));
        double[] scalars = Scalars.of(merits, new double[]{1});
        assertThat(scalars[0]).isEqualTo(3);
        assertThat(scalars[1]).isEqualTo(1);
        assertThat(scalars[2]).isGreaterThan(3);
        assertThat(scalars[3]).isGreaterThan(scalars[2]);
    }

    /** max(w f) + 0.05 w f over objectives scaled to [0, 1], by hand. */
    @Test
    void severalObjectivesAreScalarisedByTchebycheff() {
        List<Merit> merits = List.of(Fixtures.merit(0, 10), Fixtures.merit(4, 0), Fixtures.merit(1, 5));
        double[] scalars = Scalars.of(merits, new double[]{0.25, 0.75});
        assertThat(scalars[0]).isCloseTo(0.75 + 0.05 * 0.75, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(scalars[1]).isCloseTo(0.25 + 0.05 * 0.25, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(scalars[2]).isCloseTo(0.375 + 0.05 * (0.0625 + 0.375), org.assertj.core.data.Offset.offset(1e-12));
    }
}
