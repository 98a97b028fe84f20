package org.optbench.optimizers.bayes.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankOrderTest {
    @Test
    void rebuildsTheOrderOfValuesWithTies() {
        SplittableRandom random = new SplittableRandom(2);
        for (int repeat = 0; repeat < 200; repeat++) {
            int[] values = random.ints(12, 0, 6).toArray();
            RankOrder order = new RankOrder();
            for (int i = 0; i < values.length; i++) {
                int better = 0;
                int equal = 0;
                for (int j = 0; j <= i; j++) {
                    better += values[j] < values[i] ? 1 : 0;
                    equal += values[j] == values[i] ? 1 : 0;
                }
                order.insert(better + (equal + 1) / 2.0);
            }
            for (int i = 0; i < values.length; i++) {
                for (int j = 0; j < values.length; j++) {
                    assertThat(Integer.compare(values[i], values[j])).isEqualTo(Double.compare(order.place(i), order.place(j)));
                }
            }
        }
    }
}
