package org.optbench.tasks.synthetic.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * DAS-CMOP1 to DAS-CMOP9 (Z. Fan et al.: Difficulty Adjustable and Scalable Constrained Multiobjective Test Problem Toolkit, Evolutionary Computation
 * 28(3), 2020) at the 16 difficulties of the paper: triplets of diversity, feasibility and convergence hardness. 30 variables.
 */
final class DascmopProblem extends ParetoProblem {

    /** Number of difficulties. */
    static final int DIFFICULTIES = 16;

    private static final int DIMENSION = 30;
    private static final int OVERSAMPLING = 8;
    /** Every distance variable can add this share of it within its bounds. */
    private static final double LARGEST_DISTANCE = 5.0;
    private static final double[][] TRIPLETS = {{0.25, 0, 0}, {0, 0.25, 0}, {0, 0, 0.25}, {0.25, 0.25, 0.25}, {0.5, 0, 0}, {0, 0.5, 0}, {0, 0, 0.5},
            {0.5, 0.5, 0.5}, {0.75, 0, 0}, {0, 0.75, 0}, {0, 0, 0.75}, {0.75, 0.75, 0.75}, {0, 1, 0}, {0.5, 1, 0}, {0, 1, 0.5}, {0.5, 1, 0.5}};
    private static final double[] CENTRE1 = {0, 1, 0, 1, 2, 0, 1, 2, 3};
    private static final double[] CENTRE2 = {1.5, 0.5, 2.5, 1.5, 0.5, 3.5, 2.5, 1.5, 0.5};

    private final int number;
    private final double eta;
    private final double zeta;
    private final double gamma;

    DascmopProblem(int number, int difficulty) {
        super("dascmop" + number + "-" + difficulty, filled(DIMENSION, 0.0), filled(DIMENSION, 1.0), number <= 6 ? 11 : 7,
                filled(number <= 6 ? 2 : 3, number <= 6 ? 5.0 : 3.0));
        this.number = number;
        double[] triplet = TRIPLETS[difficulty - 1];
        eta = triplet[0];
        zeta = triplet[1];
        gamma = triplet[2];
    }

    @Override
    public void evaluate(double[] x, double[] f, double[] g) {
        double distance = distance(x);
        shape(x, f);
        for (int i = 0; i < f.length; i++) {
            f[i] += distance;
        }
        constrain(x, f, distance, g);
    }

    /** The objectives at distance 0. */
    private void shape(double[] x, double[] f) {
        if (number <= 6) {
            double t = x[0];
            f[0] = t;
            f[1] = switch (number % 3) {
                case 1 -> 1.0 - t * t;
                case 2 -> 1.0 - Math.sqrt(t);
                default -> 1.0 - Math.sqrt(t) + 0.5 * Math.abs(StrictMath.sin(5.0 * Math.PI * t));
            };
        } else if (number == 7) {
            f[0] = x[0] * x[1];
            f[1] = x[1] * (1.0 - x[0]);
            f[2] = 1.0 - x[1];
        } else {
            double a = 0.5 * Math.PI * x[0];
            double b = 0.5 * Math.PI * x[1];
            f[0] = StrictMath.cos(a) * StrictMath.cos(b);
            f[1] = StrictMath.cos(a) * StrictMath.sin(b);
            f[2] = StrictMath.sin(a);
        }
    }

    /**
     * All objectives grow with the distance alone, so that the front consists of the feasible points of smallest distance over the position variables. The
     * distances that the constraints on the objectives exclude are intervals in closed form.
     */
    @Override
    public double[][] front(int points) {
        List<double[]> x = new ArrayList<>();
        for (double[] position : positions(OVERSAMPLING * points)) {
            double distance = smallestDistance(position);
            if (!Double.isNaN(distance)) {
                x.add(withDistance(position, distance));
            }
        }
        double[][] front = images(x.toArray(double[][]::new));
        return Arrays.stream(Fronts.spread(front, points)).mapToObj(i -> front[i]).toArray(double[][]::new);
    }

    /** Position variables that satisfy their own constraints, with the ends of the feasible intervals. */
    private List<double[]> positions(int count) {
        int m = objectives() - 1;
        double[] sines = intervals(m == 1 ? count : (int) Math.ceil(Math.sqrt(count)), 0.0);
        if (m == 1) {
            return Arrays.stream(sines).mapToObj(t -> new double[]{t}).toList();
        }
        // cos(20 pi t) = sin(20 pi (t + 1/40))
        double[] cosines = intervals((int) Math.ceil(Math.sqrt(count)), 1.0 / 40.0);
        return Arrays.stream(sines).boxed().flatMap(a -> Arrays.stream(cosines).mapToObj(b -> new double[]{a, b})).toList();
    }

    /** Points of [0, 1] with {@code sin(20 pi (t + phase)) >= 2 eta - 1}. */
    private double[] intervals(int count, double phase) {
        double level = 2.0 * eta - 1.0;
        DoubleStream grid = IntStream.range(0, count).mapToDouble(i -> i / (count - 1.0));
        DoubleStream ends = IntStream.rangeClosed(-1, 11).boxed().flatMapToDouble(k -> {
            double rise = StrictMath.asin(level) / (20.0 * Math.PI);
            return DoubleStream.of(rise + k / 10.0 - phase, 1.0 / 20.0 - rise + k / 10.0 - phase);
        });
        return DoubleStream.concat(grid, eta > 0.0 ? ends : DoubleStream.empty())
                .filter(t -> t >= 0.0 && t <= 1.0 && StrictMath.sin(20.0 * Math.PI * (t + phase)) >= level - 1e-12).sorted().toArray();
    }

