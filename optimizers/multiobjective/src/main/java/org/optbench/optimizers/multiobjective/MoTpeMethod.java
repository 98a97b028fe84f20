package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.indicators.Hypervolume;
import org.optbench.optimizers.bayes.parzen.DensityRatio;

/**
 * Multi-objective tree-structured Parzen estimator: good are the first trials by non-dominated rank, of the front that does not fit those that add most
 * hypervolume one after the other; each weighs as much as the hypervolume it alone adds (Ozaki, Tanigaki, Watanabe, Nomura and Onishi, JAIR 73, 2022).
 * Constraints by domination; failed and pending trials count among the others.
 */
final class MoTpeMethod implements VectorOptimizer.Method {

    private static final int DISTINCT_TRIES = 5;
    private static final int FULL_WEIGHT = 25;
    private static final int MOST_EXACT = 4;
    private static final double REFERENCE = 1.1;
    private static final double LEAST_WEIGHT = 1e-2;

    private final Archive archive;
    private final DensityRatio ratio;
    private final double gamma;
    private final int most;
    private final boolean weighted;
    private final RandomGenerator random;

    /**
     * A run.
     *
     * @param gamma    part of the trials that count as good
     * @param most     most trials that do
     * @param weighted good trials weighted by their contribution
     */
    MoTpeMethod(Archive archive, DensityRatio ratio, double gamma, int most, boolean weighted, RandomGenerator random) {
        this.archive = archive;
        this.ratio = ratio;
        this.gamma = gamma;
        this.most = most;
        this.weighted = weighted;
        this.random = random;
    }

    @Override
    public double[] next(long tag) {
        List<Individual> valued = archive.valued();
        if (valued.size() < 2) {
            return archive.fresh(() -> archive.encoding().sample(random), random);
        }
        int wanted = Math.clamp((int) Math.ceil(gamma * valued.size()), 1, Math.min(most, valued.size() - 1));
        List<Individual> good = good(valued, wanted);
        boolean[] chosen = new boolean[archive.told().size()];
        good.forEach(individual -> chosen[individual.index()] = true);
        List<double[]> others = new ArrayList<>(valued.stream().filter(individual -> !chosen[individual.index()]).map(Individual::point).toList());
        double[] otherWeights = recent(others.size(), archive.failed().size() + archive.pending().size());
        others.addAll(archive.failed());
        others.addAll(archive.pending());
        double[] goodWeights = weights(good);
        List<double[]> goodPoints = good.stream().map(Individual::point).toList();
        double[] point = ratio.propose(goodPoints, goodWeights, others, otherWeights, random);
        for (int attempt = 0; attempt < DISTINCT_TRIES && !archive.allowed(point); attempt++) {
            point = ratio.propose(goodPoints, goodWeights, others, otherWeights, random);
        }
        double[] proposed = point;
        return archive.fresh(() -> proposed, random);
    }

    private List<Individual> good(List<Individual> valued, int wanted) {
        List<Individual> good = new ArrayList<>();
        for (List<Individual> front : Fronts.of(valued, archive)) {
            int room = wanted - good.size();
            good.addAll(front.size() <= room ? front : subset(front, room));
            if (good.size() == wanted) {
                break;
            }
        }
        return good;
    }

    /** Greedily those that add most hypervolume: at least 1 - 1/e of the best subset's. */
    private static List<Individual> subset(List<Individual> front, int size) {
        double[][] scaled = scaled(front);
        double[] corner = corner(scaled[0].length);
        List<Individual> chosen = new ArrayList<>();
        List<double[]> covered = new ArrayList<>();
        List<Integer> left = new ArrayList<>(IntStream.range(0, front.size()).boxed().toList());
        while (chosen.size() < size) {
            int best = 0;
            double most = -1;
            for (int k = 0; k < left.size(); k++) {
                covered.add(scaled[left.get(k)]);
                double volume = scaled[0].length <= MOST_EXACT ? Hypervolume.of(covered.toArray(double[][]::new), corner) : spread(covered);
                covered.removeLast();
                if (volume > most) {
                    most = volume;
                    best = k;
                }
            }
            int index = left.remove(best);
            chosen.add(front.get(index));
            covered.add(scaled[index]);
        }
        return chosen;
    }

    /** For many objectives: distance of the last from the others, and of the first from the worst corner. */
    private static double spread(List<double[]> points) {
        double[] last = points.getLast();
        double least = points.size() == 1 ? distance(last, corner(last.length)) : Double.POSITIVE_INFINITY;
        for (double[] other : points.subList(0, points.size() - 1)) {
            least = Math.min(least, distance(last, other));
        }
        return least;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    private double[] weights(List<Individual> good) {
        double[] weights = new double[good.size()];
        Arrays.fill(weights, 1);
        if (weighted && good.getFirst().feasible() && good.getFirst().objectives().length <= MOST_EXACT) {
            List<Individual> feasible = good.stream().filter(Individual::feasible).toList();
            double[][] scaled = scaled(feasible);
            double[] contributions = Hypervolume.contributions(scaled, corner(scaled[0].length));
            double largest = Arrays.stream(contributions).max().orElse(0);
            for (int i = 0; i < weights.length; i++) {
                double share = i < contributions.length && largest > 0 ? contributions[i] / largest : largest > 0 ? 0 : 1;
                weights[i] = Math.max(share, LEAST_WEIGHT);
            }
            double mean = Arrays.stream(weights).average().orElse(1);
            for (int i = 0; i < weights.length; i++) {
                weights[i] /= mean;
            }
        }
        return weights;
    }

    /** The latest 25 count fully, the older ones linearly less with their age; failed and pending ones fully. */
    private static double[] recent(int valued, int more) {
        double[] weights = new double[valued + more];
        Arrays.fill(weights, 1);
        int old = valued - FULL_WEIGHT;
        for (int i = 0; i < old; i++) {
            weights[i] = (i + 1.0) / old;
        }
        return weights;
    }

    private static double[][] scaled(List<Individual> front) {
        Scaling scaling = Scaling.of(front);
        return front.stream().map(individual -> scaling.apply(individual.objectives())).toArray(double[][]::new);
    }

    private static double[] corner(int objectives) {
        double[] corner = new double[objectives];
        Arrays.fill(corner, REFERENCE);
        return corner;
    }

    @Override
    public void tell(Individual individual) {
        // The densities are built when the next point is due.
    }

    @Override
    public List<Individual> population() {
        return archive.told();
    }
}
