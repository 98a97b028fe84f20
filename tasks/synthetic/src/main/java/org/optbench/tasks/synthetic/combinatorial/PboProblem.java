package org.optbench.tasks.synthetic.combinatorial;

import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;

/**
 * Problems of the pseudo-Boolean suite of IOHprofiler (C. Doerr, F. Ye, N. Horesh, H. Wang, O. M. Shir, T. Baeck: Benchmarking discrete optimization
 * heuristics with IOHprofiler, Applied Soft Computing 88, 2020), to be maximised. Instance 1 is the definition; in the others a random string is
 * added to the argument modulo 2, which moves the optimum and nothing else.
 */
final class PboProblem implements BitProblem {

    /** Names of all problems. */
    static final List<String> NAMES = List.of("onemax", "leadingones", "linear", "onemax-dummy50", "onemax-dummy90", "onemax-neutrality",
            "onemax-epistasis", "onemax-rugged1", "onemax-rugged2", "onemax-rugged3", "leadingones-dummy50", "leadingones-dummy90",
            "leadingones-neutrality", "leadingones-epistasis", "leadingones-rugged1", "leadingones-rugged2", "leadingones-rugged3", "labs",
            "ising-ring", "ising-torus", "ising-triangular", "n-queens", "trap");

    /** Least energies of low-autocorrelation sequences of length 3 .. 66 (T. Packebusch, S. Mertens, J. Phys. A 49, 2016). */
    private static final int[] LABS = {1, 2, 2, 7, 3, 8, 12, 13, 5, 10, 6, 19, 15, 24, 32, 25, 29, 26, 26, 39, 47, 36, 36, 45, 37, 50, 62, 59, 67, 64,
            64, 65, 73, 82, 86, 87, 99, 108, 108, 101, 109, 122, 118, 131, 135, 140, 136, 153, 153, 166, 170, 175, 171, 192, 188, 197, 205, 218, 226,
            235, 207, 208, 240, 257};
    private static final int EPISTASIS = 4;
    private static final int NEUTRALITY = 3;
    private static final int TRAP = 5;

    private final String name;
    private final int n;
    private final int[] mask;
    private final int[] chosen;

    PboProblem(String name, int n, int instance) {
        this.name = name;
        this.n = n;
        RandomStreams random = RandomStreams.of("pbo/" + name + "/n" + n + "/i" + instance);
        this.mask = mask(n, instance, random.stream("mask"));
        this.chosen = name.contains("dummy") ? subset(n, name.endsWith("50") ? n / 2 : 9 * n / 10, random.stream("dummy")) : new int[0];
    }

    /** The string that is added to arguments: 0 for instance 1. */
    static int[] mask(int n, int instance, RandomGenerator random) {
        int[] mask = new int[n];
        for (int i = 0; i < n && instance > 1; i++) {
            mask[i] = random.nextInt(2);
        }
        return mask;
    }

    private static int[] subset(int n, int count, RandomGenerator random) {
        int[] places = new int[count];
        int taken = 0;
        for (int i = 0; i < n && taken < count; i++) {
            if (random.nextInt(n - i) < count - taken) {
                places[taken++] = i;
            }
        }
        return places;
    }

    /** Whether the problem exists at a size. */
    static boolean hasSize(String name, int n) {
        int root = (int) Math.round(Math.sqrt(n));
        return NAMES.contains(name) && n <= 10_000 && switch (name) {
            case "ising-torus", "ising-triangular", "n-queens" -> root * root == n && root >= (name.equals("n-queens") ? 4 : 3);
            case "trap" -> n >= TRAP && n % TRAP == 0;
            case "labs" -> n >= 3;
            default -> n >= 4;
        };
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public double value(int[] bits) {
        int[] x = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = bits[i] ^ mask[i];
        }
        int[] y = layered(x);
        return switch (name) {
            case "linear" -> linear(y);
            case "labs" -> n * (double) n / (2.0 * energy(y));
            case "ising-ring" -> ring(y);
            case "ising-torus" -> torus(y, false);
            case "ising-triangular" -> torus(y, true);
            case "n-queens" -> queens(y);
            case "trap" -> trap(y);
            default -> rugged(name.startsWith("onemax") ? ones(y) : leading(y), y.length);
        };
    }

    @Override
    public OptionalDouble knownOptimum() {
        return switch (name) {
            case "linear" -> OptionalDouble.of(n * (n + 1.0) / 2.0);
            case "labs" -> n <= LABS.length + 2 ? OptionalDouble.of(n * (double) n / (2.0 * LABS[n - 3])) : OptionalDouble.empty();
            case "ising-ring" -> OptionalDouble.of(n);
            case "ising-torus" -> OptionalDouble.of(2.0 * n);
            case "ising-triangular" -> OptionalDouble.of(3.0 * n);
            case "n-queens" -> OptionalDouble.of(Math.round(Math.sqrt(n)));
            case "trap" -> OptionalDouble.of(n / (double) TRAP);
            default -> {
                int length = name.contains("dummy") ? chosen.length : name.endsWith("neutrality") ? n / NEUTRALITY : n;
                yield OptionalDouble.of(rugged(length, length));
            }
        };
    }

