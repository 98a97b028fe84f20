package org.optbench.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The groups of a critical-difference diagram: optimizers in the order of their mean rank, and every maximal set of optimizers in which no
 * pair differs.
 *
 * <p>When pairs are judged by the difference of mean ranks (Nemenyi), a group is always consecutive in rank. With pairwise tests it need not
 * be: A and C may be indistinguishable while both differ from B between them. Such a group is kept, with B outside; drawing one bar from A to
 * C would claim what the tests deny, and dropping it would claim that A and C differ.
 *
 * @param order   columns from the best to the worst mean rank
 * @param ranks   their mean ranks, in the same order
 * @param cliques groups of at least 2, as ascending positions in {@code order}; from the best group to the worst
 */
public record CriticalDifference(List<Integer> order, List<Double> ranks, List<List<Integer>> cliques) {

    public CriticalDifference {
        order = List.copyOf(order);
        ranks = List.copyOf(ranks);
        cliques = cliques.stream().map(List::copyOf).toList();
    }

    /**
     * Groups from adjusted p-values of all pairs.
     *
     * @param meanRanks k mean ranks
     * @param p         shape {@code [k][k]}, symmetric
     * @param alpha     pairs with p above alpha do not differ
     */
    public static CriticalDifference of(double[] meanRanks, double[][] p, double alpha) {
        int k = meanRanks.length;
        int[] order = Ranks.order(meanRanks);
        BitSet[] same = new BitSet[k];
        for (int i = 0; i < k; i++) {
            same[i] = new BitSet(k);
            for (int j = 0; j < k; j++) {
                same[i].set(j, i != j && p[order[i]][order[j]] > alpha);
            }
        }
        List<List<Integer>> cliques = new ArrayList<>();
        BitSet all = new BitSet(k);
        all.set(0, k);
        expand(new BitSet(k), all, new BitSet(k), same, cliques);
        cliques.removeIf(c -> c.size() < 2);
        cliques.sort((a, b) -> {
            int byFirst = Integer.compare(a.getFirst(), b.getFirst());
            return byFirst != 0 ? byFirst : Integer.compare(a.getLast(), b.getLast());
        });
        return new CriticalDifference(Arrays.stream(order).boxed().toList(), Arrays.stream(order).mapToObj(i -> meanRanks[i]).toList(),
                cliques);
    }

    /** Whether no optimizer outside the group stands between its best and its worst. */
    public static boolean isConsecutive(List<Integer> clique) {
        return clique.getLast() - clique.getFirst() == clique.size() - 1;
    }

    /** Bron and Kerbosch (1973) with pivoting. */
    private static void expand(BitSet clique, BitSet candidates, BitSet excluded, BitSet[] same, List<List<Integer>> found) {
        if (candidates.isEmpty() && excluded.isEmpty()) {
            found.add(clique.stream().boxed().toList());
            return;
        }
        BitSet both = (BitSet) candidates.clone();
        both.or(excluded);
        int pivot = both.stream().boxed().max((a, b) -> Integer.compare(common(same[a], candidates), common(same[b], candidates)))
                .orElseThrow();
        BitSet branch = (BitSet) candidates.clone();
        branch.andNot(same[pivot]);
        for (int v = branch.nextSetBit(0); v >= 0; v = branch.nextSetBit(v + 1)) {
            BitSet nextClique = (BitSet) clique.clone();
            nextClique.set(v);
            BitSet nextCandidates = (BitSet) candidates.clone();
            nextCandidates.and(same[v]);
            BitSet nextExcluded = (BitSet) excluded.clone();
            nextExcluded.and(same[v]);
            expand(nextClique, nextCandidates, nextExcluded, same, found);
            candidates.clear(v);
            excluded.set(v);
        }
    }

    private static int common(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }
}
