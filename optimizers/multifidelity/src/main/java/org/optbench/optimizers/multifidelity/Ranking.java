package org.optbench.optimizers.multifidelity;

import java.util.List;
import java.util.stream.IntStream;

/** Which results at a level are the best. */
@FunctionalInterface
interface Ranking {

    /**
     * The best ones, best first; equal ones in their order. Failed ones are left out, even when fewer than wanted remain.
     *
     * @param most how many are wanted
     * @return indices of the results
     */
    int[] best(List<Merit> merits, int most);

    /** By the first objective. */
    static Ranking byValue() {
        return (merits, most) -> IntStream.range(0, merits.size()).filter(i -> !merits.get(i).isFailed()).boxed()
                .sorted((a, b) -> merits.get(a).compareTo(merits.get(b))).mapToInt(Integer::intValue).limit(most).toArray();
    }
}
