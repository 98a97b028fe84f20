package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.multiobjective.Generations.Member;

/**
 * Survivors by non-dominated rank, then so that every reference direction has its niche (Deb and Jain, IEEE TEC 18(4), 2014, algorithms 1 to 4), with
 * constraints as in part II of the paper. The ideal point and the extreme points are kept over the run.
 */
final class NichingSelection implements Generations.Selection {

    private static final double OFF_AXIS = 1e-6;
    private static final double LEAST_INTERCEPT = 1e-6;

    private final Archive archive;
    private final double[][] directions;
    private final RandomGenerator random;
    private double[] ideal = {};
    private List<Individual> extremes = List.of();

    NichingSelection(Archive archive, double[][] directions, RandomGenerator random) {
        this.archive = archive;
        this.directions = directions;
        this.random = random;
    }

    @Override
    public List<Member> survivors(List<Individual> individuals, int size) {
        List<Member> survivors = new ArrayList<>();
        List<Individual> ranked = new ArrayList<>();
        List<List<Individual>> fronts = Fronts.of(individuals, archive);
        for (int rank = 0; rank < fronts.size() && survivors.size() < size; rank++) {
            List<Individual> front = fronts.get(rank);
            boolean feasible = front.getFirst().feasible();
            ranked.addAll(front);
            // Among the feasible parents are drawn by lot, so that all have rank 0.
            int parentRank = feasible ? 0 : 1 + rank;
            if (survivors.size() + front.size() <= size) {
                front.forEach(individual -> survivors.add(new Member(individual, parentRank, 0)));
            } else if (feasible) {
                chooseByNiche(survivors, front, ranked, fronts.getFirst(), size);
            } else {
                front.subList(0, size - survivors.size()).forEach(individual -> survivors.add(new Member(individual, parentRank, 0)));
            }
        }
        return survivors;
    }

    private void chooseByNiche(List<Member> survivors, List<Individual> last, List<Individual> ranked, List<Individual> best, int size) {
        double[][] normalised = normalise(ranked, best);
        int taken = survivors.size();
        int[] niche = new int[ranked.size()];
        double[] distance = new double[ranked.size()];
        associate(normalised, niche, distance);
        int[] crowd = new int[directions.length];
        for (int i = 0; i < taken; i++) {
            crowd[niche[i]]++;
        }
        List<List<Integer>> waiting = new ArrayList<>();
        for (int d = 0; d < directions.length; d++) {
            waiting.add(new ArrayList<>());
        }
        for (int i = taken; i < ranked.size(); i++) {
            waiting.get(niche[i]).add(i);
        }
        for (int needed = size - taken; needed > 0; needed--) {
            int chosen = leastCrowded(crowd, waiting);
            int pick = pick(waiting.get(chosen), distance, crowd[chosen] == 0);
            survivors.add(new Member(last.get(pick - taken), 0, 0));
            crowd[chosen]++;
        }
    }

    private int leastCrowded(int[] crowd, List<List<Integer>> waiting) {
        int chosen = -1;
        int ties = 0;
        for (int d = 0; d < crowd.length; d++) {
            if (waiting.get(d).isEmpty()) {
                continue;
            }
            if (chosen < 0 || crowd[d] < crowd[chosen]) {
                chosen = d;
                ties = 1;
            } else if (crowd[d] == crowd[chosen] && random.nextInt(++ties) == 0) {
                chosen = d;
            }
        }
        return chosen;
    }

    /** Takes out the nearest to an empty niche, any other otherwise. */
    private int pick(List<Integer> waiting, double[] distance, boolean empty) {
        int at = random.nextInt(waiting.size());
        for (int i = 0; empty && i < waiting.size(); i++) {
            at = distance[waiting.get(i)] < distance[waiting.get(at)] ? i : at;
        }
        return waiting.remove(at);
    }

    private void associate(double[][] normalised, int[] niche, double[] distance) {
        for (int i = 0; i < normalised.length; i++) {
            distance[i] = Double.POSITIVE_INFINITY;
            for (int d = 0; d < directions.length; d++) {
                double along = 0;
                double square = 0;
                double length = 0;
                for (int j = 0; j < directions[d].length; j++) {
                    along += normalised[i][j] * directions[d][j];
                    square += normalised[i][j] * normalised[i][j];
                    length += directions[d][j] * directions[d][j];
                }
                double perpendicular = Math.max(0, square - along * along / length);
                if (perpendicular < distance[i]) {
                    distance[i] = perpendicular;
                    niche[i] = d;
                }
            }
        }
    }

