package org.optbench.optimizers.multiobjective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A (mu + lambda) evolutionary method with as many children as parents: tournaments, variation, and a selection of survivors. */
final class Generations implements VectorOptimizer.Method {

    private final Archive archive;
    private final int size;
    private final Selection selection;
    private final Variation variation;
    private final RandomGenerator random;
    private List<Member> parents = List.of();
    private List<Individual> children = new ArrayList<>();
    private Optional<double[]> sibling = Optional.empty();

    /**
     * A survivor.
     *
     * @param rank  less is better
     * @param space how lonely it is; more is better among equal ranks
     */
    record Member(Individual individual, int rank, double space) {

        boolean isBetterThan(Member other) {
            return rank < other.rank || rank == other.rank && space > other.space;
        }
    }

    /** Chooses who survives. */
    interface Selection {

        /** The survivors of more individuals than {@code size}, or all of fewer. */
        List<Member> survivors(List<Individual> individuals, int size);
    }

    Generations(Archive archive, int size, Selection selection, Variation variation, RandomGenerator random) {
        this.archive = archive;
        this.size = size;
        this.selection = selection;
        this.variation = variation;
        this.random = random;
    }

    @Override
    public double[] next(long tag) {
        List<Member> mating = parents.isEmpty() && !children.isEmpty() ? selection.survivors(children, size) : parents;
        if (mating.isEmpty()) {
            return archive.fresh(() -> archive.encoding().sample(random), random);
        }
        return archive.fresh(() -> bred(mating), random);
    }

    /** One of the two children of a mating; the other is kept for the next call. */
    private double[] bred(List<Member> mating) {
        if (sibling.isPresent()) {
            double[] kept = sibling.get();
            sibling = Optional.empty();
            return kept;
        }
        List<double[]> both = variation.children(tournament(mating).individual().point(), tournament(mating).individual().point());
        sibling = Optional.of(both.getLast());
        return both.getFirst();
    }

    private Member tournament(List<Member> mating) {
        Member one = mating.get(random.nextInt(mating.size()));
        Member two = mating.get(random.nextInt(mating.size()));
        return two.isBetterThan(one) ? two : one;
    }

    @Override
    public void tell(Individual individual) {
        children.add(individual);
        if (children.size() == size) {
            List<Individual> all = new ArrayList<>(parents.stream().map(Member::individual).toList());
            all.addAll(children);
            parents = selection.survivors(all, size);
            children = new ArrayList<>();
            sibling = Optional.empty();
        }
    }

    @Override
    public List<Individual> population() {
        return parents.stream().map(Member::individual).toList();
    }
}
