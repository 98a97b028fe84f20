package org.optbench.tasks.synthetic.engineering;

import static org.optbench.tasks.synthetic.engineering.Designs.cube;
import static org.optbench.tasks.synthetic.engineering.Designs.filled;
import static org.optbench.tasks.synthetic.engineering.Designs.sq;

import java.util.List;

/** Machine parts and structures. */
final class MechanicalDesigns {

    private MechanicalDesigns() {
    }

    static List<DesignFunction> all() {
        return List.of(
                DesignFunction.real("welded-beam", "Welded beam of least cost (Ragsdell, Phillips 1976; Coello 2000)", new double[]{0.1, 0.1, 0.1, 0.1},
                        new double[]{2.0, 10.0, 10.0, 2.0}, 7, new double[]{0.205729639786, 3.470488665628, 9.036623910358, 0.205729639786},
                        1.724852308597, MechanicalDesigns::weldedBeam),
                DesignFunction.real("tension-spring", "Tension spring of least weight (Arora 1989)", new double[]{0.05, 0.25, 2.0},
                        new double[]{2.0, 1.3, 15.0}, 4, new double[]{0.051689061, 0.356717739, 11.288965634}, 0.012665232788,
                        MechanicalDesigns::spring),
                DesignFunction.real("speed-reducer", "Speed reducer of least weight (Golinski 1973)", new double[]{2.6, 0.7, 17.0, 7.3, 7.3, 2.9, 5.0},
                        new double[]{3.6, 0.8, 28.0, 8.3, 8.3, 3.9, 5.5}, 11,
                        new double[]{3.5, 0.7, 17.0, 7.3, 7.715319911478, 3.350214666096, 5.286654464980}, 2994.471066146, MechanicalDesigns::reducer)
                        .withWhole(2),
                DesignFunction.real("three-bar-truss", "Three-bar truss of least volume (Nowacki 1973)", new double[]{1e-6, 1e-6}, new double[]{1.0, 1.0},
                        3, new double[]{0.788675134, 0.408248290}, 263.895843376, MechanicalDesigns::truss),
                DesignFunction.real("cantilever", "Stepped cantilever beam of least weight (Fleury, Braibant 1986)", filled(5, 0.01), filled(5, 100.0), 1,
                        new double[]{6.016015870, 5.309173880, 4.494329594, 3.501474947, 2.152665333}, 1.339956360, MechanicalDesigns::cantilever),
                DesignFunction.real("tubular-column", "Tubular column of least cost (Rao 1996)", new double[]{2.0, 0.2}, new double[]{14.0, 0.8}, 6,
                        new double[]{5.451156234, 0.291965477}, 26.499496883, MechanicalDesigns::column),
                DesignFunction.real("i-beam", "I-beam of least deflection (Gold, Krishnamurty 1997)", new double[]{10.0, 10.0, 0.9, 0.9},
                        new double[]{80.0, 50.0, 5.0, 5.0}, 2, new double[]{80.0, 50.0, 0.9, 2.3217922605}, 0.0130741189, MechanicalDesigns::beam),
                DesignFunction.real("gear-train", "Gear train with the ratio 1/6.931 (Sandgren 1990)", filled(4, 12.0), filled(4, 60.0), 0,
                        new double[]{19.0, 16.0, 43.0, 49.0}, 2.700857148886513e-12, (x, _) -> sq(1.0 / 6.931 - x[0] * x[1] / (x[2] * x[3])))
                        .withWhole(0, 1, 2, 3));
    }

    private static double weldedBeam(double[] x, double[] g) {
        double h = x[0];
        double l = x[1];
        double t = x[2];
        double b = x[3];
        double load = 6000.0;
        double length = 14.0;
        double young = 30e6;
        double shear = 12e6;
        double radius = Math.sqrt(l * l / 4.0 + sq((h + t) / 2.0));
        double inertia = 2.0 * Math.sqrt(2.0) * h * l * (l * l / 12.0 + sq((h + t) / 2.0));
        double primary = load / (Math.sqrt(2.0) * h * l);
        double secondary = load * (length + l / 2.0) * radius / inertia;
        double stress = Math.sqrt(sq(primary) + 2.0 * primary * secondary * l / (2.0 * radius) + sq(secondary));
        double buckling = 4.013 * young * t * cube(b) / 6.0 / sq(length) * (1.0 - t / (2.0 * length) * Math.sqrt(young / (4.0 * shear)));
        g[0] = stress - 13_600.0;
        g[1] = 6.0 * load * length / (b * t * t) - 30_000.0;
        g[2] = h - b;
        g[3] = 0.10471 * h * h + 0.04811 * t * b * (14.0 + l) - 5.0;
        g[4] = 0.125 - h;
        g[5] = 4.0 * load * cube(length) / (young * cube(t) * b) - 0.25;
        g[6] = load - buckling;
        return 1.10471 * h * h * l + 0.04811 * t * b * (14.0 + l);
    }

