package org.optbench.optimizers.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.classic.GridSearch.Grid;

class GridTest {

    private static final SearchSpace TREE = SearchSpace.builder().add(CategoricalParameter.of("c", "a", "b"))
            .add(IntParameter.linear("n", 1, 3), Condition.equal("c", "a")).build();

    @Test
    void visitsAllCombinationsInOrder() {
        SearchSpace space = SearchSpace.of(FloatParameter.log("x", 1, 100), CategoricalParameter.of("c", "a", "b"));
        assertThat(all(new Grid(space, 3, false, 1))).extracting(Configuration::canonicalText).containsExactly("{\"c\":\"a\",\"x\":1.0}",
                "{\"c\":\"b\",\"x\":1.0}", "{\"c\":\"a\",\"x\":" + FloatParameter.log("x", 1, 100).fromUnit(0.5) + "}",
                "{\"c\":\"b\",\"x\":" + FloatParameter.log("x", 1, 100).fromUnit(0.5) + "}", "{\"c\":\"a\",\"x\":100.0}", "{\"c\":\"b\",\"x\":100.0}");
    }

    @Test
    void inactiveParametersDoNotMultiplyTheGrid() {
        assertThat(all(new Grid(TREE, 10, false, 1))).hasSize(4);
    }

    @Test
    void shuffledVisitsTheSameConfigurationsInAnotherOrder() {
        SearchSpace space = SearchSpace.of(IntParameter.linear("a", 0, 9), IntParameter.linear("b", 0, 6));
        Set<Configuration> plain = all(new Grid(space, 100, false, 1));
        Set<Configuration> shuffled = all(new Grid(space, 100, true, 5));
        assertThat(shuffled).hasSize(70).isEqualTo(plain);
        assertThat(shuffled.iterator().next()).isNotEqualTo(plain.iterator().next());
    }

    @Test
    void permutationsAreAllThereWhenTheyFit() {
        assertThat(all(new Grid(SearchSpace.of(new PermutationParameter("p", 4)), 100, false, 1))).hasSize(24);
    }

    @Test
    void levelsFollowTheBudget() {
        SearchSpace space = SearchSpace.of(FloatParameter.linear("x", 0, 1), FloatParameter.linear("y", 0, 1), CategoricalParameter.of("c", "a", "b"));
        assertThat(Grid.affordableLevels(space, 100)).isEqualTo(7);
        assertThat(Grid.affordableLevels(space, 1)).isEqualTo(1);
        assertThat(Grid.affordableLevels(space, Double.POSITIVE_INFINITY)).isEqualTo(5);
    }

    @Test
    void aGridBeyondCountingIsRefused() {
        SearchSpace space = SearchSpace.of(IntStream.range(0, 60).mapToObj(i -> FloatParameter.linear("x" + i, 0, 1)).toList());
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(space, 2, true, 1)).withMessageContaining("sobol");
    }

    @Test
    void aShuffleIsAPermutation() {
        for (long size : new long[]{1, 2, 3, 17, 64, 1000}) {
            Shuffle shuffle = new Shuffle(size, 42);
            Set<Long> images = new HashSet<>();
            for (long i = 0; i < size; i++) {
                images.add(shuffle.at(i));
            }
            assertThat(images).hasSize((int) size).allMatch(image -> image >= 0 && image < size);
        }
    }

    private static Set<Configuration> all(Grid grid) {
        Set<Configuration> all = new LinkedHashSet<>();
        for (Optional<Configuration> next = grid.next(); next.isPresent(); next = grid.next()) {
            assertThat(all.add(next.get())).isTrue();
        }
        return all;
    }
}
