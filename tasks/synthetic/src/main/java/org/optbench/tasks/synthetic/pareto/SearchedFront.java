package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.random.RandomStreams;
import org.optbench.tasks.synthetic.function.Draws;

/**
 * An approximation of a Pareto front by search, for problems without a closed form: an archive of non-dominated feasible points is grown by differences
 * of its members and small steps, and thinned where it is dense. The same call gives the same front.
 */
final class SearchedFront {

    private static final int SAMPLES = 20_000;
    private static final int STEPS = 100_000;

    private final ParetoProblem problem;
    private final int capacity;
    private final RandomGenerator random;
    private final double[] lower;
    private final double[] upper;
    private final List<Member> archive = new ArrayList<>();

    private record Member(double[] x, double[] f) {
    }

    private SearchedFront(ParetoProblem problem, int points) {
        this.problem = problem;
        this.capacity = Math.min(2 * points, 300);
        this.random = RandomStreams.of("front of " + problem.name()).stream("search");
        this.lower = problem.lower();
        this.upper = problem.upper();
    }

    /** About the wanted number of points, array shape {@code [n][objectives]}; takes some tenths of a second. */
    static double[][] of(ParetoProblem problem, int points) {
        SearchedFront search = new SearchedFront(problem, points);
        for (int i = 0; i < SAMPLES; i++) {
            search.offer(search.sample());
        }
        for (int i = 0; i < STEPS && !search.archive.isEmpty(); i++) {
            search.offer(search.vary(1.0 - i / (double) STEPS));
        }
        search.thin(points);
        return Fronts.nonDominated(search.archive.stream().map(Member::f).toArray(double[][]::new));
    }

    private double[] sample() {
        double[] x = new double[lower.length];
        Arrays.setAll(x, i -> lower[i] + (upper[i] - lower[i]) * random.nextDouble());
        return x;
    }

    private double[] vary(double temperature) {
        double[] base = pick();
        double[] plus = pick();
        double[] minus = pick();
        double[] x = new double[base.length];
        double step = 0.1 * temperature * temperature * temperature + 1e-4;
        for (int i = 0; i < x.length; i++) {
            double moved = base[i] + 0.6 * (plus[i] - minus[i]);
            if (random.nextDouble() * x.length < 1.0) {
                moved += step * (upper[i] - lower[i]) * Draws.gaussian(random);
            }
            x[i] = Math.clamp(random.nextDouble() < 0.7 ? moved : base[i], lower[i], upper[i]);
        }
        return x;
    }

    private double[] pick() {
        return archive.get(random.nextInt(archive.size())).x();
    }

    private void offer(double[] x) {
        double[] f = new double[problem.objectives()];
        double[] g = new double[problem.constraints()];
        problem.evaluate(x, f, g);
        for (double v : g) {
            if (!(v <= 0.0)) {
                return;
            }
        }
        for (Member member : archive) {
            if (Fronts.dominates(member.f(), f) || Arrays.equals(member.f(), f)) {
                return;
            }
        }
        archive.removeIf(member -> Fronts.dominates(f, member.f()));
        archive.add(new Member(x, f));
        if (archive.size() > 2 * capacity) {
            thin(capacity);
        }
    }

    /** Keeps one member in each cell of a grid over the normalised objectives, as coarse as it takes, and the extremes. */
    private void thin(int size) {
        int m = problem.objectives();
        double[] least = new double[m];
        double[] width = new double[m];
        for (int i = 0; i < m; i++) {
            int objective = i;
            least[i] = archive.stream().mapToDouble(member -> member.f()[objective]).min().orElse(0.0);
            width[i] = archive.stream().mapToDouble(member -> member.f()[objective]).max().orElse(1.0) - least[i];
        }
        for (double cells = 4.0 * size; archive.size() > size && cells > 1.0; cells *= 0.8) {
            double count = cells;
            Set<List<Long>> taken = new HashSet<>();
            archive.removeIf(member -> !isExtreme(member.f(), least) && !taken.add(cell(member.f(), least, width, count)));
        }
    }

    private static List<Long> cell(double[] f, double[] least, double[] width, double cells) {
        return IntStream.range(0, f.length).mapToObj(i -> width[i] == 0.0 ? 0L : (long) (cells * (f[i] - least[i]) / width[i])).toList();
    }

    private static boolean isExtreme(double[] f, double[] least) {
        for (int i = 0; i < f.length; i++) {
            if (f[i] == least[i]) {
                return true;
            }
        }
        return false;
    }
}
