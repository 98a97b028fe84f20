package org.optbench.tasks.synthetic.engineering;

import static org.optbench.tasks.synthetic.engineering.Designs.cube;
import static org.optbench.tasks.synthetic.engineering.Designs.filled;
import static org.optbench.tasks.synthetic.engineering.Designs.sq;

import java.util.List;

/** Constrained functions that papers on constrained optimization measure with. */
final class ConstrainedFunctions {

    private ConstrainedFunctions() {
    }

    static List<DesignFunction> all() {
        return List.of(
                DesignFunction.real("keane-2", "Keane's bump in two dimensions (Keane 1994; G02)", filled(2, 0.0), filled(2, 10.0), 2,
                        new double[]{1.60086042, 0.46849805}, -0.36497974, ConstrainedFunctions::keane),
                DesignFunction.real("keane-20", "Keane's bump in twenty dimensions (Keane 1994; G02)", filled(20, 0.0), filled(20, 10.0), 2,
                        new double[]{3.16246061572185, 3.12833142812967, 3.09479212988791, 3.06145059523469, 3.02792915885555, 2.99382606701730,
                                2.95866871765285, 2.92184227312450, 0.49482511456933, 0.48835711005490, 0.48231642711865, 0.47664475092742,
                                0.47129550835493, 0.46623099264167, 0.46142004984199, 0.45683664767217, 0.45245876903267, 0.44826762241853,
                                0.44424700958760, 0.44038285956317},
                        -0.803619104, ConstrainedFunctions::keane),
                DesignFunction.real("ackley-10", "Ackley in ten dimensions within a ball and a half-space (Eriksson, Poloczek 2021)", filled(10, -5.0),
                        filled(10, 10.0), 2, filled(10, 0.0), 0.0, ConstrainedFunctions::ackley),
                DesignFunction.real("gramacy", "A line under a sine and in a ball (Gramacy et al. 2016)", filled(2, 0.0), filled(2, 1.0), 2,
                        new double[]{0.195423, 0.404365}, 0.599788, ConstrainedFunctions::gramacy),
                DesignFunction.real("mishra-bird", "Mishra's bird in a disc (Mishra 2006)", new double[]{-10.0, -6.5}, new double[]{0.0, 0.0}, 1,
                        new double[]{-3.1302468, -1.5821422}, -106.7645367, ConstrainedFunctions::bird),
                DesignFunction.real("g06", "A thin crescent (Floudas, Pardalos 1990; G06)", new double[]{13.0, 0.0}, new double[]{100.0, 100.0}, 2,
                        new double[]{14.095, 0.842960789215478}, -6961.813875580, ConstrainedFunctions::crescent),
                DesignFunction.real("g08", "Waves over a parabola (Schoenauer, Xanthakis 1993; G08)", filled(2, 1e-9), filled(2, 10.0), 2,
                        new double[]{1.22797135260752599, 4.24537336612274885}, -0.0958250414180359, ConstrainedFunctions::waves),
                DesignFunction.real("g09", "A polynomial of seven variables (Hock, Schittkowski 1981; G09)", filled(7, -10.0), filled(7, 10.0), 4,
                        new double[]{2.33049935147405174, 1.95137236847114592, -0.477541399510615805, 4.36572624923625874, -0.624486959100388983,
                                1.03813099410962173, 1.5942266780671519},
                        680.630057374402, ConstrainedFunctions::polynomial),
                DesignFunction.real("g24", "A linear objective over two islands (Floudas 1999; G24)", filled(2, 0.0), new double[]{3.0, 4.0}, 2,
                        new double[]{2.329520197477607, 3.17849307411768}, -5.508013271595, ConstrainedFunctions::islands));
    }

