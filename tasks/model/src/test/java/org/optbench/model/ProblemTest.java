package org.optbench.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.Scale;
import org.optbench.model.space.SearchSpace;

class ProblemTest {

    private static final SearchSpace SPACE = SearchSpace.of(FloatParameter.linear("x", 0, 1));
    private static final FidelitySpace EPOCHS = FidelitySpace.of(FidelityParameter.steps("epochs", 1, 50).resuming(),
            new FidelityParameter("share", 0.1, 1, false, Scale.LOG, false, FidelityParameter.CostShare.PROPORTIONAL),
            new FidelityParameter("bits", 8, 32, true, Scale.LINEAR, false, FidelityParameter.CostShare.NONE));

    @Test
    void kindsOfProblem() {
        Problem single = Problem.of(SPACE, Objective.minimize("f"));
        assertThat(single.isMultiObjective()).isFalse();
        assertThat(single.isMultiFidelity()).isFalse();
        assertThat(single.isConstrained()).isFalse();
        Problem several = single.withObjectives(List.of(Objective.minimize("f"), Objective.maximize("g")));
        assertThat(several.isMultiObjective()).isTrue();
        assertThat(several.withMultiTask(new MultiTask("x", List.of("a", "b"), List.of(1, 1))).isMultiObjective()).isFalse();
        assertThat(single.withFidelities(EPOCHS).isMultiFidelity()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> single.withObjectives(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Problem.of(SPACE, Objective.minimize("f"), Objective.maximize("f")));
        assertThatIllegalArgumentException().isThrownBy(() -> single.withMultiTask(new MultiTask("x", List.of("a", "b"), List.of(1, 1))));
    }

    @Test
    void feasibilityNeedsEveryConstraint() {
        Problem problem = Problem.of(SPACE, Objective.minimize("f")).withConstraints(List.of(Constraint.of("g"), new Constraint("h", 0.1)));
        assertThat(problem.isFeasible(List.of(0.0, 0.1))).isTrue();
        assertThat(problem.isFeasible(List.of(-1.0, 0.11))).isFalse();
        assertThat(problem.isFeasible(List.of(Double.NaN, 0.0))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Constraint("g", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Constraint("g", Double.NaN));
    }

    @ParameterizedTest
    @CsvSource({"MINIMIZE, 1, 2, true", "MINIMIZE, 2, 1, false", "MAXIMIZE, 2, 1, true", "MINIMIZE, 1, 1, false", "MAXIMIZE, NaN, 1, false",
            "MINIMIZE, 1, NaN, false"})
    void directions(Direction direction, double value, double than, boolean better) {
        assertThat(direction.isBetter(value, than)).isEqualTo(better);
        assertThat(direction.toMinimize(value) < direction.toMinimize(than)).isEqualTo(better);
    }

    @Test
    void targetsGoFromEasyToHard() {
        assertThat(Objective.maximize("f").withTargets(List.of(0.1, 0.9)).targets()).containsExactly(0.1, 0.9);
        assertThatIllegalArgumentException().isThrownBy(() -> Objective.minimize("f").withTargets(List.of(0.1, 0.9)));
        assertThat(Objective.minimize("f").withOptimum(3).withReferencePoint(5).optimum()).isEqualTo(OptionalDouble.of(3));
        assertThatIllegalArgumentException().isThrownBy(() -> Objective.minimize(" "));
    }

    @Test
    void fidelitiesAndTheirCost() {
        Fidelity full = EPOCHS.full();
        assertThat(EPOCHS.isFull(full)).isTrue();
        assertThat(EPOCHS.fullEvaluations(full)).isEqualTo(1);
        assertThat(EPOCHS.fullEvaluations(full.with("epochs", 25).with("share", 0.5).with("bits", 8))).isEqualTo(0.25);
        assertThat(EPOCHS.atPrimary(7.4).level("epochs")).isEqualTo(7);
        assertThat(EPOCHS.atPrimary(1000)).isEqualTo(full);
        assertThat(FidelitySpace.none().full()).isEqualTo(Fidelity.none());
        assertThat(FidelitySpace.none().fullEvaluations(Fidelity.none())).isEqualTo(1);
        assertThat(EPOCHS.objection(full)).isEmpty();
        assertThat(EPOCHS.objection(full.with("epochs", 7.5))).hasValueSatisfying(why -> assertThat(why).contains("whole", "7.5"));
        assertThat(EPOCHS.objection(full.with("share", 0.05))).hasValueSatisfying(why -> assertThat(why).contains("0.05"));
        assertThat(EPOCHS.objection(full.with("stranger", 1))).hasValueSatisfying(why -> assertThat(why).contains("stranger"));
        assertThat(EPOCHS.objection(Fidelity.of("epochs", 5))).hasValueSatisfying(why -> assertThat(why).contains("missing"));
    }

    @Test
    void fidelityTextsGoThereAndBack() {
        Fidelity fidelity = Fidelity.of(Map.of("epochs", 5.0, "share", 1.0 / 3));
        assertThat(Fidelity.parse(fidelity.canonicalText())).isEqualTo(fidelity);
        assertThat(Fidelity.parse("")).isEqualTo(Fidelity.none());
        assertThatIllegalArgumentException().isThrownBy(() -> Fidelity.parse("epochs"));
        assertThatIllegalArgumentException().isThrownBy(() -> fidelity.level("nobody")).withMessageContaining("nobody");
    }

    @Test
    void illegalFidelitiesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> FidelityParameter.steps("e", 0, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> FidelityParameter.share("s", 0.5, 0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FidelityParameter("e", 1, 2.5, true, Scale.LINEAR, false,
                FidelityParameter.CostShare.NONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FidelitySpace.of(FidelityParameter.steps("e", 1, 5), FidelityParameter.steps("e", 1, 5)));
    }

    @Test
    void budgets() {
        assertThat(Budget.ofTrials(10).expectedFullEvaluations()).isEqualTo(10);
        assertThat(Budget.ofFullEvaluations(2.5).expectedFullEvaluations()).isEqualTo(2.5);
        assertThat(Budget.ofSeconds(5).expectedFullEvaluations()).isInfinite();
        assertThat(Budget.ofTrials(10).until(0.1).untilTarget()).isEqualTo(OptionalDouble.of(0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.ofTrials(0)).withMessageContaining("positive");
        assertThatIllegalArgumentException().isThrownBy(() -> Budget.ofSeconds(Double.NaN));
    }

    @Test
    void costsAreFiniteAndAddUpByName() {
        assertThat(Cost.ofSeconds(2).with(Map.of("energy_joules", 5.0)).resources()).containsEntry("energy_joules", 5.0);
        assertThat(Cost.measured().seconds()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Cost.ofSeconds(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Cost.ofSeconds(Double.POSITIVE_INFINITY));
    }

    @ParameterizedTest
    @EnumSource
    void onlyFailuresOfThePlatformSayNothingAboutTheConfiguration(FailureKind kind) {
        boolean platform = kind == FailureKind.LOST || kind == FailureKind.UNAVAILABLE || kind == FailureKind.CANCELLED;
        assertThat(kind.isAboutConfiguration()).isEqualTo(!platform);
    }
}
