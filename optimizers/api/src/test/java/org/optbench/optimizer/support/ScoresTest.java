package org.optbench.optimizer.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.Objective;
import org.optbench.model.Observation;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.Suggestion;
import org.optbench.model.Trial;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;

class ScoresTest {

    private static final Problem PROBLEM = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1)), Objective.maximize("f"))
            .withConstraints(List.of(new Constraint("g", 0.1)));

    @Test
    void feasibleBeforeInfeasibleBeforeFailed() {
        Scores scores = new Scores(PROBLEM);
        Score good = scores.of(trial(0, Outcome.of(List.of(5.0), List.of(0.1), Cost.measured())));
        Score poor = scores.of(trial(1, Outcome.of(List.of(1.0), List.of(-3.0), Cost.measured())));
        Score nearly = scores.of(trial(2, Outcome.of(List.of(100.0), List.of(0.2), Cost.measured())));
        Score far = scores.of(trial(3, Outcome.of(List.of(200.0), List.of(7.0), Cost.measured())));
        Score failed = scores.of(trial(4, Outcome.failure(FailureKind.CRASH, "x")));
        Score undefined = scores.of(trial(5, Outcome.of(List.of(Double.NaN), List.of(0.0), Cost.measured())));
        assertThat(List.of(failed, far, nearly, poor, good).stream().sorted()).containsExactly(good, poor, nearly, far, failed);
        assertThat(good.value()).isEqualTo(-5);
        assertThat(failed.isFailure()).isTrue();
        assertThat(undefined).isEqualTo(failed);
        assertThat(nearly.isFeasible()).isFalse();
    }

    /** The ranks that an optimizer is told, ties averaged, are enough to rebuild the order of all values at any time. */
    @ParameterizedTest
    @ValueSource(ints = {3, 10, 1_000_000})
    void ranksGiveTheOrderBack(int distinct) {
        Problem ranks = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1)), Objective.maximize("f")).withObservation(Observation.RANKS);
        Scores scores = new Scores(ranks);
        SplittableRandom random = new SplittableRandom(distinct);
        List<Double> values = new ArrayList<>();
        List<Score> told = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            double value = random.nextInt(distinct);
            values.add(value);
            double better = values.stream().filter(other -> other < value).count();
            double ties = values.stream().filter(other -> other == value).count();
            told.add(scores.of(trial(i, Outcome.of(better + (ties + 1) / 2))));
            for (int j = 0; j <= i; j++) {
                assertThat(Integer.signum(told.get(i).compareTo(told.get(j)))).isEqualTo(Double.compare(value, values.get(j)));
            }
        }
        for (int i = 0; i < 200; i++) {
            double value = values.get(i);
            double better = values.stream().filter(other -> other < value).count();
            double ties = values.stream().filter(other -> other == value).count();
            assertThat(told.get(i).value()).isEqualTo(better + (ties + 1) / 2);
            assertThat(told.get(i).isFinal()).isFalse();
        }
    }

    private static Trial trial(int index, Outcome outcome) {
        return new Trial(index, new Suggestion(Configuration.empty(), Fidelity.none(), 0), 0, outcome, List.of());
    }
}
