package org.optbench.tasks.synthetic.coco;

import java.util.Arrays;
import java.util.List;
import org.optbench.tasks.synthetic.coco.LargescaleStage.Conditioning;
import org.optbench.tasks.synthetic.coco.LargescaleStage.PermutedBlocks;

/**
 * The functions of bbob-largescale (O. Elhara, K. Varelas, D. Nguyen, T. Tusar, D. Brockhoff, N. Hansen, A. Auger:
 * COCO: The Large Scale Black-Box Optimization Benchmarking (bbob-largescale) Test Suite, arXiv:1903.06396): those of
 * bbob, with rotations replaced by permuted block-diagonal ones so that a call costs O(40 d), and most values scaled
 * by min(1, 40 / d).
 */
final class LargescaleFunction extends BbobFunction {

    private final List<LargescaleStage> stages;
    private final Core core;
    private final double penalty;

    /**
     * What is computed of the transformed point.
     */
    @FunctionalInterface
    private interface Core {

        /**
         * The value above f_opt and without penalty.
         *
         * @param z array whose elements {@code at .. at + d} are the transformed point
         * @param x the original point
         */
        double value(double[] z, int at, double[] x);
    }

    private LargescaleFunction(BbobId id, double[] optimum, double penalty, List<LargescaleStage> stages, Core core) {
        super(optimum, id.optimalValue());
        this.penalty = penalty;
        this.stages = stages;
        this.core = core;
    }

    /** Builds a function; f1 to f5 and f8 need no rotation, f21 and f22 are built elsewhere. */
    static BbobFunction create(BbobId id) {
        int d = id.dimension();
        double[] x = id.optimum();
        LargescaleStage osc = LargescaleStage.oscillation();
        return switch (id.function()) {
            case 1 -> BbobFunction.of(1, d, id.instance());
            case 2 -> new LargescaleFunction(id, x, 0.0, List.of(osc), weighted(Matrix.powers(1e6, d)));
            case 3 -> new LargescaleFunction(id, x, 0.0,
                    List.of(osc, LargescaleStage.asymmetry(0.2, d), new Conditioning(10.0, d)), shared(rastrigin(d)));
            case 4 -> bueche(id, x, osc);
            case 5 -> slope(id);
            case 6 -> attractiveSector(id, x);
            case 7 -> stepEllipsoid(id, x);
            case 8 -> new LargescaleFunction(id, scaled(x, 0.75), 0.0, List.of(LargescaleStage.affine(valleyScale(d), 1.0)), rosenbrock(d));
            case 9 -> new LargescaleFunction(id, scaled(x, 0.75), 0.0,
                    List.of(blocks(id, 0, 2, 3), LargescaleStage.affine(valleyScale(d), 1.0)), rosenbrock(d));
            case 10 -> new LargescaleFunction(id, x, 0.0, List.of(blocks(id, 1, 2, 3), osc), weighted(Matrix.powers(1e6, d)));
            case 11 -> new LargescaleFunction(id, x, 0.0, List.of(blocks(id, 1, 2, 3), osc), weighted(axes(d, 1e6, 1.0)));
            case 12 -> bentCigar(id);
            case 13 -> new LargescaleFunction(id, x, 0.0, List.of(blocks(id, 0, 5, 6), new Conditioning(10.0, d), blocks(id, 1, 3, 4)), ridge(d));
            case 14 -> new LargescaleFunction(id, x, 0.0, List.of(blocks(id, 1, 2, 3)), shared(differentPowers(d)));
            case 15 -> new LargescaleFunction(id, x, 0.0, List.of(blocks(id, 1, 3, 4), osc, LargescaleStage.asymmetry(0.2, d),
                    blocks(id, 0, 5, 6), new Conditioning(10.0, d), blocks(id, 1, 3, 4)), shared(rastrigin(d)));
            case 16 -> weierstrass(id, x);
            case 17 -> schaffers(id, x, 10.0);
            case 18 -> schaffers(id, x, 1000.0);
            case 19 -> griewankRosenbrock(id);
            case 20 -> BbobFunction.of(20, d, id.instance());
            case 23 -> katsuura(id, x);
            case 24 -> lunacek(id);
            default -> throw new IllegalArgumentException("f" + id.function() + " is built by Gallagher");
        };
    }

    private static PermutedBlocks blocks(BbobId id, int rotation, int left, int right) {
        long seed = id.seed();
        return PermutedBlocks.create(id.dimension(), seed + 1_000_000L * rotation, seed + 1_000_000L * left, seed + 1_000_000L * right);
    }

    private static double valleyScale(int d) {
        return ModerateFunctions.valleyScale(PermutedBlocks.blockSize(d));
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }

