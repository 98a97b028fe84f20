package org.optbench.optimizers.bayes.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Radial;
import org.optbench.optimizers.bayes.parzen.CoordinateKind;

/**
 * A search space as points, features and moves.
 *
 * <p>A <em>point</em> is the unit-cube encoding of a legal configuration: discrete coordinates sit at the centre of their interval,
 * inactive ones are NaN. <em>Features</em> embed a point in Euclidean space for a stationary kernel, as {@link KernelShape} describes.
 */
public final class Encoding {
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double INACTIVE_LIFT = 0.8660254037844386; // an inactive number is at distance 1 from either end of its range
    private static final int MUTATION_TRIES = 4;
    private static final int DISTINCT_TRIES = 100;
    private static final int LARGEST_ANSWER = 64;
    private static final int GRID = 16;

    private final SearchSpace space;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final int width;
    private final boolean free;
    private final boolean uniform;
    private final int features;
    private final int[] floatFeature;

    /** One parameter: its coordinates and its features. */
    record Dimension(Parameter parameter, int offset, int width, boolean conditional, int feature, int featureWidth) {
    }

    /** Lays out a space. */
    public Encoding(SearchSpace space) {
        this.space = space;
        width = space.unitCube().width();
        free = space.activations().isEmpty() && space.forbidden().isEmpty();
        floatFeature = new int[width];
        int feature = 0;
        boolean plainPriors = true;
        for (Parameter parameter : space.parameters()) {
            boolean conditional = space.activations().containsKey(parameter.name());
            int featureWidth = featureWidth(parameter, conditional);
            int offset = space.unitCube().offset(parameter.name());
            dimensions.add(new Dimension(parameter, offset, parameter.width(), conditional, feature, featureWidth));
            floatFeature[offset] = parameter instanceof FloatParameter && featureWidth > 0 ? feature : -1;
            for (int i = 1; i < parameter.width(); i++) {
                floatFeature[offset + i] = -1;
            }
            plainPriors &= hasUniformPrior(parameter);
            feature += featureWidth;
        }
        features = Math.max(feature, 1);
        uniform = plainPriors;
    }

    private static boolean hasUniformPrior(Parameter parameter) {
        return switch (parameter) {
            case FloatParameter p -> p.prior() instanceof Prior.Uniform;
            case IntParameter p -> p.prior() instanceof Prior.Uniform;
            case CategoricalParameter _, OrdinalParameter _, PermutationParameter _ -> true;
        };
    }

    private static int featureWidth(Parameter parameter, boolean conditional) {
        int lift = conditional ? 1 : 0;
        if (parameter.cardinality() <= 1) {
            return lift;
        }
        return switch (parameter) {
            case FloatParameter _, IntParameter _, OrdinalParameter _ -> 1 + lift;
            case CategoricalParameter p -> (p.choices().size() == 2 ? 1 : p.choices().size()) + lift;
            case PermutationParameter p -> p.size() + lift;
        };
    }

    /** The space. */
    public SearchSpace space() {
        return space;
    }

    /** Number of coordinates of a point. */
    public int width() {
        return width;
    }

    /** Number of features. */
    public int features() {
        return features;
    }

    /** Index of the feature that equals a coordinate of an active float parameter, or -1 if the coordinate is of another kind. */
    public int floatFeature(int coordinate) {
        return floatFeature[coordinate];
    }

    /**
     * Index of the feature that equals the coordinate of a number or an ordinal with more than one value, or -1 for other parameters. For a conditional one the next feature is 0
     * where it is active and positive where it is not.
     */
    public int numberFeature(String parameter) {
        for (Dimension d : dimensions) {
            if (d.parameter().name().equals(parameter)) {
                boolean number = switch (d.parameter()) {
                    case FloatParameter _, IntParameter _, OrdinalParameter _ -> d.parameter().cardinality() > 1;
                    case CategoricalParameter _, PermutationParameter _ -> false;
                };
                return number ? d.feature() : -1;
            }
        }
        throw new IllegalArgumentException("Parameter '" + parameter + "' is not in the space.");
    }

