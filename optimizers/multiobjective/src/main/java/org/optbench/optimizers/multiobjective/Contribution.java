package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.optbench.indicators.Hypervolume;

/**
 * SMS-EMOA: one child at a time; of the worst front the member goes that adds least hypervolume, or, while there are several fronts, that is
 * dominated most often (Beume, Naujoks and Emmerich, European Journal of Operational Research 181(3), 2007). Contributions are exact up to three
 * objectives and sampled above (Bader and Zitzler 2011).
 */
final class Contribution implements VectorOptimizer.Method {

    private static final int MOST_EXACT = 3;

    private final Archive archive;
    private final int size;
    private final double reference;
    private final int samples;
    private final Variation variation;
    private final RandomGenerator random;
    private final List<Individual> population = new ArrayList<>();

    /**
     * A run.
     *
     * @param reference coordinates of the reference point when the worst front spans the unit cube, above 1
     * @param samples   points with which contributions are estimated above three objectives
     */
    Contribution(Archive archive, int size, double reference, int samples, Variation variation, RandomGenerator random) {
        this.archive = archive;
        this.size = size;
        this.reference = reference;
        this.samples = samples;
        this.variation = variation;
        this.random = random;
    }

    @Override
    public double[] next(long tag) {
        if (population.isEmpty()) {
            return archive.fresh(() -> archive.encoding().sample(random), random);
        }
        return archive.fresh(this::bred, random);
    }

    private double[] bred() {
        return variation.child(population.get(random.nextInt(population.size())).point(), population.get(random.nextInt(population.size())).point());
    }

    @Override
    public void tell(Individual individual) {
        population.add(individual);
        if (population.size() > size) {
            List<List<Individual>> fronts = Fronts.of(population, archive);
            List<Individual> worst = fronts.getLast();
            population.remove(worst.size() == 1 || worst.getFirst().failed() ? worst.getFirst() : leastUseful(worst, fronts.size() > 1));
        }
    }

    private Individual leastUseful(List<Individual> worst, boolean dominated) {
        double[] use = dominated && worst.getFirst().feasible() ? worst.stream().mapToDouble(this::undominated).toArray() : contributions(worst);
        int least = 0;
        for (int i = 1; i < use.length; i++) {
            least = use[i] < use[least] ? i : least;
        }
        return worst.get(least);
    }

    /** Minus the number of feasible members that dominate it. */
    private double undominated(Individual individual) {
        return -population.stream().filter(other -> other.feasible() && Fronts.dominates(other.objectives(), individual.objectives())).count();
    }

    private double[] contributions(List<Individual> front) {
        Scaling scaling = Scaling.of(front);
        double[][] scaled = front.stream().map(individual -> scaling.apply(individual.objectives())).toArray(double[][]::new);
        double[] corner = new double[scaled[0].length];
        Arrays.fill(corner, reference);
        return corner.length <= MOST_EXACT ? Hypervolume.contributions(scaled, corner) : sampled(scaled);
    }

    private double[] sampled(double[][] scaled) {
        double[] hits = new double[scaled.length];
        double[] sample = new double[scaled[0].length];
        for (int k = 0; k < samples; k++) {
            for (int j = 0; j < sample.length; j++) {
                sample[j] = random.nextDouble() * reference;
            }
            int only = -1;
            boolean several = false;
            for (int i = 0; i < scaled.length && !several; i++) {
                if (covers(scaled[i], sample)) {
                    several = only >= 0;
                    only = i;
                }
            }
            if (only >= 0 && !several) {
                hits[only]++;
            }
        }
        return hits;
    }

    private static boolean covers(double[] point, double[] sample) {
        for (int j = 0; j < point.length; j++) {
            if (point[j] > sample[j]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<Individual> population() {
        return List.copyOf(population);
    }
}