    /** {@code first} for the leading fortieth of the axes, rounded up, and {@code rest} for the others. */
    private static double[] axes(int d, double first, double rest) {
        double[] weight = new double[d];
        for (int i = 0; i < d; i++) {
            weight[i] = i < leading(d) ? first : rest;
        }
        return weight;
    }

    private static int leading(int d) {
        return (d + 39) / 40;
    }

    /** {@code min(1, 40 / d)}, which keeps the values in the range of dimension 40. */
    private static double share(int d) {
        return Math.min(1.0, 40.0 / d);
    }

    private static Core shared(Core core) {
        return (z, at, x) -> core.value(z, at, x) * share(x.length);
    }

    private static Core weighted(double[] weight) {
        return shared((z, at, _) -> {
            double sum = 0.0;
            for (int i = 0; i < weight.length; i++) {
                sum += weight[i] * z[at + i] * z[at + i];
            }
            return sum;
        });
    }

    private static Core rosenbrock(int d) {
        return shared((z, at, _) -> {
            double valley = 0.0;
            double distance = 0.0;
            for (int i = at; i < at + d - 1; i++) {
                double a = z[i] * z[i] - z[i + 1];
                double b = z[i] - 1.0;
                valley += a * a;
                distance += b * b;
            }
            return 100.0 * valley + distance;
        });
    }

    private static Core rastrigin(int d) {
        return (z, at, _) -> {
            double cosines = 0.0;
            double squares = 0.0;
            for (int i = at; i < at + d; i++) {
                cosines += Elementary.cosTurns(z[i]);
                squares += z[i] * z[i];
            }
            return 10.0 * (d - cosines) + squares;
        };
    }

    private static Core differentPowers(int d) {
        Powers powers = new Powers(d);
        return (z, at, _) -> Math.sqrt(powers.sum(z, at));
    }

    private static Core ridge(int d) {
        return shared((z, at, _) -> {
            double linear = 0.0;
            double rest = 0.0;
            for (int i = 0; i < d; i++) {
                double square = z[at + i] * z[at + i];
                if (i < leading(d)) {
                    linear += square;
                } else {
                    rest += square;
                }
            }
            return 100.0 * Math.sqrt(rest) + linear;
        });
    }

    private static BbobFunction bueche(BbobId id, double[] x, LargescaleStage osc) {
        for (int i = 0; i < x.length; i += 2) {
            x[i] = Math.abs(x[i]);
        }
        double[] scale = Matrix.powers(Math.sqrt(10.0), x.length);
        LargescaleStage steep = (in, from, out, to) -> {
            for (int i = 0; i < scale.length; i++) {
                double z = in[from + i];
                out[to + i] = z * (z > 0.0 && (i & 1) == 0 ? 10.0 * scale[i] : scale[i]);
            }
        };
        return new LargescaleFunction(id, x, 100.0, List.of(osc, steep), shared(rastrigin(x.length)));
    }

    private static BbobFunction slope(BbobId id) {
        BbobFunction plain = BbobFunction.of(5, id.dimension(), id.instance());
        return new LargescaleFunction(id, plain.optimum(), 0.0, List.of(), (_, _, x) -> share(x.length) * (plain.value(x) - plain.optimalValue()));
    }

    private static BbobFunction attractiveSector(BbobId id, double[] optimum) {
        int d = optimum.length;
        return new LargescaleFunction(id, optimum, 0.0, List.of(blocks(id, 0, 4, 5), new Conditioning(10.0, d), blocks(id, 1, 2, 3)),
                (z, at, _) -> {
                    double sum = 0.0;
                    for (int i = 0; i < d; i++) {
                        double v = z[at + i];
                        sum += optimum[i] * v > 0.0 ? 1e4 * v * v : v * v;
                    }
                    return sum == 0.0 ? 0.0 : Elementary.exp(0.9 * Transforms.oscillatedLog(Elementary.log(share(d) * sum)));
                });
    }

    private static BbobFunction stepEllipsoid(BbobId id, double[] optimum) {
        int d = optimum.length;
        List<LargescaleStage> before = List.of(blocks(id, 0, 2, 3), new Conditioning(10.0, d));
        PermutedBlocks after = blocks(id, 1, 4, 5);
        double[] weight = Matrix.powers(100.0, d);
        return new LargescaleFunction(id, optimum, 1.0, before, (z, at, _) -> {
            double first = Math.abs(z[at]);
            double[] steps = new double[2 * d];
            for (int i = 0; i < d; i++) {
                double v = z[at + i];
                steps[i] = Math.abs(v) > 0.5 ? Math.floor(v + 0.5) : Math.floor(10.0 * v + 0.5) / 10.0;
            }
            after.apply(steps, 0, steps, d);
            double sum = 0.0;
            for (int i = 0; i < d; i++) {
                sum += weight[i] * steps[d + i] * steps[d + i];
            }
            return share(d) * 0.1 * Math.max(1e-4 * first, sum);
        });
    }

