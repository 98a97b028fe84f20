package org.optbench.optimizers.classic;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Preset;

/** Grid search: all combinations of evenly spaced levels, each legal configuration once. */
public final class GridSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.linear("levels", 0, 100).withDefault(0),
            CategoricalParameter.of("order", "shuffled", "lexicographic"));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("grid", "1", "Grid search", "baseline",
                "Visits all combinations of evenly spaced levels of each number and of every choice; levels 0 means as many as the budget can pay for.",
                List.of("Fisher, The Design of Experiments, 1935"), Capable.blind(), SETTINGS)
                .withPresets(new Preset("lexicographic", "The last parameter changes fastest.",
                        Configuration.of(Map.of("order", Value.of("lexicographic")))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        int asked = (int) context.settings().whole("levels");
        SearchSpace space = context.problem().space();
        int levels = asked > 0 ? asked : Grid.affordableLevels(space, context.budget().expectedFullEvaluations());
        boolean shuffled = context.settings().choice("order").equals("shuffled");
        Grid grid = new Grid(space, levels, shuffled, context.random().seed("grid"));
        return new BlindOptimizer(grid::next, context.problem().fidelities().full());
    }

    /** The combinations one after the other. */
    static final class Grid {

        private static final int MOST_LEVELS = 100;
        private static final double MOST_POINTS = 0x1p52;

        private final SearchSpace space;
        private final long[] counts;
        private final long total;
        private final LongUnaryOperator order;
        private final Set<Configuration> seen = new HashSet<>();
        private long position;

        Grid(SearchSpace space, int levels, boolean shuffled, long seed) {
            this.space = space;
            this.counts = space.parameters().stream().mapToLong(parameter -> GridLevels.count(parameter, levels)).toArray();
            double points = points(space, levels);
            if (points > MOST_POINTS) {
                throw new IllegalArgumentException("Grid of " + points + " points: at most 2^52 are possible. Maybe use sobol in a space of that size.");
            }
            this.total = (long) points;
            this.order = shuffled ? new Shuffle(total, seed)::at : LongUnaryOperator.identity();
        }

        /** The most levels whose grid does not exceed the budget; at least 1, 5 when the budget has no number of evaluations. */
        static int affordableLevels(SearchSpace space, double budget) {
            if (Double.isInfinite(budget)) {
                return points(space, 5) <= MOST_POINTS ? 5 : 1;
            }
            int levels = 1;
            while (levels < MOST_LEVELS && points(space, levels + 1) <= budget) {
                levels++;
            }
            return levels;
        }

        private static double points(SearchSpace space, int levels) {
            return space.parameters().stream().mapToDouble(parameter -> GridLevels.count(parameter, levels)).reduce(1, (a, b) -> a * b);
        }

        Optional<Configuration> next() {
            while (position < total) {
                Configuration configuration = at(order.applyAsLong(position++));
                if (space.contains(configuration) && seen.add(configuration)) {
                    return Optional.of(configuration);
                }
            }
            return Optional.empty();
        }

        private Configuration at(long index) {
            List<Parameter> parameters = space.parameters();
            TreeMap<String, Value> values = new TreeMap<>();
            long rest = index;
            for (int i = parameters.size() - 1; i >= 0; i--) {
                values.put(parameters.get(i).name(), GridLevels.value(parameters.get(i), rest % counts[i], counts[i]));
                rest /= counts[i];
            }
            TreeMap<String, Value> active = new TreeMap<>();
            for (Parameter parameter : space.parentsFirst()) {
                if (space.isActive(parameter, new Configuration(active))) {
                    Value value = values.get(parameter.name());
                    active.put(parameter.name(), value == null ? parameter.defaultValue() : value);
                }
            }
            return new Configuration(active);
        }
    }
}
