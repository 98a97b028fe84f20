package org.optbench.tasks.synthetic.engineering;

import static org.optbench.tasks.synthetic.engineering.Designs.cube;
import static org.optbench.tasks.synthetic.engineering.Designs.sq;

import java.util.List;

/** Vessels, heat exchangers and ships. */
final class ProcessDesigns {

    private static final double SIXTEENTH = 0.0625;

    private ProcessDesigns() {
    }

    static List<DesignFunction> all() {
        return List.of(
                DesignFunction
                        .real("pressure-vessel", "Pressure vessel of least cost, plates in sixteenths of an inch (Sandgren 1990)",
                                new double[]{1.0, 1.0, 10.0, 10.0}, new double[]{99.0, 99.0, 200.0, 240.0}, 3,
                                new double[]{13.0, 7.0, 42.0984455958549, 176.6365958424394}, 6059.714335048, ProcessDesigns::vessel)
                        .withWhole(0, 1),
                DesignFunction.real("heat-exchanger", "Network of heat exchangers of least area (Avriel, Williams 1971; G10)",
                        new double[]{100.0, 1000.0, 1000.0, 10.0, 10.0, 10.0, 10.0, 10.0},
                        new double[]{10_000.0, 10_000.0, 10_000.0, 1000.0, 1000.0, 1000.0, 1000.0, 1000.0}, 6,
                        new double[]{579.306685017979589, 1359.97067807935605, 5109.97065743133317, 182.01769963061534, 295.601173702746792,
                                217.982300369384632, 286.41652592786852, 395.601173702746735},
                        7049.248020528, ProcessDesigns::exchanger),
                DesignFunction.real("corrugated-bulkhead", "Corrugated bulkhead of a tanker of least weight (Kvalie et al. 1966)",
                        new double[]{0.0, 0.0, 0.0, 0.0}, new double[]{100.0, 100.0, 100.0, 5.0}, 6,
                        new double[]{57.692307692308, 34.147620283, 57.692307692308, 1.05}, 6.8429580, ProcessDesigns::bulkhead),
                DesignFunction.real("himmelblau-process", "Process of five variables (Himmelblau 1972; G04)", new double[]{78.0, 33.0, 27.0, 27.0, 27.0},
                        new double[]{102.0, 45.0, 45.0, 45.0, 45.0}, 6, new double[]{78.0, 33.0, 29.9952560256815985, 45.0, 36.7758129057882073},
                        -30_665.538671783, ProcessDesigns::process));
    }

    private static double vessel(double[] x, double[] g) {
        double shell = SIXTEENTH * x[0];
        double head = SIXTEENTH * x[1];
        double r = x[2];
        double l = x[3];
        g[0] = 0.0193 * r - shell;
        g[1] = 0.00954 * r - head;
        g[2] = 1_296_000.0 - Math.PI * r * r * l - 4.0 / 3.0 * Math.PI * cube(r);
        return 0.6224 * shell * r * l + 1.7781 * head * r * r + 3.1661 * shell * shell * l + 19.84 * shell * shell * r;
    }

    private static double exchanger(double[] x, double[] g) {
        g[0] = -1.0 + 0.0025 * (x[3] + x[5]);
        g[1] = -1.0 + 0.0025 * (x[4] + x[6] - x[3]);
        g[2] = -1.0 + 0.01 * (x[7] - x[4]);
        g[3] = -x[0] * x[5] + 833.33252 * x[3] + 100.0 * x[0] - 83_333.333;
        g[4] = -x[1] * x[6] + 1250.0 * x[4] + x[1] * x[3] - 1250.0 * x[3];
        g[5] = -x[2] * x[7] + 1_250_000.0 + x[2] * x[4] - 2500.0 * x[4];
        return x[0] + x[1] + x[2];
    }

    private static double bulkhead(double[] x, double[] g) {
        double width = x[0];
        double height = x[1];
        double length = x[2];
        double thickness = x[3];
        double root = Math.sqrt(Math.abs(sq(length) - sq(height)));
        g[0] = -thickness * height * (0.4 * width + length / 6.0) + 8.94 * (width + root);
        g[1] = -thickness * sq(height) * (0.2 * width + length / 12.0) + 2.2 * StrictMath.pow(8.94 * (width + root), 4.0 / 3.0);
        g[2] = -thickness + 0.0156 * width + 0.15;
        g[3] = -thickness + 0.0156 * length + 0.15;
        g[4] = -thickness + 1.05;
        g[5] = height - length;
        double span = width + root;
        return span == 0.0 ? 5.885 * thickness : 5.885 * thickness * (width + length) / span;
    }

    private static double process(double[] x, double[] g) {
        double u = 85.334407 + 0.0056858 * x[1] * x[4] + 0.0006262 * x[0] * x[3] - 0.0022053 * x[2] * x[4];
        double v = 80.51249 + 0.0071317 * x[1] * x[4] + 0.0029955 * x[0] * x[1] + 0.0021813 * sq(x[2]);
        double w = 9.300961 + 0.0047026 * x[2] * x[4] + 0.0012547 * x[0] * x[2] + 0.0019085 * x[2] * x[3];
        g[0] = u - 92.0;
        g[1] = -u;
        g[2] = v - 110.0;
        g[3] = 90.0 - v;
        g[4] = w - 25.0;
        g[5] = 20.0 - w;
        return 5.3578547 * sq(x[2]) + 0.8356891 * x[0] * x[4] + 37.293239 * x[0] - 40_792.141;
    }
}