    /** The smallest feasible distance at a position; NaN when there is none. */
    private double smallestDistance(double[] position) {
        double distance = zeta == 0.0 ? 0.0 : zeta == 1.0 ? 0.5 - 1e-4 : 0.5;
        double largest = zeta == 0.0 ? LARGEST_DISTANCE : zeta == 1.0 ? 0.5 + 1e-4 : 0.5 - StrictMath.log(zeta);
        double[] f = new double[objectives()];
        shape(position, f);
        for (boolean moved = true; moved;) {
            moved = false;
            for (int k = 0; k < (number <= 6 ? CENTRE1.length : 4); k++) {
                double[] excluded = number <= 6 ? ellipse(f, k) : sphere(f, k);
                if (distance > excluded[0] && distance < excluded[1]) {
                    distance = excluded[1];
                    moved = true;
                }
            }
        }
        return distance <= largest ? distance : Double.NaN;
    }

    /** The distances inside an ellipse; its long axis lies across the line on which the distance moves a point. */
    private double[] ellipse(double[] f, int k) {
        double a = f[0] - CENTRE1[k];
        double b = f[1] - CENTRE2[k];
        double rest = 0.5 * gamma - 0.5 * (b - a) * (b - a) / 1.2;
        double half = rest <= 0.0 ? 0.0 : Math.sqrt(0.5 * 0.3 * rest);
        return new double[]{-0.5 * (a + b) - half, -0.5 * (a + b) + half};
    }

    private double[] sphere(double[] f, int k) {
        double sum = 0.0;
        double squares = 0.0;
        for (int i = 0; i < 3; i++) {
            double offset = f[i] - centre(k, i);
            sum += offset;
            squares += offset * offset;
        }
        double root = sum * sum - 3.0 * (squares - 0.25 * gamma * gamma);
        double half = root <= 0.0 ? 0.0 : Math.sqrt(root);
        return new double[]{(-sum - half) / 3.0, (-sum + half) / 3.0};
    }

    /** A decision vector with a distance of at most {@link #LARGEST_DISTANCE}; every distance variable adds the same. */
    double[] withDistance(double[] position, double distance) {
        double[] x = filled(DIMENSION, 0.5);
        System.arraycopy(position, 0, x, 0, position.length);
        double each = distance / (DIMENSION - position.length);
        for (int i = position.length; i < DIMENSION; i++) {
            double centre = switch (number) {
                case 1, 2, 3 -> StrictMath.sin(0.5 * Math.PI * x[0]);
                case 9 -> StrictMath.cos(0.25 * (i + 1) / DIMENSION * Math.PI * (x[0] + x[1]));
                default -> 0.5;
            };
            double offset = number <= 3 || number == 9
                    ? Math.sqrt(each)
                    : Fronts.firstFeasible(0.0, 0.05, 1, z -> 1.0 + z * z - StrictMath.cos(20.0 * Math.PI * z) >= each);
            x[i] = centre > 0.5 ? centre - offset : centre + offset;
        }
        return x;
    }

    private double distance(double[] x) {
        int m = objectives();
        double sum = 0.0;
        for (int i = m - 1; i < x.length; i++) {
            double z = x[i] - 0.5;
            sum += switch (number) {
                case 1, 2, 3 -> {
                    double a = x[i] - StrictMath.sin(0.5 * Math.PI * x[0]);
                    yield a * a;
                }
                case 9 -> {
                    double a = x[i] - StrictMath.cos(0.25 * (i + 1) / x.length * Math.PI * (x[0] + x[1]));
                    yield a * a;
                }
                default -> 1.0 + z * z - StrictMath.cos(20.0 * Math.PI * z);
            };
        }
        return sum;
    }

    private void constrain(double[] x, double[] f, double distance, double[] g) {
        double b = 2.0 * eta - 1.0;
        double d = zeta == 0.0 ? 0.0 : 0.5;
        double e = zeta > 0.0 ? d - StrictMath.log(zeta) : 1e30;
        double r = 0.5 * gamma;
        double ring = zeta == 1.0 ? 1e-4 - Math.abs(e - distance) : (e - distance) * (distance - d);
        g[0] = b - StrictMath.sin(20.0 * Math.PI * x[0]);
        if (number <= 6) {
            g[1] = -ring;
            double c = StrictMath.cos(-0.25 * Math.PI);
            double s = StrictMath.sin(-0.25 * Math.PI);
            for (int k = 0; k < CENTRE1.length; k++) {
                double u = (f[0] - CENTRE1[k]) * c - (f[1] - CENTRE2[k]) * s;
                double v = (f[0] - CENTRE1[k]) * s + (f[1] - CENTRE2[k]) * c;
                g[2 + k] = r - u * u / 0.3 - v * v / 1.2;
            }
            return;
        }
        g[1] = b - StrictMath.cos(20.0 * Math.PI * x[1]);
        g[2] = -ring;
        for (int k = 0; k < 4; k++) {
            double sum = 0.0;
            for (int i = 0; i < 3; i++) {
                sum += (f[i] - centre(k, i)) * (f[i] - centre(k, i));
            }
            g[3 + k] = r * r - sum;
        }
    }

    /** Centres of the spheres: the unit vectors and the middle of the unit sphere. */
    private static double centre(int k, int i) {
        return k == 3 ? 1.0 / Math.sqrt(3.0) : i == k ? 1.0 : 0.0;
    }
}
