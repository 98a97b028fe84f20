package org.optbench.tasks.systems.jvm.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numeric kernels in the manner of SciMark 2 (R. Pozo, B. Miller, 2000), and two that allocate. Each run gives a check sum that does not vary. */
public enum Kernel {
    /** Radix-2 Fourier transform of 4096 complex numbers, forth and back. */
    FFT {
        @Override
        public double run(int tile) {
            double[] data = numbers(2 * 4096);
            for (int i = 0; i < 12; i++) {
                Fourier.transform(data, 1);
                Fourier.transform(data, -1);
                for (int j = 0; j < data.length; j++) {
                    data[j] /= 4096;
                }
            }
            return data[7];
        }
    },
    /** Forty sweeps of over-relaxation on a grid of 300 x 300. */
    RELAXATION {
        @Override
        public double run(int tile) {
            int n = 300;
            double[][] grid = rows(n, n);
            for (int sweep = 0; sweep < 40; sweep++) {
                for (int i = 1; i < n - 1; i++) {
                    double[] above = grid[i - 1];
                    double[] row = grid[i];
                    double[] below = grid[i + 1];
                    for (int j = 1; j < n - 1; j++) {
                        row[j] = 0.3125 * (above[j] + below[j] + row[j - 1] + row[j + 1]) - 0.25 * row[j];
                    }
                }
            }
            return grid[n / 2][n / 3];
        }
    },
    /** Quarter circle by 400 000 points. */
    MONTE_CARLO {
        @Override
        public double run(int tile) {
            long state = 42;
            int inside = 0;
            for (int i = 0; i < 400_000; i++) {
                state = state * 6364136223846793005L + 1442695040888963407L;
                double x = (state >>> 11) * 0x1p-53;
                state = state * 6364136223846793005L + 1442695040888963407L;
                double y = (state >>> 11) * 0x1p-53;
                inside += x * x + y * y <= 1.0 ? 1 : 0;
            }
            return inside;
        }
    },
    /** Sixty products of a sparse matrix of 5000 rows with ten entries each. */
    SPARSE {
        @Override
        public double run(int tile) {
            int n = 5000;
            int perRow = 10;
            double[] value = numbers(n * perRow);
            int[] column = new int[n * perRow];
            for (int i = 0; i < column.length; i++) {
                column[i] = (int) ((i * 2654435761L >>> 8) % n);
            }
            double[] x = numbers(n);
            double[] y = new double[n];
            for (int repeat = 0; repeat < 60; repeat++) {
                for (int row = 0; row < n; row++) {
                    double sum = 0.0;
                    for (int k = row * perRow; k < (row + 1) * perRow; k++) {
                        sum += value[k] * x[column[k]];
                    }
                    y[row] = sum;
                }
                x[repeat] = y[repeat] * 1e-3;
            }
            return y[11];
        }
    },
    /** Decomposition of a matrix of 200 x 200 with row pivots. */
    LU {
        @Override
        public double run(int tile) {
            int n = 200;
            double[][] a = rows(n, n);
            for (int j = 0; j < n; j++) {
                int pivot = j;
                for (int i = j + 1; i < n; i++) {
                    pivot = Math.abs(a[i][j]) > Math.abs(a[pivot][j]) ? i : pivot;
                }
                double[] top = a[pivot];
                a[pivot] = a[j];
                a[j] = top;
                for (int i = j + 1; i < n; i++) {
                    double[] row = a[i];
                    double factor = row[j] / top[j];
                    row[j] = factor;
                    for (int k = j + 1; k < n; k++) {
                        row[k] -= factor * top[k];
                    }
                }
            }
            return a[n - 1][n - 1];
        }
    },
    /** Product of two matrices of 256 x 256 in square tiles. */
    TILED_PRODUCT {
        @Override
        public double run(int tile) {
            int n = 256;
            double[] a = numbers(n * n);
            double[] b = numbers(n * n);
            double[] c = new double[n * n];
            for (int i0 = 0; i0 < n; i0 += tile) {
                for (int k0 = 0; k0 < n; k0 += tile) {
                    for (int j0 = 0; j0 < n; j0 += tile) {
                        tile(a, b, c, n, i0, k0, j0, tile);
                    }
                }
            }
            return c[n + 3];
        }
    },
    /** Builds, reads and drops maps of boxed keys: much short-lived and some longer-lived garbage. */
    MAPS {
        @Override
        public double run(int tile) {
            List<Map<Integer, long[]>> kept = new ArrayList<>();
            double sum = 0.0;
            for (int round = 0; round < 12; round++) {
                Map<Integer, long[]> map = new HashMap<>();
                for (int i = 0; i < 12_000; i++) {
                    map.computeIfAbsent((int) (i * 2654435761L >>> 16), _ -> new long[4])[i & 3] += i;
                }
                for (long[] cell : map.values()) {
                    sum += cell[1];
                }
                kept.add(map);
                if (kept.size() > 6) {
                    kept.removeFirst();
                }
            }
            return sum;
        }
    },
    /** Joins and splits texts: short-lived garbage only. */
    TEXTS {
        @Override
        public double run(int tile) {
            long sum = 0;
            for (int i = 0; i < 6000; i++) {
                StringBuilder text = new StringBuilder();
                for (int j = 0; j < 20; j++) {
                    text.append(i * j).append(',');
                }
                for (String part : text.toString().split(",")) {
                    sum += part.length();
                }
            }
            return sum;
        }
    };

    /** Runs the kernel once; only {@link #TILED_PRODUCT} reads the tile. */
    public abstract double run(int tile);

    private static void tile(double[] a, double[] b, double[] c, int n, int i0, int k0, int j0, int tile) {
        int iEnd = Math.min(n, i0 + tile);
        int kEnd = Math.min(n, k0 + tile);
        int jEnd = Math.min(n, j0 + tile);
        for (int i = i0; i < iEnd; i++) {
            for (int k = k0; k < kEnd; k++) {
                double factor = a[i * n + k];
                for (int j = j0; j < jEnd; j++) {
                    c[i * n + j] += factor * b[k * n + j];
                }
            }
        }
    }

    private static double[][] rows(int n, int m) {
        double[] all = numbers(n * m);
        double[][] rows = new double[n][m];
        for (int i = 0; i < n; i++) {
            System.arraycopy(all, i * m, rows[i], 0, m);
        }
        return rows;
    }

    /** Fixed numbers in [0, 1). */
    private static double[] numbers(int n) {
        double[] numbers = new double[n];
        long state = 12_345;
        for (int i = 0; i < n; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            numbers[i] = (state >>> 11) * 0x1p-53;
        }
        return numbers;
    }
}
