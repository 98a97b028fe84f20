package org.optbench.tasks.synthetic.combinatorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Task;
import org.optbench.tasks.synthetic.TaskRunner;

class CombinatorialTest {

    static final List<String> PBO = PboProblem.NAMES;

    /** Optima by equation or table agree with enumeration of all strings. */
    @ParameterizedTest
    @FieldSource("PBO")
    void knownOptimumIsTheEnumeratedOne(String name) {
        for (int n : new int[]{9, 10, 15, 16}) {
            if (PboProblem.hasSize(name, n)) {
                for (int instance = 1; instance <= 2; instance++) {
                    PboProblem problem = new PboProblem(name, n, instance);
                    assertThat(problem.knownOptimum().orElseThrow()).as("%s n%d", name, n).isCloseTo(problem.enumerated(), within(1e-12));
                }
            }
        }
    }

    @Test
    void firstInstanceIsTheDefinition() {
        int[] ones = new int[20];
        Arrays.fill(ones, 1);
        assertThat(new PboProblem("onemax", 20, 1).value(ones)).isEqualTo(20.0);
        ones[7] = 0;
        assertThat(new PboProblem("leadingones", 20, 1).value(ones)).isEqualTo(7.0);
        assertThat(new PboProblem("linear", 20, 1).value(ones)).isEqualTo(210.0 - 8.0);
        assertThat(new PboProblem("trap", 20, 1).value(ones)).isEqualTo(3.0);
        assertThat(new PboProblem("ising-ring", 20, 1).value(ones)).isEqualTo(18.0);
    }

    /** The Barker sequence of length 13 has energy 6. */
    @Test
    void barkerSequenceHasItsEnergy() {
        int[] barker = {1, 1, 1, 1, 1, 0, 0, 1, 1, 0, 1, 0, 1};
        assertThat(new PboProblem("labs", 13, 1).value(barker)).isEqualTo(169.0 / 12.0);
    }

    @Test
    void instancesDiffer() {
        int[] zeros = new int[64];
        Set<Double> values = new HashSet<>();
        for (int instance = 1; instance <= 10; instance++) {
            values.add(new PboProblem("linear", 64, instance).value(zeros));
        }
        assertThat(values).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({"knapsack1,12", "knapsack1,16", "independent-set,12", "independent-set,16"})
    void exactMethodsAgreeWithEnumeration(String name, int n) {
        for (int instance = 1; instance <= 3; instance++) {
            BitProblem problem = CombinatorialTaskProvider.bitProblem(name, n, instance);
            assertThat(problem.knownOptimum().orElseThrow()).isEqualTo(problem.enumerated());
        }
    }

    @Test
    void independentSetIsSolvedUpTo64Vertices() {
        double optimum = CombinatorialTaskProvider.bitProblem("independent-set", 64, 1).knownOptimum().orElseThrow();
        assertThat(optimum).isBetween(8.0, 30.0);
        assertThat(CombinatorialTaskProvider.bitProblem("independent-set", 65, 1).knownOptimum()).isEmpty();
    }

    /** Weights 3 and 4 of capacity 5 in the only scenario: taking both means returning the cheaper loss, 10 + 2. */
    @Test
    void robustKnapsackReturnsTheLeast() {
        RobustKnapsack problem = new RobustKnapsack(new int[]{10, 20}, new int[]{2, 3}, new int[][]{{3, 4}}, 5);
        assertThat(problem.value(new int[]{1, 1})).isEqualTo(30.0 - 12.0);
        assertThat(problem.value(new int[]{0, 1})).isEqualTo(20.0);
        assertThat(problem.optimum()).hasValue(20.0);
    }

    @Test
    void nkLandscapeAveragesItsTable() {
        RandomBitProblems.NkLandscape problem = new RandomBitProblems.NkLandscape(new int[][]{{0, 1}, {1, 0}},
                new double[][]{{0.1, 0.2, 0.3, 0.4}, {0.5, 0.6, 0.7, 0.8}});
        assertThat(problem.value(new int[]{1, 0})).isCloseTo((0.3 + 0.6) / 2.0, within(1e-15));
        assertThat(problem.optimum().orElseThrow()).isCloseTo((0.4 + 0.8) / 2.0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 7, 8})
    void heldKarpAgreesWithEnumeration(int n) {
        OrderProblem problem = OrderProblem.TravellingSalesman.create(n, 4);
        assertThat(problem.optimum().orElseThrow()).isCloseTo(problem.enumerated(), within(1e-12));
    }

    /** Johnson's rule example: jobs (machine 1, machine 2, then nothing) of a hand-made shop. */
    @Test
    void flowShopAddsUpTheLongestPath() {
        OrderProblem shop = new OrderProblem.FlowShop(new int[][]{{3, 2, 0, 0, 0}, {1, 4, 0, 0, 0}});
        assertThat(shop.value(new int[]{0, 1})).isEqualTo(9.0);
        assertThat(shop.value(new int[]{1, 0})).isEqualTo(7.0);
        assertThat(shop.optimum()).hasValue(7.0);
    }

    @Test
    void qapMultipliesFlowsAndDistances() {
        OrderProblem qap = new OrderProblem.QuadraticAssignment(new int[][]{{0, 5}, {5, 0}}, new int[][]{{0, 3}, {3, 0}});
        assertThat(qap.value(new int[]{1, 0})).isEqualTo(30.0);
    }

    @Test
    void tasksReadOrdersAndBits() {
        Task tsp = TaskRunner.open("combinatorial/tsp/n7/i1");
        Configuration tour = Configuration.of(Map.of("order", Value.of(IntStream.range(0, 7).boxed().toList())));
        double length = OrderProblem.TravellingSalesman.create(7, 1).value(new int[]{0, 1, 2, 3, 4, 5, 6});
        assertThat(TaskRunner.value(tsp, tour, 1)).isEqualTo(length).isGreaterThanOrEqualTo(tsp.problem().objective().optimum().orElseThrow());
        Task knapsack = TaskRunner.open("combinatorial/knapsack2/n10/i1");
        assertThat(knapsack.problem().constraints()).hasSize(2);
        assertThat(TaskRunner.value(knapsack, knapsack.problem().space().defaults(), 1)).isNotNegative();
    }
}