    /** Objectives less the ideal point, in units of the intercepts of the plane through the extreme points. */
    private double[][] normalise(List<Individual> ranked, List<Individual> best) {
        Scaling range = Scaling.of(ranked);
        ideal = ideal.length == 0 ? range.ideal() : Scaling.ofVectors(new double[][]{ideal, range.ideal()}).ideal();
        // First into the box of this moment, in which nothing overflows.
        Scaling box = new Scaling(ideal, range.nadir());
        List<Individual> candidates = new ArrayList<>(extremes);
        candidates.addAll(best);
        extremes = extremes(candidates, box);
        double[] intercepts = intercepts(extremes.stream().map(e -> box.apply(e.objectives())).toArray(double[][]::new),
                Scaling.ofVectors(best.stream().map(b -> box.apply(b.objectives())).toArray(double[][]::new)).nadir());
        double[][] normalised = new double[ranked.size()][];
        for (int i = 0; i < normalised.length; i++) {
            normalised[i] = box.apply(ranked.get(i).objectives());
            for (int j = 0; j < intercepts.length; j++) {
                normalised[i][j] = Math.min(normalised[i][j] / intercepts[j], 1e100);
            }
        }
        return normalised;
    }

    /** For each axis the candidate of least achievement scalarising value along it. */
    private static List<Individual> extremes(List<Individual> candidates, Scaling box) {
        int m = candidates.getFirst().objectives().length;
        List<Individual> chosen = new ArrayList<>();
        for (int axis = 0; axis < m; axis++) {
            Individual best = candidates.getFirst();
            double least = Double.POSITIVE_INFINITY;
            for (Individual candidate : candidates) {
                double[] scaled = box.apply(candidate.objectives());
                double worst = 0;
                for (int j = 0; j < m; j++) {
                    worst = Math.max(worst, scaled[j] / (j == axis ? 1 : OFF_AXIS));
                }
                if (worst < least) {
                    least = worst;
                    best = candidate;
                }
            }
            chosen.add(best);
        }
        return chosen;
    }

    /** Where the plane through the points cuts the axes; the fallback where it does not, or beyond the box. */
    private static double[] intercepts(double[][] points, double[] fallback) {
        int m = fallback.length;
        double[] plane = solve(points);
        double[] intercepts = new double[m];
        boolean usable = plane.length == m;
        for (int j = 0; j < m; j++) {
            intercepts[j] = usable ? 1 / plane[j] : Double.NaN;
            usable &= intercepts[j] > LEAST_INTERCEPT && intercepts[j] <= 1 + LEAST_INTERCEPT;
        }
        for (int j = 0; j < m; j++) {
            intercepts[j] = usable ? intercepts[j] : fallback[j] > LEAST_INTERCEPT ? fallback[j] : 1;
        }
        return intercepts;
    }

    /** The x with {@code points x = 1}, by elimination with pivots; empty when there is none. */
    private static double[] solve(double[][] points) {
        int m = points.length;
        double[][] rows = new double[m][];
        for (int i = 0; i < m; i++) {
            rows[i] = Arrays.copyOf(points[i], m + 1);
            rows[i][m] = 1;
        }
        for (int k = 0; k < m; k++) {
            int pivot = k;
            for (int i = k + 1; i < m; i++) {
                pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
            }
            double[] swap = rows[k];
            rows[k] = rows[pivot];
            rows[pivot] = swap;
            if (!(Math.abs(rows[k][k]) > 1e-12)) {
                return new double[0];
            }
            for (int i = 0; i < m; i++) {
                double factor = i == k ? 0 : rows[i][k] / rows[k][k];
                for (int j = k; j <= m && factor != 0; j++) {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }
        double[] x = new double[m];
        for (int k = 0; k < m; k++) {
            x[k] = rows[k][m] / rows[k][k];
        }
        return x;
    }
}
