package org.optbench.runner.execute;

import java.util.Arrays;

/**
 * How fast this process computes just now: a fixed kernel of floating-point work in the first-level cache, timed several times. Beside the times of
 * trials it tells a slow or contended machine from a slow evaluation: raw seconds times {@link #REFERENCE_SECONDS} divided by the measured median are
 * seconds of an undisturbed reference processor.
 *
 * @param medianSeconds wall time of the kernel, median of the repetitions: what evaluations meet
 * @param bestSeconds   wall time of the fastest repetition: what the processor can do undisturbed
 */
public record Calibration(double medianSeconds, double bestSeconds) {

    /** Wall time of the kernel on the reference processor, by definition. */
    public static final double REFERENCE_SECONDS = 0.005;

    private static final int SIZE = 48;
    private static final int ROUNDS = 24;
    private static final int WARM_UPS = 4;
    private static final int REPETITIONS = 9;

    public Calibration {
        if (!(bestSeconds > 0) || !(medianSeconds >= bestSeconds)) {
            throw new IllegalArgumentException("Calibration with median " + medianSeconds + " s and best " + bestSeconds + " s: 0 < best <= median is needed.");
        }
    }

    /** Measures; takes some hundredths of a second. */
    public static Calibration measure() {
        double[] seconds = new double[REPETITIONS];
        double sum = 0;
        for (int i = -WARM_UPS; i < REPETITIONS; i++) {
            long before = System.nanoTime();
            sum += kernel();
            if (i >= 0) {
                seconds[i] = Math.max(1, System.nanoTime() - before) / 1e9;
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("The calibration kernel computed NaN"); // uses the sum, so that the work is not optimised away
        }
        Arrays.sort(seconds);
        return new Calibration(seconds[REPETITIONS / 2], seconds[0]);
    }

    /** Seconds of the reference processor that correspond to seconds measured in this process. */
    public double normalized(double rawSeconds) {
        return rawSeconds * REFERENCE_SECONDS / medianSeconds;
    }

    /** Repeated products of two matrices, scaled so that they stay near 1. */
    private static double kernel() {
        double[] a = new double[SIZE * SIZE];
        double[] b = new double[SIZE * SIZE];
        for (int i = 0; i < a.length; i++) {
            a[i] = (i % 7 + 1) / (4.0 * SIZE);
            b[i] = (i % 5 + 1) / (3.0 * SIZE);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] c = new double[SIZE * SIZE];
            for (int i = 0; i < SIZE; i++) {
                for (int k = 0; k < SIZE; k++) {
                    double factor = a[i * SIZE + k];
                    for (int j = 0; j < SIZE; j++) {
                        c[i * SIZE + j] += factor * b[k * SIZE + j];
                    }
                }
            }
            a = c;
        }
        return a[0];
    }
}
