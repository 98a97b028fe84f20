package org.optbench.optimizers.evolutionary.cma;

import java.util.random.RandomGenerator;

/**
 * CMA-ES with restarts on the unit cube, in generations: {@link #candidates} gives the points of a generation, {@link #tell} its result. Continuous coordinates are
 * folded into [0, 1] smoothly, so that the distribution itself is not bounded; discrete ones are cut at the border, where the margin keeps them.
 */
public final class CmaEs {

    private static final double FOLD = 0.05;
    private static final double SMALLEST_STEP = 5e-12;

    private final CmaSettings settings;
    private final Lattice lattice;
    private final RandomGenerator random;
    private final double[] start;
    private final int basePopulation;
    private Cma run;
    private Convergence convergence;
    private double[][] points;
    private double[] sorted;
    private int largeRuns;
    private double largeSpent;
    private double smallSpent;
    private boolean small = true;
    private double mostSpent = Double.POSITIVE_INFINITY;
    private double spent;
    private int restarts;

    /**
     * @param start where the first run starts when it is centred
     */
    public CmaEs(CmaSettings settings, double[] start, Lattice lattice, RandomGenerator random) {
        this.settings = settings;
        this.lattice = lattice;
        this.random = random;
        this.start = start.clone();
        this.basePopulation = settings.populationFor(start.length);
        this.run = begin(settings.centred() ? this.start : randomStart(), settings.sigma(), basePopulation);
        this.convergence = new Convergence(start.length, basePopulation);
        this.points = new double[basePopulation][start.length];
        this.sorted = new double[basePopulation];
        draw();
    }

    /** Number of points of the current generation. */
    public int population() {
        return run.lambda();
    }

    /** Number of restarts so far. */
    public int restarts() {
        return restarts;
    }

    /** Step size of the current run. */
    public double sigma() {
        return run.sigma();
    }

    /** The points of the current generation {@code [population][n]}, in [0, 1]; overwritten by {@link #tell}. */
    public double[][] candidates() {
        return points;
    }

    /**
     * Ends the generation.
     *
     * @param order  positions of the candidates from best to worst
     * @param values values of the candidates by position, to minimise; infinite for failures, NaN when only the order is known
     */
    public void tell(int[] order, double[] values) {
        run.update(order);
        spent += order.length;
        boolean valued = true;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = values[order[i]];
            valued &= !Double.isNaN(sorted[i]);
        }
        boolean converged = valued && convergence.isOver(sorted);
        if (converged || spent >= mostSpent || run.isDegenerate(SMALLEST_STEP * settings.sigma())) {
            restart();
        }
        draw();
    }

    private void restart() {
        restarts++;
        if (small) {
            smallSpent += spent;
        } else {
            largeSpent += spent;
        }
        spent = 0;
        mostSpent = Double.POSITIVE_INFINITY;
        double sigma = settings.sigma();
        int population = basePopulation;
        switch (settings.restarts()) {
            case SAME -> small = false;
            case IPOP -> {
                small = false;
                population = largePopulation(++largeRuns);
            }
            case BIPOP -> {
                small = smallSpent < largeSpent;
                double draw = random.nextDouble();
                if (small) {
                    double ratio = Math.scalb(1.0, largeRuns);
                    population = (int) (basePopulation * StrictMath.pow(0.5 * ratio, draw * draw));
                    sigma *= StrictMath.pow(0.01, random.nextDouble());
                    mostSpent = 0.5 * largeSpent / largeRuns;
                } else {
                    population = largePopulation(++largeRuns);
                }
            }
        }
        run = begin(randomStart(), sigma, Math.max(2, population));
        convergence = new Convergence(start.length, run.lambda());
        if (points.length != run.lambda()) {
            points = new double[run.lambda()][start.length];
            sorted = new double[run.lambda()];
        }
    }

    private int largePopulation(int doublings) {
        return (int) Math.min(1 << 20, Math.scalb((double) basePopulation, doublings));
    }

    private Cma begin(double[] from, double sigma, int population) {
        return new Cma(from, sigma, population, settings.active(), settings.covariance(), lattice, random);
    }

    private double[] randomStart() {
        double[] point = new double[start.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = 0.1 + 0.8 * random.nextDouble();
        }
        return point;
    }

    private void draw() {
        double[][] sample = run.sample();
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k < start.length; k++) {
                points[i][k] = lattice.isDiscrete(k) ? Math.clamp(sample[i][k], 0.0, 1.0) : fold(sample[i][k]);
            }
        }
    }

    /**
     * Identity in the inner part of [0, 1], a parabola near each border whose vertex is the border, mirrored beyond: every point of the line has an image in
     * [0, 1] and the map is differentiable.
     */
    static double fold(double x) {
        if (x >= FOLD && x <= 1 - FOLD) {
            return x;
        }
        double period = 2 * (1 + 2 * FOLD);
        double shifted = x + FOLD;
        double position = shifted - period * Math.floor(shifted / period);
        if (position > period / 2) {
            position = period - position;
        }
        double inside = position - FOLD; // in [-FOLD, 1 + FOLD]
        if (inside < FOLD) {
            double distance = inside + FOLD;
            return Math.max(0, distance * distance / (4 * FOLD));
        }
        if (inside > 1 - FOLD) {
            double distance = 1 + FOLD - inside;
            return Math.min(1, 1 - distance * distance / (4 * FOLD));
        }
        return inside;
    }
}
