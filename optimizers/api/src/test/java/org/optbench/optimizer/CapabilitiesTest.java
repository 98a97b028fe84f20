package org.optbench.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.optbench.model.Constraint;
import org.optbench.model.MultiTask;
import org.optbench.model.Objective;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;

class CapabilitiesTest {

    private static final Capabilities FLOATS = Capabilities.of(EnumSet.of(ParameterKind.FLOAT));
    private static final Problem PLAIN = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 1)), Objective.minimize("f"));
    private static final SearchSpace TREE = SearchSpace.builder().add(CategoricalParameter.of("c", "a", "b"))
            .add(FloatParameter.linear("x", 0, 1), Condition.equal("c", "a")).build();

    @Test
    void whatIsDeclaredIsNotRefused() {
        assertThat(FLOATS.refusals(PLAIN, 1)).isEmpty();
        assertThat(Capabilities.allParameters(Feature.PARALLEL).refusals(PLAIN, 8)).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsRefused() {
        assertThat(FLOATS.refusals(PLAIN, 2)).singleElement().asString().contains("pending");
        assertThat(FLOATS.refusals(PLAIN.withSpace(TREE), 1)).hasSize(2).anyMatch(why -> why.contains("CATEGORICAL"))
                .anyMatch(why -> why.contains("conditional"));
        assertThat(FLOATS.refusals(PLAIN.withConstraints(List.of(Constraint.of("g"))), 1)).singleElement().asString().contains("constraints");
        assertThat(FLOATS.refusals(PLAIN.withObservation(Observation.RANKS), 1)).singleElement().asString().contains("ranks");
        Problem two = PLAIN.withObjectives(List.of(Objective.minimize("f"), Objective.minimize("g")));
        assertThat(FLOATS.refusals(two, 1)).singleElement().asString().contains("one objective");
        Problem tasks = two.withMultiTask(new MultiTask("x", List.of("a", "b"), List.of(1, 1)));
        assertThat(FLOATS.refusals(tasks, 1)).singleElement().asString().contains("multi-task");
        SearchSpace holed = SearchSpace.builder().add(FloatParameter.linear("x", 0, 1)).forbid(Condition.greaterThan("x", 0.5)).build();
        assertThat(FLOATS.refusals(PLAIN.withSpace(holed), 1)).singleElement().asString().contains("forbidden");
    }

    @Test
    void whatIsNeededMustBeThere() {
        for (Feature needs : List.of(Feature.NEEDS_CONTEXT, Feature.NEEDS_FIDELITY, Feature.NEEDS_MULTI_OBJECTIVE, Feature.NEEDS_MULTI_TASK)) {
            assertThat(Capabilities.allParameters(needs).refusals(PLAIN, 1)).as(needs.name()).hasSize(1);
        }
    }

    @Test
    void dimensionsAreThoseOfTheUnitCube() {
        Capabilities small = new Capabilities(EnumSet.allOf(ParameterKind.class), Set.of(), 5);
        Problem tour = PLAIN.withSpace(SearchSpace.of(new PermutationParameter("tour", 6)));
        assertThat(small.refusals(tour, 1)).singleElement().asString().contains("5").contains("6");
        assertThatIllegalArgumentException().isThrownBy(() -> new Capabilities(EnumSet.allOf(ParameterKind.class), Set.of(), 0));
    }
}
