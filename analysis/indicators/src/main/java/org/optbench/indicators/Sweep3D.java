package org.optbench.indicators;

/** Hypervolume of three objectives by a sweep over the third. */
final class Sweep3D {

    private Sweep3D() {
    }

    static double volume(double[][] points, int n, double[] reference) {
        double[] x = Hypervolume.column(points, n, 0);
        double[] y = Hypervolume.column(points, n, 1);
        double[] z = Hypervolume.column(points, n, 2);
        int[] byX = Points.order(x, y, n);
        double[] sortedX = new double[n];
        double[] sortedY = new double[n];
        int[] rank = new int[n];
        for (int r = 0; r < n; r++) {
            sortedX[r] = x[byX[r]];
            sortedY[r] = y[byX[r]];
            rank[byX[r]] = r;
        }
        Staircase stairs = new Staircase(sortedX, sortedY);
        double volume = 0;
        double area = 0;
        double level = 0;
        for (int i : Points.order(z, x, n)) {
            volume += area * (z[i] - level);
            level = z[i];
            area += stairs.insert(rank[i], reference[0], reference[1]);
        }
        return volume + area * (reference[2] - level);
    }
}
