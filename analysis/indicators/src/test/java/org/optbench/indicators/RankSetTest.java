package org.optbench.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RankSetTest {

    @Test
    void behavesLikeATreeSet() {
        Random random = new Random(1);
        for (int capacity : new int[]{1, 63, 64, 65, 4096, 4097, 300_000}) {
            RankSet set = new RankSet(capacity);
            TreeSet<Integer> model = new TreeSet<>();
            for (int step = 0; step < 3000; step++) {
                int value = random.nextInt(capacity);
                if (random.nextBoolean()) {
                    set.add(value);
                    model.add(value);
                } else {
                    set.remove(value);
                    model.remove(value);
                }
                int query = random.nextInt(capacity + 1);
                Integer above = model.ceiling(query);
                Integer below = model.lower(query);
                assertThat(set.ceiling(query)).isEqualTo(above == null ? RankSet.NONE : above);
                assertThat(set.lower(query)).isEqualTo(below == null ? RankSet.NONE : below);
            }
        }
    }
}
