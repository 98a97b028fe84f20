package org.optbench.tasks.synthetic.combinatorial;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;

/** Problems of bits whose instances are drawn at random: NK landscapes, independent sets, knapsacks. */
final class RandomBitProblems {

    private static final double EDGE_PROBABILITY = 0.2;
    private static final int LARGEST_EXACT_GRAPH = 64;
    private static final int HEAVIEST = 100;

    private RandomBitProblems() {
    }

    private static RandomGenerator random(String name, int n, int instance) {
        return RandomStreams.of("combinatorial/" + name + "/n" + n + "/i" + instance).stream("instance");
    }

    /**
     * An NK landscape with k random neighbours for each bit (S. A. Kauffman, S. A. Levin 1987).
     *
     * @param neighbours array shape {@code [n][k + 1]}, the bit itself first
     * @param table      contributions, array shape {@code [n][2^(k + 1)]}
     */
    record NkLandscape(int[][] neighbours, double[][] table) implements BitProblem {

        static NkLandscape create(String name, int n, int k, int instance) {
            RandomGenerator random = random(name, n, instance);
            int[][] neighbours = new int[n][];
            double[][] table = new double[n][1 << (k + 1)];
            for (int i = 0; i < n; i++) {
                int[] others = others(n, i, k, random);
                neighbours[i] = new int[k + 1];
                neighbours[i][0] = i;
                System.arraycopy(others, 0, neighbours[i], 1, k);
                for (int code = 0; code < table[i].length; code++) {
                    table[i][code] = random.nextDouble();
                }
            }
            return new NkLandscape(neighbours, table);
        }

        private static int[] others(int n, int i, int k, RandomGenerator random) {
            int[] pool = new int[n - 1];
            Arrays.setAll(pool, j -> j < i ? j : j + 1);
            for (int j = 0; j < k; j++) {
                int swap = j + random.nextInt(pool.length - j);
                int kept = pool[j];
                pool[j] = pool[swap];
                pool[swap] = kept;
            }
            return Arrays.copyOf(pool, k);
        }

        @Override
        public int size() {
            return neighbours.length;
        }

        @Override
        public double value(int[] bits) {
            double sum = 0.0;
            for (int i = 0; i < neighbours.length; i++) {
                int code = 0;
                for (int j : neighbours[i]) {
                    code = code << 1 | bits[j];
                }
                sum += table[i][code];
            }
            return sum / neighbours.length;
        }
    }

    /**
     * The largest independent set of a random graph: vertices chosen less n for each edge within the choice.
     *
     * @param adjacent neighbours of each vertex as bit sets of longs, array shape {@code [n][words]}
     */
    record IndependentSet(long[][] adjacent) implements BitProblem {

        static IndependentSet create(String name, int n, int instance) {
            RandomGenerator random = random(name, n, instance);
            long[][] adjacent = new long[n][(n + 63) / 64];
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    if (random.nextDouble() < EDGE_PROBABILITY) {
                        adjacent[i][j >> 6] |= 1L << j;
                        adjacent[j][i >> 6] |= 1L << i;
                    }
                }
            }
            return new IndependentSet(adjacent);
        }

        private boolean isEdge(int i, int j) {
            return (adjacent[i][j >> 6] >>> j & 1L) == 1L;
        }

        @Override
        public int size() {
            return adjacent.length;
        }

        @Override
        public double value(int[] bits) {
            int chosen = 0;
            int conflicts = 0;
            for (int i = 0; i < bits.length; i++) {
                chosen += bits[i];
                for (int j = i + 1; j < bits.length; j++) {
                    conflicts += bits[i] == 1 && bits[j] == 1 && isEdge(i, j) ? 1 : 0;
                }
            }
            return chosen - (double) bits.length * conflicts;
        }

        /** Exact by branch and bound up to 64 vertices. */
        @Override
        public OptionalDouble knownOptimum() {
            int n = adjacent.length;
            return n > LARGEST_EXACT_GRAPH ? OptionalDouble.empty() : OptionalDouble.of(largest(n == 64 ? -1L : (1L << n) - 1L, 0, 0));
        }

        private int largest(long free, int chosen, int best) {
            if (free == 0L) {
                return Math.max(best, chosen);
            }
            if (chosen + Long.bitCount(free) <= best) {
                return best;
            }
            int vertex = -1;
            int most = -1;
            for (long rest = free; rest != 0L; rest &= rest - 1L) {
                int candidate = Long.numberOfTrailingZeros(rest);
                int degree = Long.bitCount(adjacent[candidate][0] & free);
                if (degree <= 1) {
                    // A vertex with at most one free neighbour is in some largest set.
                    return largest(free & ~(1L << candidate) & ~adjacent[candidate][0], chosen + 1, best);
                }
                if (degree > most) {
                    most = degree;
                    vertex = candidate;
                }
            }
            int with = largest(free & ~(1L << vertex) & ~adjacent[vertex][0], chosen + 1, best);
            return largest(free & ~(1L << vertex), chosen, with);
        }
    }

    /**
     * A knapsack with one or several capacities: whole values and weights of 1 .. 100, each capacity half of all weights.
     *
     * @param value    array shape {@code [n]}
     * @param weight   array shape {@code [constraint][n]}
     * @param capacity array shape {@code [constraint]}
     */
    record Knapsack(int[] value, int[][] weight, int[] capacity) implements BitProblem {

        static Knapsack create(String name, int n, int dimensions, int instance) {
            RandomGenerator random = random(name, n, instance);
            int[] value = random.ints(n, 1, HEAVIEST + 1).toArray();
            int[][] weight = new int[dimensions][];
            int[] capacity = new int[dimensions];
            for (int k = 0; k < dimensions; k++) {
                weight[k] = random.ints(n, 1, HEAVIEST + 1).toArray();
                capacity[k] = Arrays.stream(weight[k]).sum() / 2;
            }
            return new Knapsack(value, weight, capacity);
        }

        @Override
        public int size() {
            return value.length;
        }

        @Override
        public int constraints() {
            return capacity.length;
        }

        @Override
        public double value(int[] bits) {
            double sum = 0.0;
            for (int i = 0; i < bits.length; i++) {
                sum += value[i] * (double) bits[i];
            }
            return sum;
        }

        @Override
        public void constrain(int[] bits, double[] g) {
            for (int k = 0; k < g.length; k++) {
                double sum = -capacity[k];
                for (int i = 0; i < bits.length; i++) {
                    sum += weight[k][i] * (double) bits[i];
                }
                g[k] = sum;
            }
        }

        /** By dynamic programming over the capacity when there is one. */
        @Override
        public OptionalDouble knownOptimum() {
            if (capacity.length != 1) {
                return OptionalDouble.empty();
            }
            int[] best = new int[capacity[0] + 1];
            for (int i = 0; i < value.length; i++) {
                for (int c = capacity[0]; c >= weight[0][i]; c--) {
                    best[c] = Math.max(best[c], best[c - weight[0][i]] + value[i]);
                }
            }
            return OptionalDouble.of(best[capacity[0]]);
        }
    }
}