    private static double spring(double[] x, double[] g) {
        double d = x[0];
        double coil = x[1];
        double n = x[2];
        g[0] = 1.0 - cube(coil) * n / (71_785.0 * sq(sq(d)));
        g[1] = (4.0 * coil * coil - d * coil) / (12_566.0 * (coil * cube(d) - sq(sq(d)))) + 1.0 / (5108.0 * d * d) - 1.0;
        g[2] = 1.0 - 140.45 * d / (coil * coil * n);
        g[3] = (coil + d) / 1.5 - 1.0;
        return (n + 2.0) * coil * d * d;
    }

    private static double reducer(double[] x, double[] g) {
        double face = x[0];
        double module = x[1];
        double teeth = x[2];
        double l1 = x[3];
        double l2 = x[4];
        double d1 = x[5];
        double d2 = x[6];
        g[0] = 27.0 / (face * sq(module) * teeth) - 1.0;
        g[1] = 397.5 / (face * sq(module) * sq(teeth)) - 1.0;
        g[2] = 1.93 * cube(l1) / (module * teeth * sq(sq(d1))) - 1.0;
        g[3] = 1.93 * cube(l2) / (module * teeth * sq(sq(d2))) - 1.0;
        g[4] = Math.sqrt(sq(745.0 * l1 / (module * teeth)) + 16.9e6) / (110.0 * cube(d1)) - 1.0;
        g[5] = Math.sqrt(sq(745.0 * l2 / (module * teeth)) + 157.5e6) / (85.0 * cube(d2)) - 1.0;
        g[6] = module * teeth / 40.0 - 1.0;
        g[7] = 5.0 * module / face - 1.0;
        g[8] = face / (12.0 * module) - 1.0;
        g[9] = (1.5 * d1 + 1.9) / l1 - 1.0;
        g[10] = (1.1 * d2 + 1.9) / l2 - 1.0;
        return 0.7854 * face * sq(module) * (3.3333 * sq(teeth) + 14.9334 * teeth - 43.0934) - 1.508 * face * (sq(d1) + sq(d2))
                + 7.4777 * (cube(d1) + cube(d2)) + 0.7854 * (l1 * sq(d1) + l2 * sq(d2));
    }

    private static double truss(double[] x, double[] g) {
        double root = Math.sqrt(2.0);
        double common = root * sq(x[0]) + 2.0 * x[0] * x[1];
        g[0] = (root * x[0] + x[1]) / common * 2.0 - 2.0;
        g[1] = x[1] / common * 2.0 - 2.0;
        g[2] = 1.0 / (x[0] + root * x[1]) * 2.0 - 2.0;
        return (2.0 * root * x[0] + x[1]) * 100.0;
    }

    private static double cantilever(double[] x, double[] g) {
        g[0] = 61.0 / cube(x[0]) + 37.0 / cube(x[1]) + 19.0 / cube(x[2]) + 7.0 / cube(x[3]) + 1.0 / cube(x[4]) - 1.0;
        return 0.0624 * (x[0] + x[1] + x[2] + x[3] + x[4]);
    }

    private static double column(double[] x, double[] g) {
        double d = x[0];
        double t = x[1];
        g[0] = 2500.0 / (Math.PI * d * t * 500.0) - 1.0;
        g[1] = 8.0 * 2500.0 * sq(250.0) / (cube(Math.PI) * 0.85e6 * d * t * (d * d + t * t)) - 1.0;
        g[2] = 2.0 / d - 1.0;
        g[3] = d / 14.0 - 1.0;
        g[4] = 0.2 / t - 1.0;
        g[5] = t / 0.8 - 1.0;
        return 9.8 * d * t + 2.0 * d;
    }

    private static double beam(double[] x, double[] g) {
        double h = x[0];
        double b = x[1];
        double web = x[2];
        double flange = x[3];
        double inner = h - 2.0 * flange;
        g[0] = 2.0 * b * flange + web * inner - 300.0;
        g[1] = 18e4 * h / (web * cube(inner) + 2.0 * b * flange * (4.0 * sq(flange) + 3.0 * h * inner))
                + 15e3 * b / (inner * cube(web) + 2.0 * flange * cube(b)) - 56.0;
        return 5000.0 / (web * cube(inner) / 12.0 + b * cube(flange) / 6.0 + 2.0 * b * flange * sq((h - flange) / 2.0));
    }
}