    /** True if points have float coordinates, so that gradients are of use. */
    public boolean hasFloats() {
        for (int f : floatFeature) {
            if (f >= 0) {
                return true;
            }
        }
        return false;
    }

    /** True if there are neither conditions nor forbidden combinations. */
    public boolean free() {
        return free;
    }

    /** True if every coordinate is an unconditional float and nothing is forbidden: every vector of the unit cube is a point. */
    public boolean continuous() {
        for (int f : floatFeature) {
            if (f < 0) {
                return false;
            }
        }
        return free;
    }

    /** What each coordinate of a point is. */
    public CoordinateKind[] kinds() {
        CoordinateKind[] kinds = new CoordinateKind[width];
        for (Dimension d : dimensions) {
            CoordinateKind kind = switch (d.parameter()) {
                case FloatParameter _ -> new CoordinateKind(0, 0);
                case IntParameter p -> new CoordinateKind(0, 1 / p.cardinality());
                case OrdinalParameter p -> new CoordinateKind(0, 1 / p.cardinality());
                case CategoricalParameter p -> new CoordinateKind(p.choices().size(), 0);
                case PermutationParameter p -> new CoordinateKind(0, 1.0 / p.size());
            };
            for (int i = 0; i < d.width(); i++) {
                kinds[d.offset() + i] = kind;
            }
        }
        return kinds;
    }

    /** The coordinates of each parameter. */
    public List<int[]> blocks() {
        return dimensions.stream().map(d -> IntStream.range(d.offset(), d.offset() + d.width()).toArray()).toList();
    }

    /** The kernel over the features: one lengthscale for each parameter that has more than one value. */
    public KernelShape kernelShape(Radial radial) {
        int[] group = new int[features];
        boolean[] warpable = new boolean[features];
        int next = 0;
        for (Dimension d : dimensions) {
            for (int i = 0; i < d.featureWidth(); i++) {
                group[d.feature() + i] = next;
            }
            next += d.featureWidth() > 0 ? 1 : 0;
            if (d.featureWidth() > 0 && d.parameter() instanceof FloatParameter) {
                warpable[d.feature()] = true;
            }
        }
        return new KernelShape(radial, group, warpable);
    }

    /** The point of a legal configuration. */
    public double[] encode(Configuration configuration) {
        double[] point = space.unitCube().encode(configuration);
        snap(point);
        return point;
    }

    /** The configuration of a point. */
    public Configuration decode(double[] point) {
        return space.unitCube().decode(point);
    }

    /** The features of a point. */
    public double[] features(double[] point) {
        double[] result = new double[features];
        for (Dimension d : dimensions) {
            if (d.featureWidth() > 0) {
                features(d, point, result);
            }
        }
        return result;
    }

    private static void features(Dimension d, double[] point, double[] result) {
        double x = point[d.offset()];
        boolean inactive = Double.isNaN(x);
        int last = d.feature() + d.featureWidth() - 1;
        if (d.parameter().cardinality() <= 1) {
            result[last] = inactive ? 1 : 0;
            return;
        }
        switch (d.parameter()) {
            case FloatParameter _, IntParameter _, OrdinalParameter _ -> {
                result[d.feature()] = inactive ? 0.5 : x;
                if (d.conditional()) {
                    result[last] = inactive ? INACTIVE_LIFT : 0;
                }
            }
            case CategoricalParameter p -> {
                int choices = p.choices().size();
                if (inactive) {
                    result[last] = choices == 2 ? INACTIVE_LIFT : SQRT_HALF;
                    result[d.feature()] = choices == 2 ? 0.5 : result[d.feature()];
                } else if (choices == 2) {
                    result[d.feature()] = x < 0.5 ? 0 : 1;
                } else {
                    result[d.feature() + bin(x, choices)] = SQRT_HALF;
                }
            }
            case PermutationParameter p -> {
                double scale = Math.sqrt(3.0 / p.size()); // opposite orders are at distance 1, as the ends of a number are
                for (int i = 0; i < p.size(); i++) {
                    result[d.feature() + i] = scale * (inactive ? 0.5 : point[d.offset() + i]);
                }
                if (d.conditional()) {
                    result[last] = inactive ? INACTIVE_LIFT : 0;
                }
            }
        }
    }

