package org.optbench.optimizers.classic;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The downhill simplex method (Nelder and Mead 1965) with the dimension-dependent coefficients of Gao and Han (2012), equation 4.1.
 *
 * @param edge      length of the edges of the first simplex
 * @param tolerance size of the simplex at which it has converged
 */
record NelderMead(double edge, double tolerance) implements LocalSearch {

    private record Vertex(double[] point, double value) {
    }

    @Override
    public void run(Function function, double[] start, double scale) {
        int n = start.length;
        double expansion = 1 + 2.0 / n;
        double contraction = Math.max(0.25, 0.75 - 1.0 / (2 * n));
        double shrinkage = n == 1 ? 0.5 : 1 - 1.0 / n;
        Vertex[] simplex = new Vertex[n + 1];
        simplex[0] = new Vertex(start, function.at(start));
        for (int i = 0; i < n; i++) {
            double[] point = start.clone();
            point[i] += point[i] + edge * scale <= 1 ? edge * scale : -edge * scale;
            simplex[i + 1] = evaluated(function, point);
        }
        sort(simplex);
        while (size(simplex) > tolerance) {
            double[] centre = centroid(simplex);
            Vertex worst = simplex[n];
            Vertex reflected = evaluated(function, along(centre, worst.point, -1));
            if (reflected.value < simplex[0].value) {
                Vertex expanded = evaluated(function, along(centre, worst.point, -expansion));
                simplex[n] = expanded.value < reflected.value ? expanded : reflected;
            } else if (reflected.value < simplex[n - 1].value) {
                simplex[n] = reflected;
            } else {
                boolean outside = reflected.value < worst.value;
                Vertex contracted = evaluated(function, along(centre, worst.point, outside ? -contraction : contraction));
                if (contracted.value < Math.min(reflected.value, worst.value)) {
                    simplex[n] = contracted;
                } else {
                    for (int i = 1; i <= n; i++) {
                        simplex[i] = evaluated(function, along(simplex[0].point, simplex[i].point, shrinkage));
                    }
                }
            }
            sort(simplex);
        }
    }

    private static Vertex evaluated(Function function, double[] point) {
        Points.clamp(point);
        return new Vertex(point, function.at(point));
    }

    private static void sort(Vertex[] simplex) {
        Arrays.sort(simplex, Comparator.comparingDouble(Vertex::value));
    }

    private static double[] centroid(Vertex[] simplex) {
        int n = simplex.length - 1;
        double[] centre = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                centre[k] += simplex[i].point[k] / n;
            }
        }
        return centre;
    }

    /** from + factor (to - from). */
    private static double[] along(double[] from, double[] to, double factor) {
        double[] point = new double[from.length];
        for (int k = 0; k < point.length; k++) {
            point[k] = from[k] + factor * (to[k] - from[k]);
        }
        return point;
    }

    private static double size(Vertex[] simplex) {
        double most = 0;
        for (int i = 1; i < simplex.length; i++) {
            for (int k = 0; k < simplex.length - 1; k++) {
                most = Math.max(most, Math.abs(simplex[i].point[k] - simplex[0].point[k]));
            }
        }
        return most;
    }
}
