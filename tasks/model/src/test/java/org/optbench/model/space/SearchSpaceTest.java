package org.optbench.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SearchSpaceTest {

    /** The grandchild is declared before its parents, so that the order of declaration cannot be relied on. */
    private static final SearchSpace TREE = SearchSpace.builder().add(FloatParameter.linear("grandchild", 0, 1), Condition.greaterThan("child", 4))
            .add(IntParameter.linear("child", 0, 9), Condition.in("root", "a", "b")).add(CategoricalParameter.of("root", "a", "b", "c"))
            .add(new PermutationParameter("order", 3)).build();

    private static final SearchSpace HOLED = SearchSpace.builder().add(IntParameter.linear("x", 0, 3)).add(CategoricalParameter.of("k", "p", "q"))
            .forbid(Condition.all(Condition.lessThan("x", 2.5), Condition.equal("k", "p"))).build();

    @Test
    void samplesRespectConditionsAndForbiddenCombinations() {
        RandomGenerator random = new SplittableRandom(3);
        boolean deep = false;
        for (int i = 0; i < 500; i++) {
            Configuration tree = TREE.sample(random);
            assertThat(TREE.violations(tree)).isEmpty();
            assertThat(TREE.contains(tree)).isTrue();
            assertThat(tree.isActive("child")).isEqualTo(!tree.choice("root").equals("c"));
            assertThat(tree.isActive("grandchild")).isEqualTo(tree.isActive("child") && tree.whole("child") > 4);
            deep |= tree.isActive("grandchild");
            Configuration holed = HOLED.sample(random);
            assertThat(HOLED.contains(holed)).isTrue();
            assertThat(holed.choice("k").equals("p") && holed.whole("x") < 3).isFalse();
        }
        assertThat(deep).isTrue();
    }

    @Test
    void parentsComeFirst() {
        List<String> order = TREE.parentsFirst().stream().map(Parameter::name).toList();
        assertThat(order.indexOf("root")).isLessThan(order.indexOf("child"));
        assertThat(order.indexOf("child")).isLessThan(order.indexOf("grandchild"));
        assertThat(TREE.parameters()).extracting(Parameter::name).containsExactly("grandchild", "child", "root", "order");
    }

    @Test
    void theUnitCubeGoesThereAndBack() {
        RandomGenerator random = new SplittableRandom(4);
        assertThat(TREE.unitCube().width()).isEqualTo(6);
        assertThat(TREE.unitCube().offset("order")).isEqualTo(3);
        for (int i = 0; i < 200; i++) {
            Configuration configuration = TREE.sample(random);
            double[] point = TREE.unitCube().encode(configuration);
            assertThat(Double.isNaN(point[0])).isEqualTo(!configuration.isActive("grandchild"));
            Configuration back = TREE.unitCube().decode(point);
            assertThat(back.without("grandchild")).isEqualTo(configuration.without("grandchild"));
            assertThat(TREE.contains(back)).isTrue();
        }
    }

    @Test
    void anyPointDecodesToALegalConfiguration() {
        RandomGenerator random = new SplittableRandom(5);
        for (SearchSpace space : List.of(TREE, HOLED)) {
            for (int i = 0; i < 300; i++) {
                double[] point = random.doubles(space.unitCube().width(), -1, 2).toArray();
                if (i % 5 == 0) {
                    point[0] = Double.NaN;
                }
                Configuration decoded = space.unitCube().decode(point);
                assertThat(space.violations(decoded)).isEmpty();
                assertThat(space.unitCube().decode(point)).isEqualTo(decoded);
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> TREE.unitCube().decode(new double[2])).withMessageContaining("6");
        assertThatIllegalArgumentException().isThrownBy(() -> TREE.unitCube().offset("nobody")).withMessageContaining("nobody");
    }

    @Test
    void violationsAreAllNamed() {
        Configuration wrong = Configuration.of(Map.of("root", Value.of("c"), "child", Value.of(99L), "stranger", Value.of(1L)));
        assertThat(TREE.violations(wrong)).extracting(Violation::parameter).containsExactlyInAnyOrder("grandchild", "child", "order", "stranger");
        assertThat(TREE.contains(wrong)).isFalse();
        assertThat(HOLED.violations(Configuration.of(Map.of("x", Value.of(0L), "k", Value.of("p"))))).singleElement()
                .satisfies(violation -> assertThat(violation.reason()).contains("forbidden"));
    }

    @Test
    void repairKeepsLegalConfigurationsAndMovesOthers() {
        RandomGenerator random = new SplittableRandom(6);
        for (int i = 0; i < 100; i++) {
            Configuration legal = TREE.sample(random);
            assertThat(TREE.repair(legal)).isEqualTo(legal);
        }
        Configuration repaired = TREE.repair(Configuration.of(Map.of("root", Value.of("b"), "child", Value.of(77L), "stranger", Value.of(1L))));
        assertThat(repaired.whole("child")).isEqualTo(9);
        assertThat(repaired.isActive("grandchild")).isTrue();
        assertThat(TREE.contains(repaired)).isTrue();
        Configuration moved = HOLED.repair(Configuration.of(Map.of("x", Value.of(2L), "k", Value.of("p"))));
        assertThat(HOLED.contains(moved)).isTrue();
        assertThat(moved).isEqualTo(HOLED.repair(Configuration.of(Map.of("x", Value.of(2L), "k", Value.of("p")))));
    }

    @Test
    void defaultsAreLegal() {
        assertThat(TREE.defaults().choice("root")).isEqualTo("a");
        assertThat(TREE.contains(TREE.defaults())).isTrue();
        assertThat(HOLED.contains(HOLED.defaults())).isTrue();
    }

    @Test
    void cardinalityMultiplies() {
        assertThat(HOLED.cardinality()).isEqualTo(8);
        assertThat(SearchSpace.of(new PermutationParameter("p", 5), CategoricalParameter.of("c", "a", "b")).cardinality()).isEqualTo(240);
        assertThat(TREE.cardinality()).isInfinite();
    }

    @Test
    void aSpaceWithNothingLegalSaysSo() {
        SearchSpace impossible = SearchSpace.builder().add(CategoricalParameter.of("k", "a", "b")).forbid(Condition.in("k", "a", "b")).build();
        assertThatThrownBy(() -> impossible.sample(new SplittableRandom(1))).isInstanceOf(IllegalStateException.class).hasMessageContaining("forbidden");
    }

    @Test
    void circlesAndUnknownNamesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SearchSpace.builder().add(CategoricalParameter.of("a", "x"), Condition.equal("b", "x"))
                .add(CategoricalParameter.of("b", "x"), Condition.equal("a", "x")).build()).withMessageContaining("circle");
        assertThatIllegalArgumentException().isThrownBy(
                () -> SearchSpace.builder().add(CategoricalParameter.of("a", "x"), Condition.equal("a", "x")).build()).withMessageContaining("circle");
        assertThatIllegalArgumentException().isThrownBy(
                () -> SearchSpace.builder().add(CategoricalParameter.of("a", "x"), Condition.equal("nobody", "x")).build()).withMessageContaining("nobody");
        assertThatIllegalArgumentException().isThrownBy(
                () -> SearchSpace.builder().add(CategoricalParameter.of("a", "x")).forbid(Condition.equal("nobody", "x")).build())
                .withMessageContaining("nobody");
        assertThatIllegalArgumentException().isThrownBy(
                () -> SearchSpace.builder().add(CategoricalParameter.of("a", "x")).add(CategoricalParameter.of("a", "y"))).withMessageContaining("twice");
    }

    @Test
    void severalConditionsOfOneParameterMustAllHold() {
        SearchSpace space = SearchSpace.builder().add(CategoricalParameter.of("a", "x", "y")).add(IntParameter.linear("n", 0, 9))
                .add(IntParameter.linear("child", 0, 1)).activeWhen("child", Condition.equal("a", "x")).activeWhen("child", Condition.greaterThan("n", 5))
                .build();
        assertThat(space.repair(Configuration.of(Map.of("a", Value.of("x"), "n", Value.of(6L)))).isActive("child")).isTrue();
        assertThat(space.repair(Configuration.of(Map.of("a", Value.of("x"), "n", Value.of(5L)))).isActive("child")).isFalse();
        assertThat(space.repair(Configuration.of(Map.of("a", Value.of("y"), "n", Value.of(6L)))).isActive("child")).isFalse();
    }
}
