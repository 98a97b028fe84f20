package org.optbench.tasks.systems.sor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.optbench.model.random.RandomStreams;
import org.optbench.tasks.systems.sor.SparseMatrix.Edge;

/**
 * A symmetric positive definite matrix whose diagonal is shifted along a sequence. All are 2-cyclic (their graphs have two colours), so that Young's
 * formula gives the relaxation parameter with the fastest asymptotic convergence.
 */
enum ModelSystem {
    /** Second differences on 30 points. */
    POISSON1D_30(new int[]{30}, 1.0),
    /** Five-point differences on 10 x 10 points: the 100 x 100 matrix of the paper's experiments. */
    POISSON2D_10(new int[]{10, 10}, 1.0, 1.0),
    /** Five-point differences on 20 x 20 points. */
    POISSON2D_20(new int[]{20, 20}, 1.0, 1.0),
    /** Seven-point differences on 6 x 6 x 6 points. */
    POISSON3D_6(new int[]{6, 6, 6}, 1.0, 1.0, 1.0),
    /** Five-point differences on 12 x 12 points, ten times weaker in one direction. */
    ANISOTROPIC2D_12(new int[]{12, 12}, 1.0, 0.1),
    /** Diffusion on 16 x 16 cells without flow through the boundary; conductivities log-uniform over three decades. */
    DIFFUSION2D_16(0.5) {
        @Override
        SparseMatrix matrix() {
            RandomGenerator random = RandomStreams.of("sor diffusion2d-16").stream("conductivities");
            int side = 16;
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < side * side; i++) {
                if ((i + 1) % side != 0) {
                    edges.add(new Edge(i, i + 1, conductivity(random)));
                }
                if (i + side < side * side) {
                    edges.add(new Edge(i, i + side, conductivity(random)));
                }
            }
            return SparseMatrix.laplacian(side * side, edges, smallest());
        }
    },
    /** The Laplacian of a random graph of two sides of 100 nodes, up to three edges from each node of one side, plus 0.1. */
    BIPARTITE_200(0.1) {
        @Override
        SparseMatrix matrix() {
            RandomGenerator random = RandomStreams.of("sor bipartite-200").stream("edges");
            int side = 100;
            List<Edge> edges = new ArrayList<>();
            for (int i = 0; i < side; i++) {
                boolean[] taken = new boolean[side];
                for (int k = 0; k < 3; k++) {
                    int j = k == 0 ? i : random.nextInt(side);
                    if (!taken[j]) {
                        taken[j] = true;
                        edges.add(new Edge(i, side + j, 0.5 + random.nextDouble()));
                    }
                }
            }
            return SparseMatrix.laplacian(2 * side, edges, smallest());
        }
    };

    private static final Map<ModelSystem, Built> CACHE = new ConcurrentHashMap<>();
    private static final int CHEBYSHEV = 24;

    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final int[] sides;
    @SuppressWarnings("ImmutableEnumChecker") // never written
    private final double[] weights;
    private final double smallest;

    /**
     * A matrix and what is known of it.
     *
     * @param jacobiRadius spectral radius of the Jacobi iteration as a function of the shift
     */
    record Built(SparseMatrix matrix, DoubleUnaryOperator jacobiRadius) {
    }

    /** Differences on a grid with zero values around it, weighted by axis. */
    ModelSystem(int[] sides, double... weights) {
        this.sides = sides;
        this.weights = weights;
        this.smallest = 2.0 * Arrays.stream(weights).sum() - radius(sides, weights);
    }

    /** The Laplacian of a graph plus a multiple of the identity. */
    ModelSystem(double smallest) {
        this.sides = new int[0];
        this.weights = new double[0];
        this.smallest = smallest;
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Smallest eigenvalue, so that shifts above its negative leave the matrix positive definite. */
    double smallest() {
        return smallest;
    }

    /** The matrix; built once. */
    Built built() {
        return CACHE.computeIfAbsent(this, ModelSystem::build);
    }

    SparseMatrix matrix() {
        int n = Arrays.stream(sides).reduce(1, (a, b) -> a * b);
        List<Edge> edges = new ArrayList<>();
        int stride = 1;
        for (int axis = 0; axis < sides.length; axis++) {
            for (int i = 0; i < n; i++) {
                if (i / stride % sides[axis] + 1 < sides[axis]) {
                    edges.add(new Edge(i, i + stride, weights[axis]));
                }
            }
            stride *= sides[axis];
        }
        double[] diagonal = new double[n];
        Arrays.fill(diagonal, 2.0 * Arrays.stream(weights).sum());
        return SparseMatrix.of(diagonal, edges);
    }

    /** With an uneven diagonal the Jacobi radius has no closed form: it is interpolated over the shifts of the sequences. */
    private Built build() {
        SparseMatrix matrix = matrix();
        if (sides.length == 0) {
            ShiftRange range = ShiftRange.of(smallest);
            return new Built(matrix, Chebyshev.fit(matrix::jacobiRadius, range.lower(), range.upper(), CHEBYSHEV));
        }
        double beside = radius(sides, weights);
        double centre = matrix.diagonal()[0];
        return new Built(matrix, shift -> beside / (centre + shift));
    }

    /** Spectral radius of the part beside the diagonal. */
    private static double radius(int[] sides, double[] weights) {
        double radius = 0.0;
        for (int axis = 0; axis < sides.length; axis++) {
            radius += 2.0 * weights[axis] * StrictMath.cos(Math.PI / (sides[axis] + 1));
        }
        return radius;
    }

    private static double conductivity(RandomGenerator random) {
        return StrictMath.pow(10.0, 3.0 * random.nextDouble() - 1.5);
    }
}
