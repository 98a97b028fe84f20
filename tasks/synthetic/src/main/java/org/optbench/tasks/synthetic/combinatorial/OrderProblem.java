package org.optbench.tasks.synthetic.combinatorial;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.random.RandomStreams;

/** A problem of ordering n items, to be minimised. */
sealed interface OrderProblem {

    /** Up to this many items an optimum without a better way is found by enumeration. */
    int ENUMERABLE = 8;

    /** Number of items. */
    int size();

    /** The value of an order, array shape {@code [n]}: the item at each place. */
    double value(int[] order);

    /** The minimum; empty for large instances. */
    default OptionalDouble optimum() {
        return size() <= ENUMERABLE ? OptionalDouble.of(enumerated()) : OptionalDouble.empty();
    }

    /** The minimum over all orders; takes n! evaluations. */
    default double enumerated() {
        return enumerate(IntStream.range(0, size()).toArray(), 0);
    }

    private double enumerate(int[] order, int from) {
        if (from == order.length) {
            return value(order);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            best = Math.min(best, enumerate(order, from + 1));
            swap(order, from, i);
        }
        return best;
    }

    private static void swap(int[] order, int i, int j) {
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }

    private static RandomGenerator random(String name, int n, int instance) {
        return RandomStreams.of("combinatorial/" + name + "/n" + n + "/i" + instance).stream("instance");
    }

    /**
     * The travelling salesman among random points of the unit square.
     *
     * @param distance array shape {@code [n][n]}
     */
    record TravellingSalesman(double[][] distance) implements OrderProblem {

        private static final int LARGEST_EXACT = 14;

        static TravellingSalesman create(int n, int instance) {
            RandomGenerator random = random("tsp", n, instance);
            double[][] point = new double[n][2];
            for (double[] p : point) {
                p[0] = random.nextDouble();
                p[1] = random.nextDouble();
            }
            double[][] distance = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double dx = point[i][0] - point[j][0];
                    double dy = point[i][1] - point[j][1];
                    distance[i][j] = Math.sqrt(dx * dx + dy * dy);
                }
            }
            return new TravellingSalesman(distance);
        }

        @Override
        public int size() {
            return distance.length;
        }

        @Override
        public double value(int[] order) {
            double sum = 0.0;
            for (int i = 0; i < order.length; i++) {
                sum += distance[order[i]][order[(i + 1) % order.length]];
            }
            return sum;
        }

        /** By the dynamic programme of Held and Karp (1962) up to 14 cities. */
        @Override
        public OptionalDouble optimum() {
            int n = distance.length;
            if (n > LARGEST_EXACT) {
                return OptionalDouble.empty();
            }
            int rest = n - 1;
            double[][] best = new double[1 << rest][rest];
            for (double[] row : best) {
                Arrays.fill(row, Double.POSITIVE_INFINITY);
            }
            for (int j = 0; j < rest; j++) {
                best[1 << j][j] = distance[rest][j];
            }
            for (int set = 1; set < 1 << rest; set++) {
                for (int last = 0; last < rest; last++) {
                    double length = best[set][last];
                    for (int next = 0; next < rest && length < Double.POSITIVE_INFINITY; next++) {
                        int grown = set | 1 << next;
                        if (grown != set) {
                            best[grown][next] = Math.min(best[grown][next], length + distance[last][next]);
                        }
                    }
                }
            }
            double shortest = Double.POSITIVE_INFINITY;
            for (int last = 0; last < rest; last++) {
                shortest = Math.min(shortest, best[(1 << rest) - 1][last] + distance[last][rest]);
            }
            return OptionalDouble.of(shortest);
        }
    }

    /**
     * Quadratic assignment (T. C. Koopmans, M. Beckmann 1957) with whole random flows and distances.
     *
     * @param flow     array shape {@code [n][n]}
     * @param distance array shape {@code [n][n]}
     */
    record QuadraticAssignment(int[][] flow, int[][] distance) implements OrderProblem {

        static QuadraticAssignment create(int n, int instance) {
            RandomGenerator random = random("qap", n, instance);
            return new QuadraticAssignment(symmetric(n, random), symmetric(n, random));
        }

        private static int[][] symmetric(int n, RandomGenerator random) {
            int[][] matrix = new int[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    matrix[i][j] = random.nextInt(100);
                    matrix[j][i] = matrix[i][j];
                }
            }
            return matrix;
        }

        @Override
        public int size() {
            return flow.length;
        }

        @Override
        public double value(int[] order) {
            double sum = 0.0;
            for (int i = 0; i < order.length; i++) {
                for (int j = 0; j < order.length; j++) {
                    sum += flow[i][j] * (double) distance[order[i]][order[j]];
                }
            }
            return sum;
        }
    }

    /**
     * The makespan of a permutation flow shop of five machines with whole processing times of 1 .. 99 (E. Taillard 1993).
     *
     * @param time array shape {@code [job][machine]}
     */
    record FlowShop(int[][] time) implements OrderProblem {

        private static final int MACHINES = 5;

        static FlowShop create(int n, int instance) {
            RandomGenerator random = random("flow-shop", n, instance);
            int[][] time = new int[n][];
            Arrays.setAll(time, _ -> random.ints(MACHINES, 1, 100).toArray());
            return new FlowShop(time);
        }

        @Override
        public int size() {
            return time.length;
        }

        @Override
        public double value(int[] order) {
            int[] done = new int[MACHINES];
            for (int job : order) {
                int before = 0;
                for (int m = 0; m < MACHINES; m++) {
                    before = Math.max(before, done[m]) + time[job][m];
                    done[m] = before;
                }
            }
            return done[MACHINES - 1];
        }
    }
}
