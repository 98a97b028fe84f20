package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetSelectionTest {

    /** Optima proven by a mixed-integer program (HiGHS) and by an independent branch and bound. */
    @ParameterizedTest
    @CsvSource({"2, 50, 5, .218402777778", "2, 50, 10, .136111111111", "2, 50, 20, .085069444444", "2, 50, 30, .067129629630",
            "2, 50, 40, .067129629630", "3, 24, 6, .291666666667", "3, 24, 12, .198518518519", "3, 24, 18, .166666666667",
            "3, 50, 40, .096981481481"})
    void provesHaltonOptima(int d, int n, int k, double expected) {
        proves(TestPoints.halton(n, d), k, expected);
    }

    /** Same sources; up to a few seconds each. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"10, .194629629630", "20, .127175925926", "25, .111944444444", "30, .100962962963"})
    void provesHaltonOptimaSlowly(int k, double expected) {
        proves(TestPoints.halton(50, 3), k, expected);
    }

    @ParameterizedTest
    @CsvSource({"20, .126464843750", "30, .098954264323", "40, .086889648438"})
    void provesSobolOptima(int k, double expected) {
        proves(TestPoints.shared("sob_3_50.txt"), k, expected);
    }

    @Tag("slow")
    @Test
    void provesSobolOptimumOfTen() {
        proves(TestPoints.shared("sob_3_50.txt"), 10, .192968750000);
    }

    private static void proves(double[][] points, int k, double expected) {
        Selection s = SubsetSelection.of(points).size(k).work(200_000).select();
        assertThat(s.value()).isCloseTo(expected, within(1e-11));
        assertThat(s.optimal()).isTrue();
        assertThat(StarDiscrepancy.exact(s.rows(points)).upper()).isCloseTo(s.value(), within(1e-12));
        assertThat(s.worst().discrepancy()).isCloseTo(s.value(), within(1e-12));
    }

    /** Values of the same local search in C after 10 s: 2 to 10 s here on an idle core. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"rnd_3_300.txt, 10, .18046", "rnd_3_300.txt, 30, .09059", "rnd_3_1000.txt, 10, .17050", "rnd_3_1000.txt, 30, .08742"})
    void reachesTheValuesOfThePoolSearch(String file, int k, double expected) {
        Selection s = SubsetSelection.of(TestPoints.shared(file)).size(k).strategy(SubsetSelection.Strategy.POOL).work(400_000).chains(2)
                .workers(2).select();
        assertThat(s.value()).isLessThanOrEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, .2", "60, .2", "100, .21"})
    void reachesTheOptimaOfTheRealMatrix(int k, double expected) {
        double[][] x = TestPoints.shared("dfcrit_log.txt");
        Selection s = SubsetSelection.of(x).size(k).work(4_000).select();
        assertThat(s.value()).isCloseTo(expected, within(1e-9));
    }

    @Test
    void findsTheBestOfAllSubsetsWithTiesAndConstraints() {
        SplittableRandom random = new SplittableRandom(5);
        for (int rep = 0; rep < 60; rep++) {
            int n = 5 + random.nextInt(7);
            int k = 1 + random.nextInt(n);
            int d = 2 + random.nextInt(2);
            double[][] x = TestPoints.random(random, n, d, random.nextInt(2) == 0 ? 0 : 3);
            int in = random.nextInt(n);
            int out = (in + 1 + random.nextInt(n - 1)) % n;
            boolean constrained = k < n && rep % 2 == 0;
            double[] cost = random.doubles(n).toArray();
            double budget = constrained ? 0.4 * n : Double.POSITIVE_INFINITY;
            double expected = bruteForce(x, k, constrained ? in : -1, constrained ? out : -1, cost, budget);
            SubsetSelection selection = SubsetSelection.of(x).size(k).work(5_000).seed(rep);
            if (constrained) {
                selection = selection.include(in).exclude(out).budget(cost, budget);
            }
            if (expected == Double.POSITIVE_INFINITY) {
                assertThatIllegalArgumentException().isThrownBy(selection::select).withMessageContaining("budget");
                continue;
            }
            Selection s = selection.select();
            assertThat(s.value()).as("case %s n %s k %s d %s", rep, n, k, d).isCloseTo(expected, within(1e-9));
            assertThat(s.optimal()).as("case %s n %s k %s d %s", rep, n, k, d).isTrue();
            assertThat(s.size()).isEqualTo(k);
            assertThat(Arrays.stream(s.indices()).distinct().count()).isEqualTo(k);
            if (constrained) {
                assertThat(s.indices()).contains(in).doesNotContain(out);
                assertThat(Arrays.stream(s.indices()).mapToDouble(i -> cost[i]).sum()).isLessThanOrEqualTo(budget + 1e-9);
            }
        }
    }

    private static double bruteForce(double[][] x, int k, int in, int out, double[] cost, double budget) {
        double best = Double.POSITIVE_INFINITY;
        for (int m = 0; m < 1 << x.length; m++) {
            int mask = m;
            int[] s = IntStream.range(0, x.length).filter(i -> (mask >> i & 1) == 1).toArray();
            boolean admissible = s.length == k && (in < 0 || (m >> in & 1) == 1) && (out < 0 || (m >> out & 1) == 0)
                    && Arrays.stream(s).mapToDouble(i -> cost[i]).sum() <= budget;
            if (admissible) {
                best = Math.min(best, StarDiscrepancy.exact(Arrays.stream(s).mapToObj(i -> x[i]).toArray(double[][]::new)).upper());
            }
        }
        return best;
    }

    @Test
    void fixedWorkGivesTheSameResultOnAnyNumberOfThreads() {
        double[][] x = TestPoints.random(new SplittableRandom(9), 120, 3, 0);
        SubsetSelection selection = SubsetSelection.of(x).size(12).chains(3).work(2_000).seed(4);
        Selection one = selection.workers(1).select();
        Selection three = selection.workers(3).select();
        assertThat(three.indices()).isEqualTo(one.indices());
        assertThat(three.lowerBound()).isEqualTo(one.lowerBound());
        assertThat(three.effort().decisions()).isEqualTo(one.effort().decisions());
    }

    @Test
    void beatsTheBaselines() {
        double[][] x = TestPoints.random(new SplittableRandom(1), 200, 3, 0);
        SubsetSelection selection = SubsetSelection.of(x).size(15).work(3_000);
        double pool = selection.strategy(SubsetSelection.Strategy.POOL).select().value();
        double swap = selection.strategy(SubsetSelection.Strategy.WORST_BOX_SWAP).select().value();
        double random = selection.strategy(SubsetSelection.Strategy.RANDOM).select().value();
        assertThat(pool).isLessThan(swap);
        assertThat(swap).isLessThan(random);
    }

    @Test
    void curveHasDisjointSplitsAndBoundsBelowValues() {
        double[][] x = TestPoints.random(new SplittableRandom(6), 60, 3, 0);
        SubsetCurve curve = SubsetCurve.compute(SubsetSelection.of(x).work(600), 5, 8, List.of("dev", "test"));
        assertThat(curve.points()).hasSize(4);
        for (SubsetCurve.At at : curve.points()) {
            Set<Integer> members = new HashSet<>();
            for (Selection s : at.selections()) {
                assertThat(s.size()).isEqualTo(at.size());
                assertThat(s.lowerBound()).isLessThanOrEqualTo(s.value());
                Arrays.stream(s.indices()).forEach(members::add);
            }
            assertThat(members).hasSize(2 * at.size());
        }
        assertThat(curve.points()).allSatisfy(p -> assertThat(p.total()).isGreaterThanOrEqualTo(curve.smallestTotal().total() - 1e-12));
    }

    @Test
    void timeLimitEndsTheSearchWithAValidResult() {
        double[][] x = TestPoints.random(new SplittableRandom(8), 400, 3, 0);
        Selection s = SubsetSelection.of(x).size(20).time(Duration.ofMillis(300)).select();
        assertThat(s.size()).isEqualTo(20);
        assertThat(s.lowerBound()).isPositive().isLessThanOrEqualTo(s.value());
        assertThat(s.history()).isNotEmpty();
    }

    @Test
    void aSearchThatIsCancelledAtOnceStillReturnsASubset() {
        double[][] x = TestPoints.random(new SplittableRandom(8), 100, 3, 0);
        Selection s = SubsetSelection.of(x).size(7).include(3).cancellation(() -> true).select();
        assertThat(s.indices()).hasSize(7).contains(3).doesNotHaveDuplicates();
        assertThat(s.lowerBound()).isPositive().isLessThanOrEqualTo(s.value());
    }

    @Test
    void refusesImpossibleRequests() {
        double[][] x = TestPoints.halton(10, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> SubsetSelection.of(x).size(11)).withMessageContaining("11 of 10");
        assertThatIllegalArgumentException().isThrownBy(() -> SubsetSelection.of(x).include(10)).withMessageContaining("position 10");
        assertThatIllegalArgumentException().isThrownBy(() -> SubsetSelection.of(x).size(2).include(1).exclude(1).select())
                .withMessageContaining("both included and excluded");
        assertThatIllegalArgumentException().isThrownBy(() -> SubsetSelection.of(x).size(1).include(1, 2).select())
                .withMessageContaining("2 points are included");
    }
}
