package org.optbench.optimizers.bayes.acquisition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.optbench.optimizers.bayes.numeric.BoundedLbfgs;
import org.optbench.optimizers.bayes.space.Encoding;

/**
 * Finds the point of highest acquisition: random points and neighbours of the best known points are scored together, then the best few
 * climb, by quasi-Newton steps in the active float coordinates and by best-improvement steps among discrete neighbours.
 *
 * @param encoding space
 * @param randomPoints random candidates, positive
 * @param neighbours candidates around known good points, 0 or more
 * @param climbs candidates that climb, positive
 * @param iterations most quasi-Newton steps of a climb, positive
 */
public record AcquisitionMaximiser(Encoding encoding, int randomPoints, int neighbours, int climbs, int iterations) {
    private static final double[] SCALES = {0.2, 0.05, 0.01, 0.002};
    private static final int DISCRETE_ROUNDS = 3;
    private static final int SAMPLING_TRIES = 200;
    private static final int DISCRETE_NEIGHBOURS = 60;

    /** A point and its acquisition value. */
    public record Candidate(double[] point, double value) {
    }

    /**
     * Searches.
     *
     * @param acquisition to maximise
     * @param centres good points whose neighbourhood is searched, best first; may be empty
     * @param allowed points that may be returned; if none is found that is, a random point is returned
     * @param random source of candidates
     */
    public Candidate maximise(Acquisition acquisition, List<double[]> centres, Predicate<double[]> allowed, RandomGenerator random) {
        List<double[]> points = candidates(centres, random);
        double[] values = values(acquisition, points);
        List<Candidate> found = new ArrayList<>();
        for (int index : distinctBest(points, values)) {
            found.add(climb(acquisition, new Candidate(points.get(index), values[index]), random));
        }
        found.sort((a, b) -> Double.compare(b.value(), a.value()));
        for (Candidate candidate : found) {
            if (allowed.test(candidate.point())) {
                return candidate;
            }
        }
        Integer[] order = order(values);
        for (int index : order) {
            if (allowed.test(points.get(index))) {
                return new Candidate(points.get(index), values[index]);
            }
        }
        double[] point = encoding.sample(random);
        for (int attempt = 0; attempt < SAMPLING_TRIES && !allowed.test(point); attempt++) {
            point = encoding.sample(random);
        }
        return new Candidate(point, Double.NEGATIVE_INFINITY);
    }

    /** Random points and neighbours of the centres. */
    public List<double[]> candidates(List<double[]> centres, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < randomPoints; i++) {
            points.add(encoding.sample(random));
        }
        double probability = Math.min(1, 2.0 / encoding.space().dimension());
        for (int i = 0; i < neighbours && !centres.isEmpty(); i++) {
            double[] centre = centres.get(i % centres.size());
            points.add(encoding.mutate(centre, i % 2 == 0 ? 1 : probability, SCALES[random.nextInt(SCALES.length)], random));
        }
        return points;
    }

    private double[] values(Acquisition acquisition, List<double[]> points) {
        double[][] features = new double[points.size()][];
        for (int i = 0; i < features.length; i++) {
            features[i] = encoding.features(points.get(i));
        }
        double[] values = new double[features.length];
        acquisition.values(features, values);
        return values;
    }

    private static Integer[] order(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[b], values[a]));
        return order;
    }

    /** The best candidates, skipping those close to a better one, so that climbs start in different basins. */
    private List<Integer> distinctBest(List<double[]> points, double[] values) {
        List<Integer> chosen = new ArrayList<>();
        double least = 0.01 * encoding.width();
        for (int index : order(values)) {
            boolean near = false;
            for (int other : chosen) {
                near |= squaredDistance(points.get(index), points.get(other)) < least * 0.1;
            }
            if (!near) {
                chosen.add(index);
            }
            if (chosen.size() == climbs) {
                break;
            }
        }
        return chosen;
    }

    private static double squaredDistance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (Double.isNaN(a[i]) != Double.isNaN(b[i])) {
                sum += 1;
            } else if (!Double.isNaN(a[i])) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        return sum;
    }

    private Candidate climb(Acquisition acquisition, Candidate start, RandomGenerator random) {
        Candidate current = acquisition.differentiable() && encoding.hasFloats() ? ascend(acquisition, start) : start;
        if (encoding.continuous()) {
            return current;
        }
        for (int round = 0; round < DISCRETE_ROUNDS; round++) {
            List<double[]> near = encoding.discreteNeighbours(current.point(), DISCRETE_NEIGHBOURS, random);
            if (near.isEmpty()) {
                break;
            }
            double[] values = values(acquisition, near);
            int best = order(values)[0];
            if (!(values[best] > current.value())) {
                break;
            }
            current = new Candidate(near.get(best), values[best]);
        }
        return acquisition.differentiable() && encoding.hasFloats() ? ascend(acquisition, current) : current;
    }

    private Candidate ascend(Acquisition acquisition, Candidate start) {
        int[] free = freeCoordinates(start.point());
        if (free.length == 0) {
            return start;
        }
        double[] features = encoding.features(start.point());
        double[] featureGradient = new double[features.length];
        double[] x = new double[free.length];
        double[] lower = new double[free.length];
        double[] upper = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            x[i] = start.point()[free[i]];
            upper[i] = 1;
        }
        BoundedLbfgs.Minimum minimum = new BoundedLbfgs(iterations, 1e-6, 1e-5).minimise((at, gradient) -> {
            for (int i = 0; i < at.length; i++) {
                features[encoding.floatFeature(free[i])] = at[i];
            }
            double value = acquisition.value(features, featureGradient);
            for (int i = 0; i < at.length; i++) {
                gradient[i] = -featureGradient[encoding.floatFeature(free[i])];
            }
            return -value;
        }, x, lower, upper);
        if (!(-minimum.value() > start.value())) {
            return start;
        }
        double[] point = start.point().clone();
        for (int i = 0; i < free.length; i++) {
            point[free[i]] = minimum.point()[i];
        }
        double[] legal = encoding.free() ? point : encoding.encode(encoding.decode(point));
        return new Candidate(legal, -minimum.value());
    }

    private int[] freeCoordinates(double[] point) {
        int[] free = new int[point.length];
        int count = 0;
        for (int i = 0; i < point.length; i++) {
            if (encoding.floatFeature(i) >= 0 && !Double.isNaN(point[i])) {
                free[count++] = i;
            }
        }
        return Arrays.copyOf(free, count);
    }
}
