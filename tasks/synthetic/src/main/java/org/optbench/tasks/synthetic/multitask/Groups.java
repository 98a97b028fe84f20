package org.optbench.tasks.synthetic.multitask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.optbench.model.random.RandomStreams;
import org.optbench.tasks.synthetic.classic.ClassicFunction;
import org.optbench.tasks.synthetic.coco.BbobFunction;
import org.optbench.tasks.synthetic.function.Draws;
import org.optbench.tasks.synthetic.function.RealFunction;

/**
 * The groups, in the style of the suites of evolutionary multitasking (B. Da et al.: Evolutionary Multitasking for Single-objective Continuous
 * Optimization: Benchmark Problems, arXiv:1706.03470). The optima of the members coincide in all coordinates (ci), in the leading half (pi) or in
 * none (ni).
 */
final class Groups {

    /** How the optima of the members meet. */
    enum Intersection {
        COMPLETE("ci"), PARTIAL("pi"), NONE("ni");

        private final String prefix;

        Intersection(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * A group with its dimension left open.
     *
     * @param summary one line
     * @param members number of members
     * @param maker   builds the members for a dimension
     */
    record Group(String name, String summary, int members, Maker maker) {
    }

    /** Builds members. */
    @FunctionalInterface
    interface Maker {
        List<Member> make(int dimension);
    }

    private static final ClassicFunction[] UNIMODAL = {ClassicFunction.SPHERE, ClassicFunction.ELLIPTIC, ClassicFunction.ZAKHAROV,
            ClassicFunction.ROSENBROCK};
    private static final ClassicFunction[] MULTIMODAL = {ClassicFunction.ACKLEY, ClassicFunction.GRIEWANK, ClassicFunction.RASTRIGIN,
            ClassicFunction.LEVY};
    private static final int[] INSTANCES_OF = {1, 3, 8, 10, 15, 17, 20, 22};

    private Groups() {
    }

    static Map<String, Group> all() {
        List<Group> groups = new ArrayList<>();
        ClassicFunction[][] pairs = {{ClassicFunction.GRIEWANK, ClassicFunction.RASTRIGIN}, {ClassicFunction.ACKLEY, ClassicFunction.RASTRIGIN},
                {ClassicFunction.ACKLEY, ClassicFunction.LEVY}, {ClassicFunction.RASTRIGIN, ClassicFunction.SPHERE},
                {ClassicFunction.ACKLEY, ClassicFunction.ROSENBROCK}};
        for (Intersection intersection : Intersection.values()) {
            String prefix = intersection.prefix;
            for (ClassicFunction[] pair : pairs) {
                groups.add(placed(prefix + "-" + pair[0].id() + "-" + pair[1].id(), intersection, false, pair));
            }
            groups.add(placed(prefix + "-unimodal", intersection, false, UNIMODAL));
            groups.add(placed(prefix + "-multimodal", intersection, false, MULTIMODAL));
            groups.add(placed(prefix + "-dimensions", intersection, true, ClassicFunction.ACKLEY, ClassicFunction.RASTRIGIN, ClassicFunction.SPHERE));
        }
        for (double distance : new double[]{0.01, 0.05, 0.2}) {
            groups.add(shifted(distance));
        }
        for (int function : INSTANCES_OF) {
            groups.add(instances(function));
        }
        Map<String, Group> byName = new LinkedHashMap<>();
        groups.forEach(group -> byName.put(group.name(), group));
        return byName;
    }

    private static Group placed(String name, Intersection intersection, boolean shrinking, ClassicFunction... functions) {
        String meeting = switch (intersection) {
            case COMPLETE -> "one optimum for all";
            case PARTIAL -> "optima alike in the leading half of the coordinates";
            case NONE -> "optima apart";
        };
        return new Group(name, String.join(", ", Arrays.stream(functions).map(ClassicFunction::id).toList()) + ": " + meeting
                + (shrinking ? ", each with fewer variables than the one before" : ""), functions.length, dimension -> {
                    RandomStreams random = RandomStreams.of("multitask/" + name + "/d" + dimension);
                    double[] common = place(dimension, random.stream("common"));
                    List<Member> members = new ArrayList<>();
                    for (int m = 0; m < functions.length; m++) {
                        int d = shrinking ? Math.max(2, dimension - m * (dimension / 3)) : dimension;
                        double[] own = place(d, random.stream("place " + m));
                        for (int i = 0; i < d; i++) {
                            boolean shared = intersection == Intersection.COMPLETE || (intersection == Intersection.PARTIAL && i < dimension / 2);
                            own[i] = shared ? common[i] : own[i];
                        }
                        members.add(member(functions[m], m, own, Draws.rotation(d, random.stream("rotation " + m))));
                    }
                    return members;
                });
    }

    /** Five copies of rotated Rastrigin whose optima lie within a distance in every coordinate. */
    private static Group shifted(double distance) {
        String name = "shifted-" + distance;
        return new Group(name, "five copies of Rastrigin, optima within " + distance + " of a common place", 5, dimension -> {
            RandomStreams random = RandomStreams.of("multitask/" + name + "/d" + dimension);
            double[] common = place(dimension, random.stream("common"));
            double[][] rotation = Draws.rotation(dimension, random.stream("rotation"));
            return IntStream.range(0, 5).mapToObj(m -> {
                RandomGenerator draw = random.stream("place " + m);
                double[] own = Arrays.stream(common).map(c -> Math.clamp(c + distance * (2.0 * draw.nextDouble() - 1.0), 0.05, 0.95)).toArray();
                return member(ClassicFunction.RASTRIGIN, m, own, rotation);
            }).toList();
        });
    }

    /** Four instances of a bbob function. */
    private static Group instances(int function) {
        return new Group("bbob-f" + function, "instances 1 to 4 of bbob f" + function, 4,
                dimension -> IntStream.rangeClosed(1, 4).mapToObj(instance -> bbob(BbobFunction.of(function, dimension, instance), instance)).toList());
    }

    private static Member bbob(BbobFunction f, int instance) {
        RealFunction inner = new RealFunction() {
            @Override
            public int dimension() {
                return f.dimension();
            }

            @Override
            public int workspace() {
                return f.workspace();
            }

            @Override
            public double value(double[] u, double[] work) {
                double[] x = new double[u.length];
                for (int i = 0; i < x.length; i++) {
                    x[i] = 10.0 * u[i] - 5.0;
                }
                return f.value(x, work);
            }
        };
        return new Member("i" + instance, inner, f.optimalValue());
    }

    private static Member member(ClassicFunction function, int index, double[] place, double[][] rotation) {
        return new Member(function.id() + "-" + (index + 1), new PlacedFunction(function, place, rotation), function.optimum(place.length));
    }

    private static double[] place(int d, RandomGenerator random) {
        double[] place = new double[d];
        Arrays.setAll(place, _ -> 0.1 + 0.8 * random.nextDouble());
        return place;
    }
}
