package org.optbench.subsets;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times of the exact discrepancy on Halton points, in CPU time of the thread, against those of Wahlstrom's C program (gcc -O3, same kind of
 * machine). Run with {@code java -cp target/classes:target/test-classes org.optbench.subsets.DiscrepancyBenchmark}.
 */
final class DiscrepancyBenchmark {

    private static final int[] SIZES = {50, 100, 200};
    /** Milliseconds of the C program for d = 2 to 6. */
    private static final double[][] REFERENCE = {{.020, .048, .167}, {.140, .716, 2.48}, {.956, 5.26, 25.5}, {4.52, 34.8, 231},
            {20.6, 249, 2203}};

    private DiscrepancyBenchmark() {
    }

    public static void main(String[] args) {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        StringBuilder table = new StringBuilder("d    n   value          C ms    median ms   best ms   ratio (median)%n".formatted());
        double sink = 0.0;
        for (int round = 0; round < 2; round++) {
            // The first round only warms up.
            for (int d = 2; d <= 6; d++) {
                for (int s = 0; s < SIZES.length; s++) {
                    double[][] x = TestPoints.halton(SIZES[s], d);
                    int inner = (int) Math.max(1, 4.0 / REFERENCE[d - 2][s]);
                    int outer = REFERENCE[d - 2][s] > 1000 ? 5 : 40;
                    double[] times = new double[outer];
                    double value = 0.0;
                    for (int o = 0; o < outer; o++) {
                        long start = cpu.getCurrentThreadCpuTime();
                        for (int i = 0; i < inner; i++) {
                            value = StarDiscrepancy.exact(x).upper();
                            sink += value;
                        }
                        times[o] = (cpu.getCurrentThreadCpuTime() - start) / 1e6 / inner;
                    }
                    Arrays.sort(times);
                    double median = times[outer / 2];
                    if (round == 1) {
                        table.append(String.format(Locale.ROOT, "%d  %3d   %.10f   %8.3f  %8.4f  %8.4f   %.1f%n", d, SIZES[s], value,
                                REFERENCE[d - 2][s], median, times[0], REFERENCE[d - 2][s] / median));
                    }
                }
            }
        }
        System.out.print(table);
        if (sink < 0.0) {
            throw new IllegalStateException("a discrepancy is never negative");
        }
    }
}