    /** The W-model layers before the base function. */
    private int[] layered(int[] x) {
        if (chosen.length > 0) {
            int[] y = new int[chosen.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = x[chosen[i]];
            }
            return y;
        }
        if (name.endsWith("neutrality")) {
            int[] y = new int[n / NEUTRALITY];
            for (int i = 0; i < y.length; i++) {
                int sum = 0;
                for (int j = 0; j < NEUTRALITY; j++) {
                    sum += x[i * NEUTRALITY + j];
                }
                y[i] = 2 * sum >= NEUTRALITY ? 1 : 0;
            }
            return y;
        }
        return name.endsWith("epistasis") ? epistasis(x) : x;
    }

    /** Each block of four is replaced by exclusive sums of its bits, which is one-to-one; a shorter last block likewise. */
    private static int[] epistasis(int[] x) {
        int[] y = new int[x.length];
        for (int at = 0; at < x.length; at += EPISTASIS) {
            int size = Math.min(EPISTASIS, x.length - at);
            for (int i = 0; i < size; i++) {
                int sum = x[at];
                for (int j = 1; j < size; j++) {
                    sum ^= j == i - 1 ? 0 : x[at + j];
                }
                y[at + i] = sum;
            }
        }
        return y;
    }

    private double rugged(int y, int s) {
        if (name.endsWith("rugged1")) {
            return y == s ? Math.ceilDiv(s, 2) + 1.0 : (s % 2 == 0 ? Math.ceilDiv(y, 2) : y / 2) + 1.0;
        }
        if (name.endsWith("rugged2")) {
            return y == s ? s : y % 2 == s % 2 ? y + 1.0 : Math.max(y - 1.0, 0.0);
        }
        if (name.endsWith("rugged3") && y < s) {
            int rest = s % 5;
            int low = y < rest ? 0 : rest + (y - rest) / 5 * 5;
            int high = y < rest ? rest : low + 5;
            return high - 1.0 - (y - low);
        }
        return y;
    }

    private static int ones(int[] y) {
        int sum = 0;
        for (int v : y) {
            sum += v;
        }
        return sum;
    }

    private static int leading(int[] y) {
        int i = 0;
        while (i < y.length && y[i] == 1) {
            i++;
        }
        return i;
    }

    private static double linear(int[] y) {
        double sum = 0.0;
        for (int i = 0; i < y.length; i++) {
            sum += (i + 1.0) * y[i];
        }
        return sum;
    }

    private static double energy(int[] y) {
        double sum = 0.0;
        for (int k = 1; k < y.length; k++) {
            int correlation = 0;
            for (int i = 0; i + k < y.length; i++) {
                correlation += y[i] == y[i + k] ? 1 : -1;
            }
            sum += (double) correlation * correlation;
        }
        return sum;
    }

    private static double ring(int[] y) {
        int sum = 0;
        for (int i = 0; i < y.length; i++) {
            sum += y[i] == y[(i + 1) % y.length] ? 1 : 0;
        }
        return sum;
    }

    private static double torus(int[] y, boolean diagonal) {
        int side = (int) Math.round(Math.sqrt(y.length));
        int sum = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                int here = y[i * side + j];
                int below = (i + 1) % side;
                int right = (j + 1) % side;
                sum += (here == y[below * side + j] ? 1 : 0) + (here == y[i * side + right] ? 1 : 0);
                sum += diagonal && here == y[below * side + right] ? 1 : 0;
            }
        }
        return sum;
    }

    /** Queens on the board less the side length for each queen beyond the first in a row, column or diagonal. */
    private static double queens(int[] y) {
        int side = (int) Math.round(Math.sqrt(y.length));
        int[] rows = new int[side];
        int[] columns = new int[side];
        int[] falling = new int[2 * side];
        int[] rising = new int[2 * side];
        int queens = 0;
        for (int i = 0; i < side; i++) {
            for (int j = 0; j < side; j++) {
                int queen = y[i * side + j];
                queens += queen;
                rows[i] += queen;
                columns[j] += queen;
                falling[i - j + side] += queen;
                rising[i + j] += queen;
            }
        }
        int surplus = 0;
        for (int[] lines : new int[][]{rows, columns, falling, rising}) {
            for (int count : lines) {
                surplus += Math.max(0, count - 1);
            }
        }
        return queens - (double) side * surplus;
    }

    private static double trap(int[] y) {
        double sum = 0.0;
        for (int at = 0; at < y.length; at += TRAP) {
            int ones = 0;
            for (int j = 0; j < TRAP; j++) {
                ones += y[at + j];
            }
            sum += ones == TRAP ? 1.0 : (TRAP - 1.0 - ones) / TRAP;
        }
        return sum;
    }
}