    private static int bin(double x, int bins) {
        return Math.min((int) (x * bins), bins - 1);
    }

    /** A legal point drawn from the priors of the parameters, uniformly where there is none. */
    public double[] sample(RandomGenerator random) {
        if (!free || !uniform) {
            return encode(space.sample(random));
        }
        double[] point = new double[width];
        for (int i = 0; i < width; i++) {
            point[i] = random.nextDouble();
        }
        snap(point);
        return point;
    }

    /**
     * The nearest legal point to any vector of the unit cube, keeping its values wherever they are legal; coordinates that become
     * active are drawn at random.
     *
     * @param vector coordinates, changed in place where they are free to be
     */
    public double[] legal(double[] vector, RandomGenerator random) {
        if (free) {
            for (int i = 0; i < width; i++) {
                vector[i] = Math.min(Math.max(vector[i], 0), 1);
            }
            snap(vector);
            return vector;
        }
        for (int i = 0; i < width; i++) {
            vector[i] = Double.isNaN(vector[i]) ? random.nextDouble() : vector[i];
        }
        return encode(decode(vector));
    }

    /**
     * A legal neighbour of a point: every active parameter moves with the given probability, at least one moves.
     *
     * @param point legal point; not changed
     * @param probability chance of each parameter to move
     * @param scale standard deviation of the move of a number, in units of its range
     */
    public double[] mutate(double[] point, double probability, double scale, RandomGenerator random) {
        double[] moved = point.clone();
        for (int attempt = 0; attempt < MUTATION_TRIES; attempt++) {
            int forced = random.nextInt(dimensions.size());
            for (int i = 0; i < dimensions.size(); i++) {
                if (i == forced || random.nextDouble() < probability) {
                    move(dimensions.get(i), moved, scale, random);
                }
            }
            moved = legal(moved, random);
            if (!Arrays.equals(moved, point)) {
                break;
            }
        }
        return moved;
    }

    private static void move(Dimension d, double[] point, double scale, RandomGenerator random) {
        int at = d.offset();
        if (Double.isNaN(point[at]) || d.parameter().cardinality() <= 1) {
            return;
        }
        switch (d.parameter()) {
            case FloatParameter _ -> point[at] = reflect(point[at] + scale * random.nextGaussian());
            case IntParameter p -> {
                double current = point[at];
                double moved = centre(p, reflect(current + scale * random.nextGaussian()));
                point[at] = moved != current ? moved : step(p, current, random.nextBoolean() ? 1 : -1);
            }
            case OrdinalParameter p -> {
                double cell = 1.0 / p.choices().size();
                double jump = Math.max(1, Math.rint(Math.abs(scale * random.nextGaussian()) / cell));
                point[at] = reflect(point[at] + (random.nextBoolean() ? jump : -jump) * cell);
            }
            case CategoricalParameter p -> {
                int choices = p.choices().size();
                int other = (bin(point[at], choices) + 1 + random.nextInt(choices - 1)) % choices;
                point[at] = (other + 0.5) / choices;
            }
            case PermutationParameter p -> swapOrShift(point, at, p.size(), random);
        }
    }

    private static double step(IntParameter p, double coordinate, int direction) {
        long number = p.fromUnit(coordinate) + direction;
        if (number < p.lower() || number > p.upper()) {
            number -= 2L * direction;
        }
        return p.toUnit(Math.clamp(number, p.lower(), p.upper()));
    }

    private static void swapOrShift(double[] point, int offset, int size, RandomGenerator random) {
        int a = offset + random.nextInt(size);
        int b = offset + random.nextInt(size);
        if (random.nextBoolean()) {
            double key = point[a];
            point[a] = point[b];
            point[b] = key;
        } else {
            point[a] = point[b] + (random.nextBoolean() ? 0.25 : -0.25) / size; // just before or after the other item
        }
    }

