package org.optbench.tasks.systems.sor;

import static org.optbench.tasks.systems.sor.SparseMatrix.dot;

/** An iterative solver with a relaxation parameter. Iterations are counted until the residual is 1e-8 of the right-hand side, at most 5000. */
enum Solver {
    /** Successive over-relaxation from zero. */
    SOR(1.0, 1.97) {
        @Override
        int iterations(SparseMatrix matrix, double shift, double omega, double[] b) {
            double[] diagonal = matrix.diagonal();
            double[] x = new double[b.length];
            double goal = TOLERANCE * TOLERANCE * dot(b, b);
            for (int iteration = 1; iteration < LIMIT; iteration++) {
                for (int i = 0; i < x.length; i++) {
                    double gaussSeidel = (b[i] - matrix.besideDiagonal(i, x)) / (diagonal[i] + shift);
                    x[i] += omega * (gaussSeidel - x[i]);
                }
                if (residual(matrix, shift, x, b) <= goal) {
                    return iteration;
                }
            }
            return LIMIT;
        }
    },
    /** Conjugate gradients from zero, preconditioned by symmetric successive over-relaxation. */
    SSOR_CG(0.8, 1.97) {
        @Override
        int iterations(SparseMatrix matrix, double shift, double omega, double[] b) {
            int n = b.length;
            double[] r = b.clone();
            double[] z = new double[n];
            precondition(matrix, shift, omega, r, z);
            double[] p = z.clone();
            double[] q = new double[n];
            double rz = dot(r, z);
            double goal = TOLERANCE * TOLERANCE * dot(b, b);
            for (int iteration = 1; iteration < LIMIT; iteration++) {
                for (int i = 0; i < n; i++) {
                    q[i] = (matrix.diagonal()[i] + shift) * p[i] + matrix.besideDiagonal(i, p);
                }
                double alpha = rz / dot(p, q);
                for (int i = 0; i < n; i++) {
                    r[i] -= alpha * q[i];
                }
                if (dot(r, r) <= goal) {
                    return iteration;
                }
                precondition(matrix, shift, omega, r, z);
                double next = dot(r, z);
                double beta = next / rz;
                rz = next;
                for (int i = 0; i < n; i++) {
                    p[i] = z[i] + beta * p[i];
                }
            }
            return LIMIT;
        }
    };

    /** Iterations after which a solver gives up. */
    static final int LIMIT = 5000;

    private static final double TOLERANCE = 1e-8;

    private final double lower;
    private final double upper;

    Solver(double lower, double upper) {
        this.lower = lower;
        this.upper = upper;
    }

    /** Number of iterations that solve {@code (A + shift I) x = b}. */
    abstract int iterations(SparseMatrix matrix, double shift, double omega, double[] b);

    /** Smallest relaxation parameter of the search space. */
    double lower() {
        return lower;
    }

    /** Largest relaxation parameter of the search space. */
    double upper() {
        return upper;
    }

    /** {@code |b - A x|^2}. */
    private static double residual(SparseMatrix matrix, double shift, double[] x, double[] b) {
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double r = b[i] - (matrix.diagonal()[i] + shift) * x[i] - matrix.besideDiagonal(i, x);
            sum += r * r;
        }
        return sum;
    }

    /** Solves {@code (D + omega L) D^-1 (D + omega U) z = r}; the constant factor of SSOR does not change conjugate gradients. */
    private static void precondition(SparseMatrix matrix, double shift, double omega, double[] r, double[] z) {
        int[] start = matrix.start();
        int[] column = matrix.column();
        double[] value = matrix.value();
        for (int i = 0; i < r.length; i++) {
            double sum = r[i];
            for (int k = start[i]; k < start[i + 1] && column[k] < i; k++) {
                sum -= omega * value[k] * z[column[k]];
            }
            z[i] = sum / (matrix.diagonal()[i] + shift);
        }
        for (int i = r.length - 1; i >= 0; i--) {
            double sum = 0.0;
            for (int k = start[i + 1] - 1; k >= start[i] && column[k] > i; k--) {
                sum += value[k] * z[column[k]];
            }
            z[i] -= omega * sum / (matrix.diagonal()[i] + shift);
        }
    }
}
