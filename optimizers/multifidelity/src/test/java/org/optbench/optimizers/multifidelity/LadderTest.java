package org.optbench.optimizers.multifidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.space.Scale;

class LadderTest {

    private static double[] levels(Ladder ladder) {
        return IntStream.range(0, ladder.size()).mapToDouble(ladder::level).toArray();
    }

    @Test
    void wholeKnobsHaveWholeLevelsDownToTheirLowerBound() {
        assertThat(levels(Fixtures.ladder(FidelityParameter.steps("epoch", 1, 52)))).containsExactly(2, 6, 17, 52);
        assertThat(levels(Fixtures.ladder(FidelityParameter.steps("epoch", 1, 81)))).containsExactly(1, 3, 9, 27, 81);
        assertThat(levels(Fixtures.ladder(FidelityParameter.steps("epoch", 5, 52)))).containsExactly(6, 17, 52);
    }

    @Test
    void roundingNeverGivesALevelTwice() {
        Ladder ladder = Ladder.of(FidelitySpace.of(FidelityParameter.steps("epoch", 1, 5)), 1.3, 0.01);
        assertThat(levels(ladder)).isSorted().doesNotHaveDuplicates().endsWith(5);
    }

    @Test
    void sharesGoDownToTheirLowerBoundOrTheLeastShare() {
        assertThat(levels(Fixtures.ladder(FidelityParameter.share("share", 0.03, 1)))).hasSize(4).endsWith(1.0 / 3, 1.0);
        assertThat(levels(Ladder.of(FidelitySpace.of(FidelityParameter.share("share", 0.03, 1)), 3, 0.2))).containsExactly(1.0 / 3, 1);
    }

    @Test
    void logarithmicKnobsHaveTheSameLevels() {
        FidelityParameter z = new FidelityParameter("z", 3, 100, true, Scale.LOG, false, FidelityParameter.CostShare.PROPORTIONAL);
        assertThat(levels(Fixtures.ladder(z))).containsExactly(4, 11, 33, 100);
    }

    @Test
    void rangeNarrowerThanEtaHasItsTwoEnds() {
        assertThat(levels(Fixtures.ladder(FidelityParameter.share("share", 0.5, 1)))).containsExactly(0.5, 1);
        assertThat(levels(Fixtures.ladder(FidelityParameter.share("share", 1, 1)))).containsExactly(1);
    }

    @Test
    void firstKnobWithARangeIsTurnedAndTheOthersAreFull() {
        FidelitySpace several = FidelitySpace.of(FidelityParameter.steps("fixed", 3, 3), FidelityParameter.share("share", 0.1, 1),
                FidelityParameter.steps("repeats", 1, 10));
        Ladder ladder = Ladder.of(several, 3, 0.01);
        assertThat(ladder.at(0).levels()).containsEntry("fixed", 3.0).containsEntry("repeats", 10.0).containsEntry("share", 1.0 / 9);
        assertThat(several.objection(ladder.at(0))).isEmpty();
        assertThat(ladder.at(ladder.top())).isEqualTo(several.full());
    }

    @Test
    void reachedIsTheHighestLevelPassed() {
        Ladder ladder = Fixtures.ladder(FidelityParameter.steps("epoch", 1, 27));
        assertThat(ladder.reached(Fidelity.of("epoch", 1))).isZero();
        assertThat(ladder.reached(Fidelity.of("epoch", 8))).isEqualTo(1);
        assertThat(ladder.reached(Fidelity.of("epoch", 27))).isEqualTo(3);
        assertThat(Ladder.of(FidelitySpace.of(FidelityParameter.steps("epoch", 1, 27)), 3, 0.3).reached(Fidelity.of("epoch", 2))).isEqualTo(-1);
    }

    @Test
    void problemWithoutFidelityIsRefused() {
        assertThatThrownBy(() -> Ladder.of(FidelitySpace.none(), 3, 0.01)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("fidelity");
    }
}
