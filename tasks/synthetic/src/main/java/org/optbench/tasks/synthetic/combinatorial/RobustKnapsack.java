package org.optbench.tasks.synthetic.combinatorial;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;

/**
 * A two-stage robust knapsack. Items are accepted now for their value; then the worst of several scenarios of weights comes true, and accepted items
 * may be returned at a penalty above their value until the rest fits. The value of a choice is what is left in the worst scenario under the best
 * recourse, which is itself a knapsack and solved exactly by dynamic programming (setting of C. Buesing,
 * A. M. C. A. Koster, M. Kutschka: Recoverable robust knapsacks: the discrete scenario case, Optimization Letters 5, 2011).
 *
 * @param value    array shape {@code [n]}
 * @param penalty  what returning an item costs beyond its value, array shape {@code [n]}
 * @param weight   array shape {@code [scenario][n]}
 * @param capacity of every scenario
 */
record RobustKnapsack(int[] value, int[] penalty, int[][] weight, int capacity) implements BitProblem {

    private static final int SCENARIOS = 5;
    private static final int HEAVIEST = 20;

    static RobustKnapsack create(int n, int instance) {
        RandomGenerator random = RandomStreams.of("combinatorial/robust-knapsack/n" + n + "/i" + instance).stream("instance");
        int[] value = random.ints(n, 10, 101).toArray();
        int[] penalty = Arrays.stream(value).map(v -> 1 + v / 10 + random.nextInt(10)).toArray();
        int[] nominal = random.ints(n, 3, HEAVIEST + 1).toArray();
        int[][] weight = new int[SCENARIOS][];
        for (int s = 0; s < SCENARIOS; s++) {
            weight[s] = Arrays.stream(nominal).map(w -> w + random.nextInt(1 + w)).toArray();
        }
        return new RobustKnapsack(value, penalty, weight, Arrays.stream(nominal).sum() / 2);
    }

    @Override
    public int size() {
        return value.length;
    }

    @Override
    public double value(int[] bits) {
        int accepted = 0;
        for (int i = 0; i < bits.length; i++) {
            accepted += bits[i] * value[i];
        }
        int worst = 0;
        for (int[] scenario : weight) {
            worst = Math.max(worst, recourse(bits, scenario));
        }
        return accepted - (double) worst;
    }

    /** The least loss: all returns less the most valuable that can be kept. */
    private int recourse(int[] bits, int[] scenario) {
        int[] kept = new int[capacity + 1];
        int all = 0;
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] == 1) {
                int loss = value[i] + penalty[i];
                all += loss;
                for (int c = capacity; c >= scenario[i]; c--) {
                    kept[c] = Math.max(kept[c], kept[c - scenario[i]] + loss);
                }
            }
        }
        return all - kept[capacity];
    }
}
