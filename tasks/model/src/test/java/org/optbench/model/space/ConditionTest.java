package org.optbench.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final Configuration AT = Configuration.of(Map.of("x", Value.of(2.5), "n", Value.of(3L), "k", Value.of("mid"), "p",
            Value.of(List.of(1, 0))));
    private static final List<String> LEVELS = List.of("low", "mid", "high");

    @Test
    void leavesCompareValues() {
        assertThat(Condition.equal("k", "mid").holds(AT)).isTrue();
        assertThat(Condition.equal("k", "low").holds(AT)).isFalse();
        assertThat(Condition.in("k", "low", "mid").holds(AT)).isTrue();
        assertThat(Condition.equal("n", Value.of(3L)).holds(AT)).isTrue();
        assertThat(Condition.equal("n", Value.of(3.0)).holds(AT)).isFalse();
        assertThat(new Condition.NoneOf("k", List.of(Value.of("low"))).holds(AT)).isTrue();
        assertThat(new Condition.NoneOf("k", List.of(Value.of("mid"))).holds(AT)).isFalse();
    }

    @Test
    void boundsAreExclusiveUnlessTheySayOtherwise() {
        assertThat(Condition.greaterThan("n", 3).holds(AT)).isFalse();
        assertThat(Condition.greaterThan("n", 2.9).holds(AT)).isTrue();
        assertThat(Condition.lessThan("x", 2.5).holds(AT)).isFalse();
        assertThat(new Condition.Between("x", 2.5, 3, true, List.of()).holds(AT)).isTrue();
        assertThat(new Condition.Between("x", 2.5, 3, false, List.of()).holds(AT)).isFalse();
        assertThat(new Condition.Between("k", 0, 2, false, LEVELS).holds(AT)).isTrue();
        assertThat(new Condition.Between("k", 1, 2, false, LEVELS).holds(AT)).isFalse();
        assertThat(Condition.greaterThan("p", -1).holds(AT)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Condition.greaterThan("x", Double.NaN));
    }

    @Test
    void everyLeafAboutAnInactiveParameterIsFalse() {
        assertThat(Condition.equal("gone", "x").holds(AT)).isFalse();
        assertThat(new Condition.NoneOf("gone", List.of(Value.of("x"))).holds(AT)).isFalse();
        assertThat(Condition.lessThan("gone", 1e9).holds(AT)).isFalse();
    }

    @Test
    void compositionsAndParents() {
        Condition both = Condition.all(Condition.equal("k", "mid"), Condition.greaterThan("x", 2));
        Condition either = Condition.any(Condition.equal("k", "low"), Condition.greaterThan("x", 2));
        assertThat(both.holds(AT)).isTrue();
        assertThat(either.holds(AT)).isTrue();
        assertThat(Condition.all(both, Condition.equal("k", "low")).holds(AT)).isFalse();
        assertThat(Condition.any().holds(AT)).isFalse();
        assertThat(Condition.all().holds(AT)).isTrue();
        assertThat(Condition.all(both, Condition.equal("n", Value.of(1L))).parents()).containsExactlyInAnyOrder("k", "x", "n");
        assertThat(both.text()).contains("k = mid", " and ", "x between 2.0");
        assertThat(either.text()).contains(" or ");
        assertThat(Condition.in("k", "low", "mid").text()).isEqualTo("k in [low, mid]");
    }
}
