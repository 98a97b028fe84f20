package org.optbench.tasks.systems.jvm.worker;

/** The radix-2 Fourier transform in place. */
final class Fourier {

    private Fourier() {
    }

    /**
     * Transforms.
     *
     * @param data real and imaginary parts in turn, array shape {@code [2 n]} with n a power of two
     * @param sign 1 forth, -1 back (without the factor 1 / n)
     */
    static void transform(double[] data, int sign) {
        int n = data.length / 2;
        reverse(data, n);
        for (int half = 1; half < n; half *= 2) {
            double angle = sign * Math.PI / half;
            double stepReal = -2.0 * StrictMath.sin(angle / 2.0) * StrictMath.sin(angle / 2.0);
            double stepImaginary = StrictMath.sin(angle);
            double real = 1.0;
            double imaginary = 0.0;
            for (int k = 0; k < half; k++) {
                for (int i = k; i < n; i += 2 * half) {
                    butterfly(data, 2 * i, 2 * (i + half), real, imaginary);
                }
                double next = real + real * stepReal - imaginary * stepImaginary;
                imaginary += imaginary * stepReal + real * stepImaginary;
                real = next;
            }
        }
    }

    private static void butterfly(double[] data, int i, int j, double real, double imaginary) {
        double turnedReal = real * data[j] - imaginary * data[j + 1];
        double turnedImaginary = real * data[j + 1] + imaginary * data[j];
        data[j] = data[i] - turnedReal;
        data[j + 1] = data[i + 1] - turnedImaginary;
        data[i] += turnedReal;
        data[i + 1] += turnedImaginary;
    }

    private static void reverse(double[] data, int n) {
        int shift = Integer.numberOfLeadingZeros(n) + 1;
        for (int i = 0; i < n; i++) {
            int j = Integer.reverse(i) >>> shift;
            if (i < j) {
                for (int part = 0; part < 2; part++) {
                    double kept = data[2 * i + part];
                    data[2 * i + part] = data[2 * j + part];
                    data[2 * j + part] = kept;
                }
            }
        }
    }
}
