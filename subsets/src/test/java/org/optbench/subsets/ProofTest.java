package org.optbench.subsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProofTest {

    /** Both proofs, on sets small enough to try all subsets: a target is refuted only when nothing is below it. */
    @Test
    void refutationsAreRightAndReachFar() {
        SplittableRandom random = new SplittableRandom(21);
        int reached = 0;
        for (int rep = 0; rep < 40; rep++) {
            int n = 8 + random.nextInt(5);
            int k = 2 + random.nextInt(n - 3);
            double[][] x = TestPoints.random(random, n, 2 + random.nextInt(2), rep % 2 == 0 ? 0 : 4);
            double optimum = optimum(x, k);
            SelectionProblem problem = new SelectionProblem(new PointSet(x), k, new boolean[n], new boolean[n], new double[0], 0.0);
            for (double factor : new double[]{0.7, 0.9, 1.0, 1.02, 1.1}) {
                double target = optimum * factor;
                BoxPool pool = new BoxPool(problem.points(), k, 1 << 20);
                pool.add(new double[x[0].length], true, new long[1]);
                ProofSearch.Answer answer = new ProofSearch(problem, pool, Cancellation.NEVER).search(target, 1_000_000);
                assertThat(answer).as("case %s factor %s", rep, factor)
                        .isEqualTo(factor > 1.0 ? ProofSearch.Answer.FOUND : ProofSearch.Answer.INFEASIBLE);
                boolean refuted = new RelaxedProof(problem, pool, Cancellation.NEVER).refutes(target, 300);
                if (factor > 1.0) {
                    assertThat(refuted).as("case %s factor %s", rep, factor).isFalse();
                } else if (factor == 0.7 && refuted) {
                    reached++;
                }
            }
        }
        assertThat(reached).isGreaterThan(20);
    }

    private static double optimum(double[][] x, int k) {
        double best = 1.0;
        for (int m = 0; m < 1 << x.length; m++) {
            if (Integer.bitCount(m) == k) {
                int mask = m;
                double[][] s = IntStream.range(0, x.length).filter(i -> (mask >> i & 1) == 1).mapToObj(i -> x[i]).toArray(double[][]::new);
                best = Math.min(best, StarDiscrepancy.exact(s).upper());
            }
        }
        return best;
    }

    /** Optima of the real matrix, first proven with HiGHS. About ten seconds of one idle core each for k = 60 and 100. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"10, .2", "60, .2", "100, .21"})
    void provesTheOptimaOfTheRealMatrix(int k, double expected) {
        Selection s = SubsetSelection.of(TestPoints.shared("dfcrit_log.txt")).size(k).work(1_000_000).workers(2).select();
        assertThat(s.value()).isLessThan(expected + 1e-9);
        assertThat(s.optimal()).isTrue();
        assertThat(Arrays.stream(s.indices()).distinct().count()).isEqualTo(k);
    }
}
