package org.optbench.tasks.synthetic.coco;

import java.lang.management.ManagementFactory;
import java.util.Random;

/** Measures the processor time of a call of each bbob function at dimensions 10 and 40; run its main method. The best of twelve rounds counts. */
final class BbobSpeed {

    private static final int POINTS = 256;
    private static final int ROUNDS = 12;
    private static final long ROUND_NANOS = 30_000_000L;

    private BbobSpeed() {
    }

    public static void main(String[] arguments) {
        System.Logger logger = System.getLogger(BbobSpeed.class.getName());
        for (int dimension : new int[]{10, 40}) {
            StringBuilder line = new StringBuilder("ns a call at d = " + dimension + ":");
            for (int function = 1; function <= BbobFunction.COUNT; function++) {
                line.append(" f").append(function).append(' ').append(Math.round(nanos(BbobFunction.of(function, dimension, 1))));
            }
            logger.log(System.Logger.Level.INFO, line.toString());
        }
    }

    private static double nanos(BbobFunction f) {
        Random random = new Random(1);
        double[][] points = new double[POINTS][];
        for (int i = 0; i < POINTS; i++) {
            points[i] = random.doubles(f.dimension(), -5.0, 5.0).toArray();
        }
        double[] work = new double[f.workspace()];
        double best = Double.POSITIVE_INFINITY;
        double sink = 0.0;
        for (int round = 0; round < ROUNDS; round++) {
            long calls = 0;
            long start = time();
            long now;
            do {
                for (double[] x : points) {
                    sink += f.value(x, work);
                }
                calls += POINTS;
                now = time();
            } while (now - start < ROUND_NANOS);
            best = Math.min(best, (now - start) / (double) calls);
        }
        return Double.isNaN(sink) ? Double.NaN : best;
    }

    private static long time() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
