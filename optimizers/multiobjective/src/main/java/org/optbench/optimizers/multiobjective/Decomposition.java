package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * MOEA/D: one scalar subproblem for each weight vector, each with its best individual; neighbours mate and share their children (Zhang and Li, IEEE
 * TEC 11(6), 2007; Li and Zhang, IEEE TEC 13(2), 2009 for the limited replacement and the mating with the whole population now and then).
 * Feasibility goes before the scalar value.
 */
final class Decomposition implements VectorOptimizer.Method {

    private final Archive archive;
    private final Options options;
    private final Variation variation;
    private final RandomGenerator random;
    private final double[][] weights;
    private final int[][] neighbours;
    private final List<Optional<Individual>> best;
    private final Map<Long, Work> pending = new HashMap<>();
    private final List<Integer> turns = new ArrayList<>();

    /** What a suggestion is for: its subproblem, and whether its child may go everywhere. */
    private record Work(int subproblem, boolean everywhere) {
    }

    /**
     * Settings.
     *
     * @param scalarisation how objectives become one
     * @param differential  children by differential evolution instead of crossover
     * @param factor        scale factor of differential evolution
     * @param neighbours    size of a neighbourhood
     * @param locality      probability to mate within the neighbourhood
     * @param replacements  most subproblems that take over a child
     */
    record Options(Scalarisation scalarisation, boolean differential, double factor, int neighbours, double locality, int replacements) {
    }

    Decomposition(Archive archive, double[][] weights, Options options, Variation variation, RandomGenerator random) {
        this.archive = archive;
        this.options = options;
        this.variation = variation;
        this.random = random;
        this.weights = weights;
        best = new ArrayList<>(Collections.nCopies(weights.length, Optional.empty()));
        neighbours = IntStream.range(0, weights.length).mapToObj(this::nearest).toArray(int[][]::new);
    }

    private int[] nearest(int subproblem) {
        return IntStream.range(0, weights.length).boxed().sorted(Comparator.comparingDouble(other -> distance(weights[subproblem], weights[other])))
                .limit(Math.clamp(options.neighbours(), 2, weights.length)).mapToInt(Integer::intValue).toArray();
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }
        return sum;
    }

    @Override
    public double[] next(long tag) {
        if (turns.isEmpty()) {
            Arrays.stream(shuffled(subproblems())).forEach(turns::add);
        }
        Work work = new Work(turns.removeLast(), random.nextDouble() >= options.locality());
        pending.put(tag, work);
        return archive.fresh(() -> bred(work), random);
    }

    private double[] bred(Work work) {
        List<double[]> pool = Arrays.stream(pool(work)).mapToObj(best::get).flatMap(Optional::stream).map(Individual::point).toList();
        if (pool.size() < 2) {
            return archive.encoding().sample(random);
        }
        int one = random.nextInt(pool.size());
        int two = (one + 1 + random.nextInt(pool.size() - 1)) % pool.size();
        if (!options.differential()) {
            return variation.child(pool.get(one), pool.get(two));
        }
        double[] base = best.get(work.subproblem()).map(Individual::point).orElse(pool.get(one));
        return variation.differential(base, pool.get(one), pool.get(two), options.factor());
    }

    private int[] pool(Work work) {
        return work.everywhere() ? subproblems() : neighbours[work.subproblem()];
    }

    @Override
    public void tell(Individual individual) {
        Work work = pending.remove(individual.tag());
        if (individual.failed()) {
            return;
        }
        Scaling scaling = scaling(individual);
        int left = options.replacements();
        // A member of the initial design takes the first subproblem that has none, then is a child for all.
        int[] candidates = work == null ? subproblems() : shuffled(pool(work));
        if (work == null && best.contains(Optional.<Individual>empty())) {
            best.set(best.indexOf(Optional.<Individual>empty()), Optional.of(individual));
            return;
        }
        for (int i = 0; i < candidates.length && left > 0; i++) {
            if (replaces(individual, candidates[i], scaling)) {
                best.set(candidates[i], Optional.of(individual));
                left--;
            }
        }
    }

    private int[] subproblems() {
        return IntStream.range(0, weights.length).toArray();
    }

    private int[] shuffled(int[] pool) {
        int[] mixed = pool.clone();
        for (int i = mixed.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = mixed[i];
            mixed[i] = mixed[j];
            mixed[j] = swap;
        }
        return mixed;
    }

    private Scaling scaling(Individual extra) {
        List<Individual> all = new ArrayList<>(best.stream().flatMap(Optional::stream).toList());
        all.add(extra);
        return Scaling.of(all);
    }

    private boolean replaces(Individual challenger, int subproblem, Scaling scaling) {
        if (best.get(subproblem).isEmpty()) {
            return true;
        }
        Individual holder = best.get(subproblem).get();
        double mine = archive.violation(challenger);
        double theirs = archive.violation(holder);
        if (mine != theirs) {
            return mine < theirs;
        }
        double[] weight = weights[subproblem];
        return options.scalarisation().of(scaling.apply(challenger.objectives()), weight) < options.scalarisation()
                .of(scaling.apply(holder.objectives()), weight);
    }

    @Override
    public List<Individual> population() {
        return best.stream().flatMap(Optional::stream).distinct().toList();
    }
}