    private static double reflect(double x) {
        double folded = Math.abs(x) % 2;
        return folded > 1 ? 2 - folded : folded;
    }

    private static double centre(IntParameter p, double x) {
        return Math.min(Math.max(p.toUnit(p.fromUnit(x)), 0), 1);
    }

    /** Moves the discrete coordinates of a vector to the centres of their intervals. */
    private void snap(double[] vector) {
        for (Dimension d : dimensions) {
            int at = d.offset();
            if (!Double.isNaN(vector[at])) {
                switch (d.parameter()) {
                    case FloatParameter _ -> {
                    }
                    case IntParameter p -> vector[at] = centre(p, vector[at]);
                    case OrdinalParameter p -> vector[at] = (bin(vector[at], p.choices().size()) + 0.5) / p.choices().size();
                    case CategoricalParameter p -> vector[at] = (bin(vector[at], p.choices().size()) + 0.5) / p.choices().size();
                    case PermutationParameter p -> p.encode(p.decode(vector, at), vector, at);
                }
            }
        }
    }

    /**
     * The discrete neighbours of a point: one parameter moved by one step, to another choice, or by an exchange of two adjacent items.
     *
     * @param most at most about this many; long lists are thinned at random
     */
    public List<double[]> discreteNeighbours(double[] point, int most, RandomGenerator random) {
        List<double[]> neighbours = new ArrayList<>();
        for (Dimension d : dimensions) {
            int at = d.offset();
            if (Double.isNaN(point[at]) || d.parameter().cardinality() <= 1) {
                continue;
            }
            switch (d.parameter()) {
                case FloatParameter _ -> {
                }
                case IntParameter p -> {
                    long number = p.fromUnit(point[at]);
                    for (long other : new long[]{number - 1, number + 1}) {
                        if (other >= p.lower() && other <= p.upper()) {
                            add(neighbours, point, at, p.toUnit(other));
                        }
                    }
                }
                case OrdinalParameter p -> {
                    double cell = 1.0 / p.choices().size();
                    for (double other : new double[]{point[at] - cell, point[at] + cell}) {
                        if (other > 0 && other < 1) {
                            add(neighbours, point, at, other);
                        }
                    }
                }
                case CategoricalParameter p -> {
                    int choices = p.choices().size();
                    for (int c = 0; c < choices; c++) {
                        if (c != bin(point[at], choices)) {
                            add(neighbours, point, at, (c + 0.5) / choices);
                        }
                    }
                }
                case PermutationParameter p -> adjacentSwaps(neighbours, point, at, p.size());
            }
        }
        while (neighbours.size() > most) {
            int victim = random.nextInt(neighbours.size());
            neighbours.set(victim, neighbours.getLast());
            neighbours.removeLast();
        }
        neighbours.replaceAll(n -> legal(n, random));
        return neighbours;
    }

    /** Number of parameters, as players of a game. */
    public int players() {
        return dimensions.size();
    }

    /**
     * The values one parameter can take while the others keep theirs, as legal points: all of a small set, else a grid of 16 and small steps.
     *
     * @param player index of the parameter, in the order of the space; an inactive one has no answers
     */
    public List<double[]> answers(double[] point, int player, RandomGenerator random) {
        Dimension d = dimensions.get(player);
        int at = d.offset();
        List<double[]> answers = new ArrayList<>();
        if (Double.isNaN(point[at]) || d.parameter().cardinality() <= 1) {
            return answers;
        }
        if (d.parameter() instanceof PermutationParameter p) {
            adjacentSwaps(answers, point, at, p.size());
        } else {
            double values = d.parameter().cardinality();
            int cells = values <= LARGEST_ANSWER ? (int) values : GRID;
            for (int c = 0; c < cells; c++) {
                add(answers, point, at, (c + (values <= LARGEST_ANSWER ? 0.5 : random.nextDouble())) / cells);
            }
            for (int c = 0; c < GRID / 2 && values > LARGEST_ANSWER; c++) {
                add(answers, point, at, reflect(point[at] + 0.02 * random.nextGaussian()));
            }
        }
        answers.replaceAll(answer -> legal(answer, random));
        return answers;
    }

