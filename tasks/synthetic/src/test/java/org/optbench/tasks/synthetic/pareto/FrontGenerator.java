package org.optbench.tasks.synthetic.pareto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Writes the stored fronts of Kursawe, welded beam and car side impact: {@code java -cp ... org.optbench.tasks.synthetic.pareto.FrontGenerator FOLDER}, some minutes of
 * one core. A rough front by enumeration (Kursawe), by elimination of variables (welded beam) or from an evolved archive (car side impact) is polished point by
 * point with {@link EpsilonConstraint}.
 */
final class FrontGenerator {

    private static final int ROUGH = 1200;
    private static final int EVALUATIONS = 200_000;
    private static final int DEFLECTIONS = 800;
    private static final double STIFFEST = 2.1952 / 5000.0;
    private static final int GRID = 24;
    private static final int STARTS = 40;
    private static final int KURSAWE_GRID = 160;

    private FrontGenerator() {
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        write(folder, DesignProblem.KURSAWE, 500, kursawe());
        write(folder, DesignProblem.WELDED_BEAM, 500, weldedBeam());
        write(folder, DesignProblem.CARSIDE, 1000, evolve(DesignProblem.CARSIDE.problem()));
    }

    private static void write(Path folder, DesignProblem design, int points, List<double[]> rough) throws IOException {
        ParetoProblem problem = design.problem();
        double[] scale = widths(problem, rough);
        boolean negligible = design == DesignProblem.KURSAWE;
        List<double[]> polished = design == DesignProblem.WELDED_BEAM ? rough : rough.parallelStream().map(x -> {
            double[] limit = value(problem, x);
            boolean[] fixed = new boolean[x.length];
            for (int i = 0; i < fixed.length; i++) {
                fixed[i] = negligible && x[i] == 0.0;
            }
            return new EpsilonConstraint(problem, problem.objectives() - 1, limit, scale).solve(x, fixed);
        }).collect(Collectors.toCollection(ArrayList::new));
        List<double[]> rounded = nonDominated(problem, polished.stream().map(x -> rounded(problem, x)).toList());
        double[][] f = rounded.stream().map(x -> value(problem, x)).toArray(double[][]::new);
        List<String> lines = new ArrayList<>();
        lines.add("# Points of the Pareto set of " + design.id() + ", written by FrontGenerator.");
        for (int i : Fronts.spread(f, points)) {
            lines.add(Arrays.stream(rounded.get(i)).mapToObj(FrontGenerator::text).collect(Collectors.joining(",")));
        }
        Files.write(folder.resolve(design.id() + ".csv"), lines);
        System.getLogger("fronts").log(System.Logger.Level.INFO, design.id() + ": rough " + rough.size() + ", polished and non-dominated " + rounded.size()
                + ", widths " + Arrays.toString(scale) + ", largest gain " + gain(problem, rough, polished, scale));
    }