    private static BbobFunction bentCigar(BbobId id) {
        int d = id.dimension();
        PermutedBlocks rotation = blocks(id, 1, 2, 3);
        return new LargescaleFunction(id, LegacyRandom.optimum(d, id.seed() + 1_000_000L), 0.0,
                List.of(rotation, LargescaleStage.asymmetry(0.5, d), rotation), weighted(axes(d, 1.0, 1e6)));
    }

    private static BbobFunction weierstrass(BbobId id, double[] optimum) {
        int d = optimum.length;
        PermutedBlocks outer = blocks(id, 1, 3, 4);
        return new LargescaleFunction(id, optimum, 10.0 / d,
                List.of(outer, LargescaleStage.oscillation(), blocks(id, 0, 5, 6), new Conditioning(0.01, d), outer), (z, at, _) -> {
                    double sum = 0.0;
                    for (int i = at; i < at + d; i++) {
                        sum += MultimodalFunctions.weierstrassSeries(z[i] + 0.5);
                    }
                    double level = sum / d - MultimodalFunctions.WEIERSTRASS_LOWEST;
                    return 10.0 * level * level * level;
                });
    }

    private static BbobFunction schaffers(BbobId id, double[] optimum, double condition) {
        int d = optimum.length;
        return new LargescaleFunction(id, optimum, 10.0,
                List.of(blocks(id, 1, 5, 6), LargescaleStage.asymmetry(0.5, d), blocks(id, 0, 3, 4), new Conditioning(condition, d)),
                (z, at, _) -> MultimodalFunctions.schaffers(z, at, d));
    }

    /** A function of {@code factor B x + 1/2}, lowest where every coordinate of that is 1. */
    private static BbobFunction griewankRosenbrock(BbobId id) {
        PermutedBlocks rotation = blocks(id, 0, 2, 3);
        int d = id.dimension();
        double factor = valleyScale(d);
        double[] halves = new double[d];
        Arrays.fill(halves, 0.5 / factor);
        return new LargescaleFunction(id, rotation.preimage(halves), 0.0, List.of(rotation, LargescaleStage.affine(factor, 1.0)),
                (z, at, _) -> MultimodalFunctions.griewankRosenbrock(z, at, d));
    }

    private static BbobFunction katsuura(BbobId id, double[] optimum) {
        int d = optimum.length;
        double exponent = 10.0 / StrictMath.pow(d, 1.2);
        return new LargescaleFunction(id, optimum, 1.0, List.of(blocks(id, 0, 3, 4), new Conditioning(100.0, d), blocks(id, 1, 5, 6)),
                (z, at, _) -> WeaklyStructuredFunctions.katsuuraByFactors(z, at, d, exponent));
    }

    private static BbobFunction lunacek(BbobId id) {
        int d = id.dimension();
        double width = 1.0 - 0.5 / (Math.sqrt(d + 20.0) - 4.1);
        double mu1 = -Math.sqrt((2.5 * 2.5 - 1.0) / width);
        double[] optimum = LegacyRandom.gaussian(d, id.seed());
        for (int i = 0; i < d; i++) {
            optimum[i] = optimum[i] < 0.0 ? -1.25 : 1.25;
        }
        LargescaleStage mirror = (in, from, out, to) -> {
            for (int i = 0; i < d; i++) {
                out[to + i] = 2.0 * Math.copySign(1.0, optimum[i]) * in[from + i];
            }
        };
        return new LargescaleFunction(id, optimum, 1e4, List.of(mirror, blocks(id, 0, 3, 4), new Conditioning(100.0, d), blocks(id, 1, 5, 6)),
                (z, at, x) -> {
                    double cosines = 0.0;
                    double first = 0.0;
                    double second = 0.0;
                    for (int i = 0; i < d; i++) {
                        double mirrored = 2.0 * Math.copySign(1.0, optimum[i]) * x[i];
                        cosines += Elementary.cosTurns(z[at + i]);
                        first += (mirrored - 2.5) * (mirrored - 2.5);
                        second += (mirrored - mu1) * (mirrored - mu1);
                    }
                    return share(d) * (10.0 * (d - cosines) + Math.min(first, width * second + d));
                });
    }

    @Override
    public int workspace() {
        return 2 * dimension;
    }

    @Override
    public double value(double[] x, double[] work) {
        shift(x, work);
        int at = 0;
        for (LargescaleStage stage : stages) {
            int to = dimension - at;
            stage.apply(work, at, work, to);
            at = to;
        }
        double value = core.value(work, at, x);
        return (penalty == 0.0 ? value : value + penalty * Transforms.penalty(x)) + optimalValue;
    }
}
