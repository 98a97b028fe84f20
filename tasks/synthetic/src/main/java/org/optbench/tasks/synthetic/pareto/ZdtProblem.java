package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * ZDT1 to ZDT6 (E. Zitzler, K. Deb, L. Thiele: Comparison of Multiobjective Evolutionary Algorithms: Empirical Results, Evolutionary Computation
 * 8(2), 2000). ZDT5 takes bits; its objectives are normalised to [0, 1] on the front as in pymoo.
 */
final class ZdtProblem extends ParetoProblem {

    private static final int FIRST_BITS = 30;
    private static final int BITS = 5;
    private static final double[][] ZDT3_REGIONS = {{0.0, 0.0830015349}, {0.182228780, 0.2577623634}, {0.4093136748, 0.4538821041},
            {0.6183967944, 0.6525117038}, {0.8233317983, 0.8518328654}};
    private static final double ZDT6_LEAST = 0.2807753191;

    private final int number;

    ZdtProblem(int number, int dimension) {
        super("zdt" + number, lower(number, dimension), upper(number, dimension), 0, new double[]{11.0, 11.0});
        this.number = number;
    }

    private static double[] lower(int number, int d) {
        double[] lower = filled(d, number == 4 ? -5.0 : 0.0);
        lower[0] = 0.0;
        return lower;
    }

    private static double[] upper(int number, int d) {
        double[] upper = filled(d, number == 4 ? 5.0 : 1.0);
        upper[0] = 1.0;
        return upper;
    }

    /** Number of blocks of five bits of ZDT5. */
    static int blocks(int dimension) {
        return (dimension - FIRST_BITS) / BITS;
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        int d = x.length;
        switch (number) {
            case 4 -> {
                double sum = 1.0 + 10.0 * (d - 1);
                for (int i = 1; i < d; i++) {
                    sum += x[i] * x[i] - 10.0 * StrictMath.cos(4.0 * Math.PI * x[i]);
                }
                put(f, x[0], sum);
            }
            case 5 -> bits(x, f);
            case 6 -> {
                double sine = StrictMath.sin(6.0 * Math.PI * x[0]);
                double first = 1.0 - StrictMath.exp(-4.0 * x[0]) * StrictMath.pow(sine, 6.0);
                put(f, first, 1.0 + 9.0 * Math.sqrt(Math.sqrt(tail(x) / (d - 1.0))));
            }
            default -> put(f, x[0], 1.0 + 9.0 * tail(x) / (d - 1.0));
        }
    }

    private static double tail(double[] x) {
        double sum = 0.0;
        for (int i = 1; i < x.length; i++) {
            sum += x[i];
        }
        return sum;
    }

    private void put(double[] f, double first, double distance) {
        double ratio = first / distance;
        f[0] = first;
        f[1] = distance * switch (number) {
            case 2, 6 -> 1.0 - ratio * ratio;
            case 3 -> 1.0 - Math.sqrt(ratio) - ratio * StrictMath.sin(10.0 * Math.PI * first);
            default -> 1.0 - Math.sqrt(ratio);
        };
    }

    private static void bits(double[] x, double[] f) {
        double ones = 0.0;
        for (int i = 0; i < FIRST_BITS; i++) {
            ones += x[i];
        }
        int blocks = blocks(x.length);
        double distance = 0.0;
        for (int b = 0; b < blocks; b++) {
            double u = 0.0;
            for (int i = 0; i < BITS; i++) {
                u += x[FIRST_BITS + b * BITS + i];
            }
            distance += u == BITS ? 1.0 : 2.0 + u;
        }
        double first = 1.0 + ones;
        f[0] = (first - 1.0) / FIRST_BITS;
        f[1] = (distance / first - blocks / 31.0) / (blocks - blocks / 31.0);
    }

    @Override
    public double[][] front(int points) {
        return switch (number) {
            case 2 -> Fronts.curve(points, 0.0, 1.0, t -> 1.0 - t * t);
            case 3 -> {
                List<double[]> pieces = new ArrayList<>();
                for (double[] region : ZDT3_REGIONS) {
                    pieces.addAll(Arrays.asList(Fronts.curve(Math.max(2, points / ZDT3_REGIONS.length), region[0], region[1],
                            t -> 1.0 - Math.sqrt(t) - t * StrictMath.sin(10.0 * Math.PI * t))));
                }
                yield Fronts.nonDominated(pieces.toArray(double[][]::new));
            }
            case 5 -> {
                double[][] front = new double[FIRST_BITS + 1][];
                for (int u = 0; u <= FIRST_BITS; u++) {
                    front[u] = new double[]{u / (double) FIRST_BITS, (1.0 / (1.0 + u) - 1.0 / 31.0) / (1.0 - 1.0 / 31.0)};
                }
                yield front;
            }
            case 6 -> Fronts.curve(points, ZDT6_LEAST, 1.0, t -> 1.0 - t * t);
            default -> Fronts.curve(points, 0.0, 1.0, t -> 1.0 - Math.sqrt(t));
        };
    }
}
