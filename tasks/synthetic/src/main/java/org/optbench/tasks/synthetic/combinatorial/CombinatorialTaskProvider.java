package org.optbench.tasks.synthetic.combinatorial;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Constraint;
import org.optbench.model.Cost;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.task.ConfigurationTask;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Segments;

/** Combinatorial problems: {@code combinatorial/<problem>/n<size>/i<instance>}, such as {@code combinatorial/tsp/n12/i3}. */
public final class CombinatorialTaskProvider extends GeneratedTaskProvider {

    private static final List<String> RANDOM_BITS = List.of("nk2", "nk5", "independent-set", "knapsack1", "knapsack2", "knapsack5",
            "robust-knapsack");
    private static final List<String> ORDERS = List.of("tsp", "qap", "flow-shop");
    private static final int[] PBO_SIZES = {15, 16, 25, 36, 64, 100};
    private static final int[] BIT_SIZES = {10, 16, 30, 60, 100};
    private static final int[] ROBUST_SIZES = {10, 14, 20};
    private static final int[] ORDER_SIZES = {7, 8, 12, 20, 50};
    private static final int INSTANCES = 10;
    private static final int LARGEST_INSTANCE = 1_000_000;
    private static final int LARGEST = 1000;

    /** For the service loader. */
    public CombinatorialTaskProvider() {
        super("combinatorial", "Combinatorial problems: the pseudo-Boolean suite, NK landscapes, independent sets, knapsacks, orders",
                "combinatorial/<" + String.join(" | ", PboProblem.NAMES) + " | " + String.join(" | ", RANDOM_BITS) + " | "
                        + String.join(" | ", ORDERS) + ">/n<size>/i<instance>");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 3) {
            return Optional.empty();
        }
        int n = Segments.numberIn(segments.get(1), "n", 3, LARGEST);
        int instance = Segments.numberIn(segments.get(2), "i", 1, LARGEST_INSTANCE);
        return n < 0 || instance < 0 ? Optional.empty() : generate(segments.getFirst(), n, instance);
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return Stream.of(PboProblem.NAMES, RANDOM_BITS, ORDERS).flatMap(List::stream)
                .flatMap(name -> IntStream.of(sizes(name)).boxed().flatMap(
                        n -> IntStream.rangeClosed(1, INSTANCES).mapToObj(instance -> generate(name, n, instance)).flatMap(Optional::stream)));
    }

    private static int[] sizes(String name) {
        return ORDERS.contains(name) ? ORDER_SIZES
                : name.equals("robust-knapsack") ? ROBUST_SIZES : RANDOM_BITS.contains(name) ? BIT_SIZES : PBO_SIZES;
    }

    private static Optional<GeneratedTask> generate(String name, int n, int instance) {
        if (ORDERS.contains(name)) {
            return Optional.of(order(name, n, instance));
        }
        boolean exists = PboProblem.hasSize(name, n) || (RANDOM_BITS.contains(name) && n >= 7);
        return exists ? Optional.of(bits(name, n, instance)) : Optional.empty();
    }

    private static TaskDescription describe(String name, int n, int instance, int dimension, int constraints, Trait kind) {
        EnumSet<Trait> traits = EnumSet.of(Trait.COMBINATORIAL, kind);
        if (constraints > 0) {
            traits.add(Trait.CONSTRAINED);
        }
        return new TaskDescription(TaskId.of("combinatorial/" + name + "/n" + n + "/i" + instance), "1",
                name + ", size " + n + ", instance " + instance, name, "combinatorial", dimension, 1, constraints, 0, TaskClock.WALL, traits,
                new TreeMap<>(Map.of("problem", name, "size", Integer.toString(n), "instance", Integer.toString(instance))),
                Availability.available());
    }

    private static Objective objective(Objective base, OptionalDouble optimum) {
        return optimum.isPresent() ? base.withOptimum(optimum.getAsDouble()) : base;
    }

    private static GeneratedTask bits(String name, int n, int instance) {
        int constraints = name.startsWith("knapsack") ? name.charAt(name.length() - 1) - '0' : 0;
        TaskDescription description = describe(name, n, instance, n, constraints, Trait.INTEGER);
        return new GeneratedTask(description, () -> openBits(description, name, n, instance));
    }

    private static Task openBits(TaskDescription description, String name, int n, int instance) {
        BitProblem function = bitProblem(name, n, instance);
        SearchSpace space = SearchSpace.of(IntStream.rangeClosed(1, n).mapToObj(i -> IntParameter.linear("x" + i, 0, 1)).toList());
        Problem problem = Problem.of(space, objective(Objective.maximize("f"), function.optimum()))
                .withConstraints(IntStream.rangeClosed(1, function.constraints()).mapToObj(i -> Constraint.of("g" + i)).toList());
        return new NumericTask(description, problem, (x, _) -> {
            int[] bits = IntStream.range(0, n).map(i -> (int) x[i]).toArray();
            double[] g = new double[function.constraints()];
            function.constrain(bits, g);
            return Outcome.of(List.of(function.value(bits)), NumericTask.boxed(g), Cost.measured());
        });
    }

    /** The problem behind an id of bits. */
    static BitProblem bitProblem(String name, int n, int instance) {
        return switch (name) {
            case "nk2" -> RandomBitProblems.NkLandscape.create(name, n, 2, instance);
            case "nk5" -> RandomBitProblems.NkLandscape.create(name, n, 5, instance);
            case "independent-set" -> RandomBitProblems.IndependentSet.create(name, n, instance);
            case "knapsack1" -> RandomBitProblems.Knapsack.create(name, n, 1, instance);
            case "knapsack2" -> RandomBitProblems.Knapsack.create(name, n, 2, instance);
            case "knapsack5" -> RandomBitProblems.Knapsack.create(name, n, 5, instance);
            case "robust-knapsack" -> RobustKnapsack.create(n, instance);
            default -> new PboProblem(name, n, instance);
        };
    }

    private static GeneratedTask order(String name, int n, int instance) {
        TaskDescription description = describe(name, n, instance, 1, 0, Trait.PERMUTATION);
        return new GeneratedTask(description, () -> {
            OrderProblem function = orderProblem(name, n, instance);
            Problem problem = Problem.of(SearchSpace.of(new PermutationParameter("order", n)),
                    objective(Objective.minimize("f"), function.optimum()));
            return new ConfigurationTask(description, problem,
                    (configuration, _) -> Outcome.of(function.value(configuration.order("order"))));
        });
    }

    /** The problem behind an id of orders. */
    static OrderProblem orderProblem(String name, int n, int instance) {
        return switch (name) {
            case "tsp" -> OrderProblem.TravellingSalesman.create(n, instance);
            case "qap" -> OrderProblem.QuadraticAssignment.create(n, instance);
            default -> OrderProblem.FlowShop.create(n, instance);
        };
    }
}
