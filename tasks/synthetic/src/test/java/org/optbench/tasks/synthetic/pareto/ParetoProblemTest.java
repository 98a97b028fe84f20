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
import org.junit.jupiter.params.provider.EnumSource;
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
        return ParetoFamily.families().map(family -> family.maker().make(family.sizes().getFirst()));
    }

    @ParameterizedTest
    @MethodSource("smallest")
    void frontIsNonDominatedAndWithinTheReferencePoint(ParetoProblem problem) {
        double[][] front = problem.front(60);
        assertThat(front).as(problem.name()).isNotEmpty();
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

    static Stream<ParetoProblem> dascmop() {
        return smallest().filter(problem -> problem instanceof DascmopProblem);
    }

    /** A finer sample of feasible points around the Pareto set must not dominate the front either. */
    @ParameterizedTest
    @MethodSource("dascmop")
    void noPointNearTheParetoSetOfDascmopDominatesTheFront(ParetoProblem problem) {
        double[][] front = problem.front(100);
        Random random = new Random(11);
        double[] f = new double[problem.objectives()];
        double[] g = new double[problem.constraints()];
        int feasible = 0;
        for (int trial = 0; trial < 2000; trial++) {
            double[] position = random.doubles(problem.objectives() - 1).toArray();
            double[] x = ((DascmopProblem) problem).withDistance(position, random.nextDouble() * 2.0);
            problem.evaluate(x, f, g);
            if (Arrays.stream(g).allMatch(v -> v <= 0.0)) {
                feasible++;
                double[] slack = Arrays.stream(f).map(v -> v + 1e-7).toArray();
                assertThat(Arrays.stream(front).anyMatch(p -> Fronts.dominates(slack, p))).as(problem.name()).isFalse();
            }
        }
        assertThat(feasible > 0 || problem.name().matches("dascmop\\d-1[3-6]")).as("feasible samples of %s", problem.name()).isTrue();
    }

    /**
     * Least and greatest values of the objectives on the stored fronts. Welded beam: the cheapest design costs 2.381 (Ray, Liew 2002; Deb 2001), the stiffest
     * bends by 2.1952 / (5 * 10^3); Kursawe: -20 at the origin.
     */
    @ParameterizedTest
    @CsvSource({"kursawe,2,3,0,-20.0,1e-12", "welded-beam,2,4,0,2.3812,1e-3", "welded-beam,2,4,1,0.00043904,1e-9"})
    void storedFrontReachesItsKnownEnds(String name, int objectives, int dimension, int objective, double least, double tolerance) {
        double[][] front = ParetoTaskProvider.problem(name, objectives, dimension).orElseThrow().front(500);
        assertThat(front.length).isGreaterThan(300);
        assertThat(Arrays.stream(front).mapToDouble(f -> f[objective]).min().orElseThrow()).isCloseTo(least, within(tolerance));
    }

    /** Small steps from the stored optima must not lead to points that are better in every objective by more than 0.1 % of the front's width. */
    @ParameterizedTest
    @EnumSource(value = DesignProblem.class, names = {"KURSAWE", "WELDED_BEAM", "CARSIDE"})
    void noStepFromAStoredOptimumDominatesTheFront(DesignProblem design) {
        ParetoProblem problem = design.problem();
        double[][] optima = design.optima(300);
        double[][] front = problem.front(300);
        double[] slack = new double[problem.objectives()];
        for (int j = 0; j < slack.length; j++) {
            int objective = j;
            var range = Arrays.stream(front).mapToDouble(p -> p[objective]).summaryStatistics();
            slack[j] = 1e-3 * (range.getMax() - range.getMin());
        }
        Random random = new Random(5);
        double[] f = new double[problem.objectives()];
        double[] g = new double[problem.constraints()];
        for (int trial = 0; trial < 20_000; trial++) {
            double[] x = optima[trial % optima.length].clone();
            double step = Math.pow(10.0, -1.0 - 3.0 * random.nextDouble());
            for (int i = 0; i < x.length; i++) {
                double width = problem.upper()[i] - problem.lower()[i];
                x[i] = Math.clamp(x[i] + step * width * random.nextGaussian(), problem.lower()[i], problem.upper()[i]);
            }
            problem.evaluate(x, f, g);
            if (Arrays.stream(g).allMatch(v -> v <= 0.0)) {
                for (int j = 0; j < f.length; j++) {
                    f[j] += slack[j];
                }
                assertThat(Arrays.stream(front).anyMatch(p -> Fronts.dominates(f, p))).as("step from an optimum of %s", design).isFalse();
            }
        }
    }

    @Test
    void everyPrefixOfTheSpreadOrderCoversTheEnds() {
        double[][] line = new double[101][];
        Arrays.setAll(line, i -> new double[]{(i * 37) % 101, -((i * 37) % 101)});
        int[] order = Fronts.spread(line, 5);
        assertThat(Arrays.stream(order).mapToObj(i -> line[i][0])).containsExactly(0.0, 100.0, 50.0, 25.0, 75.0);
        assertThat(Fronts.spread(new double[][]{{1, 2}, {1, 2}}, 2)).hasSize(1);
        assertThat(Fronts.spread(new double[0][], 2)).isEmpty();
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
