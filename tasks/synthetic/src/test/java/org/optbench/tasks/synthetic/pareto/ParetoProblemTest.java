package org.optbench.tasks.synthetic.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.optbench.tasks.synthetic.ReferenceFiles;
import org.optbench.tasks.synthetic.classic.ClassicFunction;
import org.optbench.tasks.synthetic.pareto.ParetoFamily.Size;

class ParetoProblemTest {

    /** Every row of values computed with pymoo, single-objective problems included; DAS-CMOP7 was taken at difficulty 1. */
    @Test
    void reproducesPymoo() {
        List<String> lines = ReferenceFiles.lines("pymoo_vectors.csv");
        assertThat(lines).hasSize(130);
        for (String line : lines) {
            String[] part = line.split(";", -1);
            double[] x = ReferenceFiles.numbers(part[3]);
            double[] f = ReferenceFiles.numbers(part[4]);
            double[] g = ReferenceFiles.numbers(part[5]);
            if (f.length == 1) {
                agree(part[0], new double[]{ClassicFunction.valueOf(part[0].toUpperCase(Locale.ROOT)).value(x)}, f);
                continue;
            }
            String name = part[0].equals("dascmop7") ? "dascmop7-1" : part[0].replace('_', '-');
            ParetoProblem problem = ParetoTaskProvider.problem(name, f.length, x.length).orElseThrow();
            double[] actual = new double[f.length];
            double[] constraints = new double[problem.constraints()];
            problem.evaluate(x, actual, constraints);
            agree(part[0], actual, f);
            agree(part[0] + " constraints", constraints, g);
        }
    }

    private static void agree(String what, double[] actual, double[] expected) {
        assertThat(actual).as(what).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as(what).isCloseTo(expected[i], within(1e-9 * Math.max(1.0, Math.abs(expected[i]))));
        }
    }

    static Stream<ParetoProblem> smallest() {
        return ParetoFamily.families().filter(family -> !family.group().equals("das-cmop") || family.name().endsWith("-16"))
                .map(family -> family.maker().make(family.sizes().getFirst()));
    }

    @ParameterizedTest
    @MethodSource("smallest")
    void frontIsNonDominatedAndWithinTheReferencePoint(ParetoProblem problem) {
        double[][] front = problem.front(60);
        assertThat(Fronts.nonDominated(front).length).as(problem.name()).isEqualTo(front.length);
        for (double[] f : front) {
            for (int i = 0; i < f.length; i++) {
                assertThat(f[i]).as("%s objective %d", problem.name(), i).isFinite().isLessThan(problem.referencePoint()[i]);
            }
        }
    }

    /** No random feasible point may dominate a point of the front by more than rounding. */
    @ParameterizedTest
    @MethodSource("smallest")
    void noRandomPointDominatesTheFront(ParetoProblem problem) {
        double[][] front = problem.front(60);
        Random random = new Random(7);
        double[] x = new double[problem.dimension()];
        double[] f = new double[problem.objectives()];
        double[] g = new double[problem.constraints()];
        for (int trial = 0; trial < 3000; trial++) {
            for (int i = 0; i < x.length; i++) {
                double u = random.nextDouble();
                x[i] = problem.lower()[i] + (problem.upper()[i] - problem.lower()[i]) * (problem.name().equals("zdt5") ? Math.rint(u) : u);
            }
            problem.evaluate(x, f, g);
            if (Arrays.stream(g).allMatch(v -> v <= 0.0)) {
                double[] slack = Arrays.stream(f).map(v -> v + 1e-7).toArray();
                assertThat(Arrays.stream(front).anyMatch(p -> Fronts.dominates(slack, p))).as(problem.name()).isFalse();
            }
        }
    }

    /** Fronts that have an equation. */
    @ParameterizedTest
    @CsvSource({"zdt1,2,30", "zdt2,2,30", "dtlz1,3,7", "dtlz2,3,12", "dtlz5,3,12", "wfg4,3,24", "wfg9,5,28", "c2dtlz2,3,12"})
    void frontSatisfiesItsEquation(String name, int objectives, int dimension) {
        for (double[] f : ParetoTaskProvider.problem(name, objectives, dimension).orElseThrow().front(100)) {
            double residual = switch (name) {
                case "zdt1" -> f[1] - (1.0 - Math.sqrt(f[0]));
                case "zdt2" -> f[1] - (1.0 - f[0] * f[0]);
                case "dtlz1" -> Arrays.stream(f).sum() - 0.5;
                case "wfg4", "wfg9" -> {
                    double sum = 0.0;
                    for (int i = 0; i < f.length; i++) {
                        sum += f[i] * f[i] / (4.0 * (i + 1) * (i + 1));
                    }
                    yield sum - 1.0;
                }
                default -> Arrays.stream(f).map(v -> v * v).sum() - 1.0;
            };
            assertThat(residual).as(name).isCloseTo(0.0, within(1e-12));
        }
    }

    /** At the optimal distance parameters the WFG problems lie on their fronts. */
    @Test
    void wfgAttainsItsFront() {
        double[] x = new double[24];
        for (int i = 0; i < x.length; i++) {
            x[i] = (i < 4 ? 0.3 : 0.35) * 2.0 * (i + 1);
        }
        double[] f = new double[3];
        ParetoTaskProvider.problem("wfg4", 3, 24).orElseThrow().evaluate(x, f, new double[0]);
        assertThat(f[0] * f[0] / 4.0 + f[1] * f[1] / 16.0 + f[2] * f[2] / 36.0).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void refusesSizesThatDoNotExist() {
        assertThat(ParetoTaskProvider.problem("zdt1", 3, 30)).isEmpty();
        assertThat(ParetoTaskProvider.problem("zdt5", 2, 81)).isEmpty();
        assertThat(ParetoTaskProvider.problem("wfg2", 2, 7)).isEmpty();
        assertThat(ParetoTaskProvider.problem("no-such", 2, 7)).isEmpty();
        assertThat(ParetoFamily.families()).allSatisfy(family -> assertThat(family.sizes()).allMatch((Size size) -> family.legal().test(size)));
    }

    @Test
    void nonDominatedKeepsTheFirstOfDuplicatesAndDropsTheRest() {
        double[][] points = {{1, 3}, {2, 2}, {2, 2}, {3, 1}, {3, 3}, {1, 4}};
        assertThat(Fronts.nonDominated(points)).isDeepEqualTo(new double[][]{{1, 3}, {2, 2}, {3, 1}});
    }
}