    private static double keane(double[] x, double[] g) {
        double fourth = 0.0;
        double product = 1.0;
        double squares = 1.0;
        double weighted = 0.0;
        double sum = 0.0;
        for (int i = 0; i < x.length; i++) {
            double c = StrictMath.cos(x[i]);
            fourth += sq(sq(c));
            squares *= sq(c);
            product *= x[i];
            sum += x[i];
            weighted += (i + 1) * sq(x[i]);
        }
        g[0] = 0.75 - product;
        g[1] = sum - 7.5 * x.length;
        return weighted == 0.0 ? 0.0 : -Math.abs((fourth - 2.0 * squares) / Math.sqrt(weighted));
    }

    private static double ackley(double[] x, double[] g) {
        double squares = 0.0;
        double cosines = 0.0;
        double sum = 0.0;
        for (double v : x) {
            squares += v * v;
            cosines += StrictMath.cos(2.0 * Math.PI * v);
            sum += v;
        }
        g[0] = sum;
        g[1] = Math.sqrt(squares) - 5.0;
        return -20.0 * StrictMath.exp(-0.2 * Math.sqrt(squares / x.length)) - StrictMath.exp(cosines / x.length) + 20.0 + Math.E;
    }

    private static double gramacy(double[] x, double[] g) {
        g[0] = 1.5 - x[0] - 2.0 * x[1] - 0.5 * StrictMath.sin(2.0 * Math.PI * (sq(x[0]) - 2.0 * x[1]));
        g[1] = sq(x[0]) + sq(x[1]) - 1.5;
        return x[0] + x[1];
    }

    private static double bird(double[] x, double[] g) {
        g[0] = sq(x[0] + 5.0) + sq(x[1] + 5.0) - 25.0;
        double c = 1.0 - StrictMath.cos(x[0]);
        double s = 1.0 - StrictMath.sin(x[1]);
        return StrictMath.sin(x[1]) * StrictMath.exp(c * c) + StrictMath.cos(x[0]) * StrictMath.exp(s * s) + sq(x[0] - x[1]);
    }

    private static double crescent(double[] x, double[] g) {
        g[0] = 100.0 - sq(x[0] - 5.0) - sq(x[1] - 5.0);
        g[1] = sq(x[0] - 6.0) + sq(x[1] - 5.0) - 82.81;
        return cube(x[0] - 10.0) + cube(x[1] - 20.0);
    }

    private static double waves(double[] x, double[] g) {
        g[0] = sq(x[0]) - x[1] + 1.0;
        g[1] = 1.0 - x[0] + sq(x[1] - 4.0);
        return -cube(StrictMath.sin(2.0 * Math.PI * x[0])) * StrictMath.sin(2.0 * Math.PI * x[1]) / (cube(x[0]) * (x[0] + x[1]));
    }

    private static double polynomial(double[] x, double[] g) {
        g[0] = -127.0 + 2.0 * sq(x[0]) + 3.0 * sq(sq(x[1])) + x[2] + 4.0 * sq(x[3]) + 5.0 * x[4];
        g[1] = -282.0 + 7.0 * x[0] + 3.0 * x[1] + 10.0 * sq(x[2]) + x[3] - x[4];
        g[2] = -196.0 + 23.0 * x[0] + sq(x[1]) + 6.0 * sq(x[5]) - 8.0 * x[6];
        g[3] = 4.0 * sq(x[0]) + sq(x[1]) - 3.0 * x[0] * x[1] + 2.0 * sq(x[2]) + 5.0 * x[5] - 11.0 * x[6];
        return sq(x[0] - 10.0) + 5.0 * sq(x[1] - 12.0) + sq(sq(x[2])) + 3.0 * sq(x[3] - 11.0) + 10.0 * sq(cube(x[4])) + 7.0 * sq(x[5]) + sq(sq(x[6]))
                - 4.0 * x[5] * x[6] - 10.0 * x[5] - 8.0 * x[6];
    }

    private static double islands(double[] x, double[] g) {
        double a = x[0];
        double b = sq(a);
        g[0] = -2.0 * b * b + 8.0 * a * b - 8.0 * b + x[1] - 2.0;
        g[1] = -4.0 * b * b + 32.0 * a * b - 88.0 * b + 96.0 * a + x[1] - 36.0;
        return -a - x[1];
    }
}