    private static String text(double v) {
        return v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v);
    }

    /** The largest improvement of the last objective by the polish, in widths of the front. */
    private static double gain(ParetoProblem problem, List<double[]> before, List<double[]> after, double[] scale) {
        int last = problem.objectives() - 1;
        double gain = 0.0;
        for (int i = 0; i < before.size(); i++) {
            gain = Math.max(gain, (value(problem, before.get(i))[last] - value(problem, after.get(i))[last]) / scale[last]);
        }
        return gain;
    }

    /** Nine decimals where that keeps the point feasible. */
    private static double[] rounded(ParetoProblem problem, double[] x) {
        double[] short9 = Arrays.stream(x).map(v -> Math.rint(v * 1e9) / 1e9).toArray();
        return feasible(problem, short9) ? short9 : x;
    }

    private static boolean feasible(ParetoProblem problem, double[] x) {
        double[] g = new double[problem.constraints()];
        problem.evaluate(x, new double[problem.objectives()], g);
        return Arrays.stream(g).allMatch(v -> v <= 0.0);
    }

    private static double[] value(ParetoProblem problem, double[] x) {
        double[] f = new double[problem.objectives()];
        problem.evaluate(x, f, new double[problem.constraints()]);
        return f;
    }

    private static double[] widths(ParetoProblem problem, List<double[]> x) {
        double[] widths = new double[problem.objectives()];
        for (int j = 0; j < widths.length; j++) {
            int objective = j;
            var statistics = x.stream().mapToDouble(v -> value(problem, v)[objective]).summaryStatistics();
            widths[j] = statistics.getMax() - statistics.getMin();
        }
        return widths;
    }

    private static List<double[]> nonDominated(ParetoProblem problem, List<double[]> x) {
        record Point(double[] x, double[] f) {
        }
        List<Point> all = new ArrayList<>(x.stream().map(v -> new Point(v, value(problem, v))).toList());
        all.sort((a, b) -> Arrays.compare(a.f, b.f));
        List<Point> kept = new ArrayList<>();
        for (Point p : all) {
            if (kept.stream().noneMatch(q -> Fronts.dominates(q.f, p.f) || Arrays.equals(q.f, p.f))) {
                kept.add(p);
            }
        }
        return kept.stream().map(Point::x).toList();
    }

    /**
     * The first objective grows with every |x_i|, and the second is smallest at {@code -|x_i|} or 0 with least values at |x_i| = 0 and on one interval behind
     * it: only there can optima lie.
     */
    private static List<double[]> kursawe() {
        ParetoProblem problem = DesignProblem.KURSAWE.problem();
        double lowest = 0.0;
        List<Double> worth = new ArrayList<>(List.of(0.0));
        for (int i = 1; i <= 500_000; i++) {
            double a = i * 1e-5;
            double h = StrictMath.pow(a, 0.8) - 5.0 * Math.abs(StrictMath.sin(a * a * a));
            if (h < lowest) {
                lowest = h;
                worth.add(a);
            }
        }
        double from = worth.get(1);
        double to = worth.getLast();
        double[] grid = DoubleStream.concat(DoubleStream.of(0.0), DoubleStream.iterate(from, v -> v + (to - from) / KURSAWE_GRID).limit(KURSAWE_GRID + 1L))
                .toArray();
        List<double[]> candidates = new ArrayList<>();
        double[] least = ParetoProblem.filled(5_000, Double.POSITIVE_INFINITY);
        double[][] at = new double[least.length][];
        for (double a : grid) {
            for (double b : grid) {
                for (double c : grid) {
                    if (c >= a) {
                        double[] x = {-a, -b, -c};
                        double[] f = value(problem, x);
                        int cell = (int) ((f[0] + 20.0) * 250.0);
                        if (f[1] < least[cell]) {
                            least[cell] = f[1];
                            at[cell] = x;
                        }
                    }
                }
            }
        }
        Arrays.stream(at).filter(x -> x != null).map(x -> Arrays.stream(x).map(v -> v + 0.0).toArray()).forEach(candidates::add);
        return nonDominated(problem, candidates);
    }

    /**
     * The cheapest design for each of many deflections. A deflection gives b for every t; for h = s b the shortest weld l that holds follows by bisection, so
     * that a search over (t, s) is left, on a grid that closes in.
     */
    private static List<double[]> weldedBeam() {
        ParetoProblem problem = DesignProblem.WELDED_BEAM.problem();
        List<double[]> optima = new ArrayList<>();
        for (int i = 0; i <= DEFLECTIONS; i++) {
            double deflection = STIFFEST * StrictMath.pow(0.0165 / STIFFEST, i / (double) DEFLECTIONS);
            double[] low = {StrictMath.cbrt(2.1952 / deflection / 5.0), 0.0};
            double[] high = {10.0, 1.0};
            double[] best = {};
            double cost = Double.POSITIVE_INFINITY;
            for (int zoom = 0; zoom < 16; zoom++) {
                for (int a = 0; a <= GRID; a++) {
                    for (int b = 0; b <= GRID; b++) {
                        double t = low[0] + (high[0] - low[0]) * a / GRID;
                        double s = low[1] + (high[1] - low[1]) * b / GRID;
                        double[] x = beam(problem, deflection, t, s);
                        if (x.length > 0 && value(problem, x)[0] < cost) {
                            cost = value(problem, x)[0];
                            best = x;
                        }
                    }
                }
                if (best.length == 0) {
                    break;
                }
                double[] centre = {best[2], best[0] / best[3]};
                double[] floor = {StrictMath.cbrt(2.1952 / deflection / 5.0), 0.0};
                double[] ceiling = {10.0, 1.0};
                for (int j = 0; j < 2; j++) {
                    double half = (high[j] - low[j]) / 4.0;
                    low[j] = Math.max(floor[j], centre[j] - half);
                    high[j] = Math.min(ceiling[j], centre[j] + half);
                }
            }
            if (best.length > 0) {
                optima.add(best);
            }
        }
        return nonDominated(problem, optima);
    }

    /** The design of a deflection with bar height t and weld height s b; empty when there is none. */
    private static double[] beam(ParetoProblem problem, double deflection, double t, double s) {
        double b = Math.min(5.0, 2.1952 / (deflection * t * t * t) * (1.0 + 1e-13));
        double[] x = {s * b, 10.0, t, b};
        if (b < 0.125 || x[0] < 0.125 || !feasible(problem, x)) {
            return new double[0];
        }
        double low = 0.1;
        double high = 10.0;
        while (high - low > 1e-13 * high) {
            x[1] = 0.5 * (low + high);
            if (feasible(problem, x)) {
                high = x[1];
            } else {
                low = x[1];
            }
        }
        x[1] = high;
        return x;
    }

    /** The least value of each objective, from several starts. */
    private static List<double[]> extremes(ParetoProblem problem, Random random) {
        double[] lower = problem.lower();
        double[] upper = problem.upper();
        double[] none = ParetoProblem.filled(problem.objectives(), Double.POSITIVE_INFINITY);
        double[] scale = problem.referencePoint();
        List<double[]> found = new ArrayList<>();
        for (int start = 0; start < STARTS * scale.length; start++) {
            double[] x = new double[lower.length];
            Arrays.setAll(x, i -> lower[i] + (upper[i] - lower[i]) * random.nextDouble());
            double[] best = new EpsilonConstraint(problem, start % scale.length, none, scale).solve(x, new boolean[x.length]);
            if (feasible(problem, best)) {
                found.add(best);
            }
        }
        return found;
    }

    /** Non-dominated feasible points grown by differences of members and small steps, thinned where they are dense. */
    private static List<double[]> evolve(ParetoProblem problem) {
        Random random = new Random(1);
        double[] lower = problem.lower();
        double[] upper = problem.upper();
        List<double[]> archive = extremes(problem, random);
        List<double[]> fresh = new ArrayList<>();
        for (int e = 0; e < EVALUATIONS; e++) {
            double[] x = new double[lower.length];
            if (archive.size() < 4 || e % 50 == 0) {
                Arrays.setAll(x, i -> lower[i] + (upper[i] - lower[i]) * random.nextDouble());
            } else {
                double[] a = archive.get(random.nextInt(archive.size()));
                double[] b = archive.get(random.nextInt(archive.size()));
                double[] c = archive.get(random.nextInt(archive.size()));
                double step = StrictMath.pow(10.0, -1.0 - 4.0 * random.nextDouble());
                for (int i = 0; i < x.length; i++) {
                    double moved = a[i] + (random.nextBoolean() ? 0.6 * (b[i] - c[i]) : 0.0)
                            + (random.nextInt(3) == 0 ? step * (upper[i] - lower[i]) * random.nextGaussian() : 0.0);
                    x[i] = Math.clamp(moved, lower[i], upper[i]);
                }
            }
            if (feasible(problem, x)) {
                fresh.add(x);
            }
            if (fresh.size() >= ROUGH / 2 || archive.size() < 4 || e == EVALUATIONS - 1) {
                fresh.addAll(archive);
                List<double[]> front = nonDominated(problem, fresh);
                double[][] f = front.stream().map(v -> value(problem, v)).toArray(double[][]::new);
                archive = new ArrayList<>(Arrays.stream(Fronts.spread(f, ROUGH)).mapToObj(front::get).toList());
                fresh.clear();
            }
        }
        return archive;
    }
}
