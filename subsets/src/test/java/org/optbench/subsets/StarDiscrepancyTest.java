package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StarDiscrepancyTest {

    /** Values by three independent programs, among them Wahlstrom's C implementation of Dobkin, Eppstein and Mitchell. */
    @ParameterizedTest
    @CsvSource({"2, 10, .2666666667", "2, 20, .1476851852", "2, 50, .0710493827", "2, 100, .0502391976", "2, 200, .0241280864",
            "3, 10, .3466666667", "3, 20, .2078703704", "3, 50, .1047129630", "3, 100, .0652777778", "3, 200, .0386111111", "4, 10, .44",
            "4, 20, .2828798186", "4, 50, .1282539683", "4, 100, .0816047943", "4, 200, .0551199924", "5, 10, .4909090909",
            "5, 20, .3573386931", "5, 50, .1885563114", "5, 100, .1125777253", "5, 200, .0760843668", "6, 10, .6083916084",
            "6, 20, .4396960183", "6, 50, .2280634921", "6, 100, .1508320793", "6, 200, .0847057841"})
    void halton(int d, int n, double expected) {
        Discrepancy found = StarDiscrepancy.exact(TestPoints.halton(n, d));
        assertThat(found.upper()).isCloseTo(expected, within(1.01e-10));
        assertThat(found.exact()).isTrue();
        assertThat(found.witness().discrepancy()).isCloseTo(found.upper(), within(1e-12));
    }

    /** Same three programs, on stored Sobol' points; the last is a published subset of 100 black-box tasks (published as 0.797227). */
    @ParameterizedTest
    @CsvSource({"sob_3_50.txt, .097075", "sob_3_100.txt, .060575", "sob_4_50.txt, .134218", "sob_5_50.txt, .165488",
            "sob_6_50.txt, .225548", "bbv2_test100.txt, .797226681"})
    void stored(String file, double expected) {
        double tolerance = file.startsWith("sob") ? 5.01e-7 : 5.01e-10;
        assertThat(StarDiscrepancy.exact(TestPoints.shared(file)).upper()).isCloseTo(expected, within(tolerance));
    }

    @Test
    void agreesWithBruteForceOnRandomSetsWithTiesZerosAndOnes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int rep = 0; rep < 900; rep++) {
            int d = 1 + random.nextInt(5);
            int n = 1 + random.nextInt(new int[]{30, 20, 10, 7, 5}[d - 1]);
            double[][] x = TestPoints.random(random, n, d, random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(6));
            double expected = StarDiscrepancy.exact(x, Discrepancy.Method.GRID).upper();
            Discrepancy found = StarDiscrepancy.exact(x);
            assertThat(found.upper()).as("set %s: %s", rep, Arrays.deepToString(x)).isCloseTo(expected, within(1e-12));
            assertThat(found.exact()).as("witness of set %s: %s", rep, Arrays.deepToString(x)).isTrue();
            assertThat(StarDiscrepancy.exact(x, Discrepancy.Method.DOBKIN_EPPSTEIN_MITCHELL).upper())
                    .as("table, set %s: %s", rep, Arrays.deepToString(x)).isCloseTo(expected, within(1e-12));
        }
    }

    /** The plane has an algorithm of its own for few points. */
    @Test
    void slabsAgreeWithTheSweepOfThePlane() {
        SplittableRandom random = new SplittableRandom(17);
        SlabSearch search = new SlabSearch(2);
        for (int rep = 0; rep < 300; rep++) {
            int n = 1 + random.nextInt(60);
            double[][] x = TestPoints.random(random, n, 2, random.nextInt(2) == 0 ? 0 : 7);
            search.load(x, Points.all(n), n);
            assertThat(search.maximum(0.0)).as("set %s", rep).isCloseTo(PlaneSweep.compute(x).upper(), within(1e-12));
        }
    }

    @Test
    void agreesWithTheTableAlgorithmOnLargerSets() {
        SplittableRandom random = new SplittableRandom(11);
        for (int rep = 0; rep < 40; rep++) {
            int d = 2 + random.nextInt(4);
            int n = 20 + random.nextInt(d < 4 ? 130 : 25);
            double[][] x = TestPoints.random(random, n, d, random.nextInt(2) == 0 ? 0 : 10);
            assertThat(StarDiscrepancy.exact(x).upper()).as("set %s, n %s, d %s", rep, n, d)
                    .isCloseTo(StarDiscrepancy.exact(x, Discrepancy.Method.DOBKIN_EPPSTEIN_MITCHELL).upper(), within(1e-12));
        }
    }

    @Test
    void onePoint() {
        double[][] x = {{0.3, 0.8, 0.5}};
        assertThat(StarDiscrepancy.exact(x).upper()).isCloseTo(1.0 - 0.3 * 0.8 * 0.5, within(1e-15));
        assertThat(StarDiscrepancy.exact(new double[][]{{0.9, 0.95}}).upper()).isCloseTo(0.95, within(1e-15));
    }

    @Test
    void allPointsAtTheFarCornerOrTheOrigin() {
        assertThat(StarDiscrepancy.exact(new double[][]{{1, 1, 1}, {1, 1, 1}}).upper()).isEqualTo(1.0);
        assertThat(StarDiscrepancy.exact(new double[][]{{0, 0, 0}, {0, 0, 0}}).upper()).isEqualTo(1.0);
    }

    @Test
    void cancelledSearchGivesALowerBound() {
        Discrepancy found = StarDiscrepancy.exact(TestPoints.halton(100, 4), Cancellation.after(Duration.ZERO));
        assertThat(found.completed()).isFalse();
        assertThat(found.upper()).isEqualTo(1.0);
        assertThat(found.lower()).isLessThanOrEqualTo(0.0816047944).isPositive();
    }

    @Test
    void cornerBoundsEncloseTheValueAndMeetIt() {
        SplittableRandom random = new SplittableRandom(3);
        for (int rep = 0; rep < 60; rep++) {
            int d = 1 + random.nextInt(3);
            double[][] x = TestPoints.random(random, 1 + random.nextInt(12), d, random.nextInt(2) == 0 ? 0 : 4);
            double expected = StarDiscrepancy.exact(x).upper();
            List<double[]> seen = new ArrayList<>();
            Discrepancy found = StarDiscrepancy.bounds(x, 0.0, Cancellation.NEVER, (l, u) -> seen.add(new double[]{l, u}));
            assertThat(found.upper()).isCloseTo(expected, within(1e-12));
            assertThat(found.lower()).isCloseTo(expected, within(1e-12));
            assertThat(seen).allSatisfy(b -> {
                assertThat(b[0]).isLessThanOrEqualTo(expected + 1e-12);
                assertThat(b[1]).isGreaterThanOrEqualTo(expected - 1e-12);
            });
        }
        Discrepancy rough = StarDiscrepancy.bounds(TestPoints.halton(200, 3), 0.02, Cancellation.NEVER, BoundListener.NONE);
        assertThat(rough.gap()).isLessThanOrEqualTo(0.02 + 1e-12);
        assertThat(rough.lower()).isLessThanOrEqualTo(0.0386111112);
        assertThat(rough.upper()).isGreaterThanOrEqualTo(0.0386111111);
    }

    @Test
    void weightsCountLikeRepeatedPoints() {
        double[][] x = {{0.2, 0.7}, {0.6, 0.1}, {0.9, 0.8}};
        double[][] repeated = {{0.2, 0.7}, {0.2, 0.7}, {0.2, 0.7}, {0.6, 0.1}, {0.9, 0.8}, {0.9, 0.8}};
        Discrepancy found = StarDiscrepancy.weighted(x, new double[]{3, 1, 2}, 0.0, Cancellation.NEVER, BoundListener.NONE);
        assertThat(found.upper()).isCloseTo(StarDiscrepancy.exact(repeated).upper(), within(1e-12));
    }

    @Test
    void productWeightsSelectProjections() {
        double[][] x = TestPoints.halton(30, 3);
        assertThat(StarDiscrepancy.productWeighted(x, new double[]{1, 1, 1})).isCloseTo(StarDiscrepancy.exact(x).upper(), within(1e-12));
        double[][] first = Arrays.stream(x).map(p -> new double[]{p[0]}).toArray(double[][]::new);
        assertThat(StarDiscrepancy.productWeighted(x, new double[]{1, 0, 0}))
                .isCloseTo(StarDiscrepancy.exact(first).upper(), within(1e-12));
    }

    @Test
    void thresholdAcceptingStaysBelowAndComesClose() {
        for (int d : new int[]{3, 5}) {
            double[][] x = TestPoints.halton(50, d);
            double exact = StarDiscrepancy.exact(x).upper();
            Discrepancy found = StarDiscrepancy.thresholdAccepting(x, 20_000, 5);
            assertThat(found.lower()).isLessThanOrEqualTo(exact + 1e-12).isGreaterThan(0.9 * exact);
            assertThat(found.upper()).isEqualTo(1.0);
            assertThat(found.witness().discrepancy()).isCloseTo(Box.of(found.witness().corner(), found.witness().closed(), x).discrepancy(),
                    within(1e-12));
        }
    }

    @Test
    void refusesWhatIsNotAPointSet() {
        assertThatIllegalArgumentException().isThrownBy(() -> StarDiscrepancy.exact(new double[0][])).withMessageContaining("0 rows");
        assertThatIllegalArgumentException().isThrownBy(() -> StarDiscrepancy.exact(new double[][]{{0.1, 1.5}}))
                .withMessageContaining("points[0][1] is 1.5").withMessageContaining("Maybe");
        assertThatIllegalArgumentException().isThrownBy(() -> StarDiscrepancy.exact(new double[][]{{0.1, Double.NaN}}))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException().isThrownBy(() -> StarDiscrepancy.exact(new double[][]{{0.1, 0.2}, {0.1}}))
                .withMessageContaining("points[1] has 1 columns");
    }
}
