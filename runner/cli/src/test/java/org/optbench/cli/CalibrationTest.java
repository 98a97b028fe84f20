package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.Fidelity;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.Scores;

class CalibrationTest {

    private static final SearchSpace LINE = SearchSpace.of(FloatParameter.linear("x", 0, 1));

    /** Scores of values to minimise; NaN is a failed evaluation, a value above 100 infeasible. */
    private static List<Score> scores(double... values) {
        Scores scores = new Scores(Problem.of(LINE, Objective.minimize("loss")).withConstraints(List.of(Constraint.of("limit"))));
        return IntStream.range(0, values.length).mapToObj(i -> scores.of(new Trial(i, new Suggestion(LINE.defaults(), Fidelity.none(), 0), 1,
                Outcome.of(List.of(values[i]), List.of(values[i] - 100), Cost.measured()), List.of()))).toList();
    }

    @Test
    void theSmallestMeanRankWins() {
        Calibration calibration = Calibration.of(List.of(scores(3, 1, 2), scores(3, 2, 1), scores(1, 2, 3)));
        assertThat(calibration.ranks()).isDeepEqualTo(new double[][]{{3, 1, 2}, {3, 2, 1}, {1, 2, 3}});
        assertThat(calibration.meanRank(0)).isEqualTo(7.0 / 3);
        assertThat(calibration.meanRank(1)).isEqualTo(5.0 / 3);
        assertThat(calibration.chosen()).isEqualTo(1);
        assertThat(calibration.order()).containsExactly(1, 2, 0);
    }

    @Test
    void theDefaultStaysWhenNothingIsBetter() {
        assertThat(Calibration.of(List.of(scores(1, 2, 5), scores(2, 1, 5))).chosen()).isZero();
        assertThat(Calibration.of(List.of(scores(7, 7, 7))).chosen()).isZero();
    }

    @Test
    void tiesShareARankAndWhatIsInfeasibleOrFailedComesLast() {
        Calibration calibration = Calibration.of(List.of(scores(5, Double.NaN, 2, 120, 5)));
        assertThat(calibration.ranks()[0]).containsExactly(2.5, 5, 1, 4, 2.5);
    }

    /** Without the first or the second task all candidates have the same sum of ranks, 4, and the default stays; without the third candidate 1 is chosen, last there. */
    @Test
    void aTaskHasNoPartInTheChoiceThatIsJudgedOnIt() {
        Calibration calibration = Calibration.of(List.of(scores(9, 1, 5), scores(9, 1, 5), scores(1, 9, 5)));
        assertThat(calibration.transfer()).isEqualTo(new Calibration.Transfer(0, 2, 1));
        assertThat(Calibration.of(List.of(scores(2, 1))).transfer()).isEqualTo(new Calibration.Transfer(0, 1, 0));
    }

    @Test
    void differencesOfSpacesNameTheParameter() {
        FloatParameter rate = FloatParameter.log("rate", 0.001, 1);
        CategoricalParameter kind = CategoricalParameter.of("kind", "a", "b");
        SearchSpace one = SearchSpace.of(rate, kind);
        assertThat(ReferenceTasks.difference(one, SearchSpace.of(kind, rate))).isEmpty();
        assertThat(ReferenceTasks.difference(one, SearchSpace.of(kind))).contains("parameter 'rate' is only in the first");
        assertThat(ReferenceTasks.difference(SearchSpace.of(rate), one)).contains("parameter 'kind' is only in the second");
        assertThat(ReferenceTasks.difference(one, SearchSpace.of(FloatParameter.log("rate", 0.001, 2), kind)).orElseThrow())
                .startsWith("parameter 'rate' is ").contains("upper=1.0").contains("upper=2.0");
        Condition whenB = new Condition.OneOf("kind", List.of(Value.of("b")));
        SearchSpace conditional = SearchSpace.builder().add(kind).add(rate, whenB).build();
        assertThat(ReferenceTasks.difference(one, conditional).orElseThrow()).startsWith("parameter 'rate' is always active and active when ");
        SearchSpace forbidding = SearchSpace.builder().add(rate).add(kind).forbid(whenB).build();
        assertThat(ReferenceTasks.difference(one, forbidding).orElseThrow()).contains("are forbidden");
    }

    @Test
    void ranksOfNothingAreRefused() {
        assertThatThrownBy(() -> new Calibration(new double[][]{{1, 2}, {1}})).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same candidates");
    }
}