    /**
     * A legal point in a box around another: each parameter moves with a probability, numbers uniformly inside the box, choices to any
     * other with the probability of the relative size of the box.
     *
     * @param centre legal point
     * @param halfWidth half the side of the box for each coordinate
     * @param probability chance of each parameter to move; at least one does
     */
    public double[] inBox(double[] centre, double[] halfWidth, double probability, RandomGenerator random) {
        double[] moved = centre.clone();
        int forced = random.nextInt(dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            Dimension d = dimensions.get(i);
            int at = d.offset();
            if (Double.isNaN(centre[at]) || i != forced && random.nextDouble() >= probability) {
                continue;
            }
            if (d.parameter() instanceof CategoricalParameter || d.parameter() instanceof PermutationParameter) {
                if (random.nextDouble() < Math.min(1, 2 * halfWidth[at])) {
                    move(d, moved, 0.1, random);
                }
            } else {
                double low = Math.max(0, centre[at] - halfWidth[at]);
                double high = Math.min(1, centre[at] + halfWidth[at]);
                moved[at] = low + random.nextDouble() * (high - low);
            }
        }
        return legal(moved, random);
    }

    private static void adjacentSwaps(List<double[]> neighbours, double[] point, int offset, int size) {
        int[] itemAt = new int[size];
        for (int item = 0; item < size; item++) {
            itemAt[bin(point[offset + item], size)] = item;
        }
        for (int place = 0; place + 1 < size; place++) {
            double[] swapped = point.clone();
            swapped[offset + itemAt[place]] = point[offset + itemAt[place + 1]];
            swapped[offset + itemAt[place + 1]] = point[offset + itemAt[place]];
            neighbours.add(swapped);
        }
    }

    private static void add(List<double[]> neighbours, double[] point, int at, double value) {
        double[] moved = point.clone();
        moved[at] = value;
        neighbours.add(moved);
    }

    /**
     * A space-filling set of legal points: the best of several Latin hypercubes by least distance (McKay, Beckman and Conover 1979;
     * Johnson, Moore and Ylvisaker 1990). Parameters with an expert prior are drawn from it instead.
     *
     * @param n number of points, 0 or more
     */
    public List<double[]> design(int n, RandomGenerator random) {
        if (!uniform) {
            List<double[]> drawn = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                drawn.add(sample(random));
            }
            return drawn;
        }
        List<double[]> best = List.of();
        double bestDistance = -1;
        for (int attempt = 0; attempt < 20; attempt++) {
            List<double[]> candidate = latinHypercube(n, random);
            double distance = leastDistance(candidate);
            if (distance > bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        List<double[]> legal = new ArrayList<>(best);
        legal.replaceAll(vector -> legal(vector, random));
        return legal;
    }

    /**
     * An initial design: the default configuration, then a {@link #design}; no configuration twice as far as the space allows.
     *
     * @param n number of points, positive
     */
    public List<double[]> initialDesign(int n, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        Set<Configuration> known = new HashSet<>();
        points.add(encode(space.defaults()));
        known.add(decode(points.getFirst()));
        for (double[] candidate : design(n - 1, random)) {
            double[] point = candidate;
            for (int attempt = 0; attempt < DISTINCT_TRIES && known.contains(decode(point)); attempt++) {
                point = sample(random);
            }
            known.add(decode(point));
            points.add(point);
        }
        return points;
    }

    private List<double[]> latinHypercube(int n, RandomGenerator random) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(new double[width]);
        }
        int[] order = new int[n];
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < n; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            for (int i = 0; i < n; i++) {
                points.get(i)[k] = (order[i] + random.nextDouble()) / n;
            }
        }
        return points;
    }

    private static double leastDistance(List<double[]> points) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < points.get(i).length; k++) {
                    double difference = points.get(i)[k] - points.get(j)[k];
                    sum += difference * difference;
                }
                least = Math.min(least, sum);
            }
        }
        return least;
    }
}
