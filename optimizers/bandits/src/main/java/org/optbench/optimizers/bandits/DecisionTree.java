package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

/**
 * A search space as a sequence of decisions, parents before children: which choice, which part of the range of a number, which item comes next. With bisection a decision
 * among many ordered options becomes several between halves (Negrinho and Gordon 2017, section 4.1).
 */
final class DecisionTree {

    private final SearchSpace space;
    private final int bins;
    private final boolean bisection;

    /**
     * @param bins parts of the range of a number, at least 2
     */
    DecisionTree(SearchSpace space, int bins, boolean bisection) {
        this.space = space;
        this.bins = bins;
        this.bisection = bisection;
    }

    /** A way from the root to a leaf. Ask {@link #options}, then {@link #take} one, until there are none. */
    final class Path {

        private final RandomGenerator random;
        private final TreeMap<String, Value> values = new TreeMap<>();
        private final List<Parameter> left = new ArrayList<>(space.parentsFirst());
        private final List<Integer> placed = new ArrayList<>();
        private int low;
        private int high;
        private Optional<Parameter> current = Optional.empty();

        Path(RandomGenerator random) {
            this.random = random;
            advance();
        }

        /** Number of options of the next decision; 0 at a leaf. */
        int options() {
            if (current.isEmpty()) {
                return 0;
            }
            return current.get() instanceof PermutationParameter order ? order.size() - placed.size() : isBisected() ? 2 : high - low;
        }

        private boolean isBisected() {
            return bisection && high - low > 2 && !(current.orElseThrow() instanceof CategoricalParameter);
        }

        /** The parameter the next decision is about. */
        Parameter parameter() {
            return current.orElseThrow();
        }

        void take(int option) {
            Parameter parameter = current.orElseThrow();
            if (parameter instanceof PermutationParameter order) {
                placed.add(unplaced(order.size()).get(option));
                if (placed.size() == order.size()) {
                    decided(Value.of(List.copyOf(placed)));
                }
            } else if (isBisected()) {
                int middle = (low + high) / 2;
                low = option == 0 ? low : middle;
                high = option == 0 ? middle : high;
            } else {
                decided(value(parameter, low + option));
            }
        }

        private List<Integer> unplaced(int size) {
            List<Integer> items = new ArrayList<>();
            for (int item = 0; item < size; item++) {
                if (!placed.contains(item)) {
                    items.add(item);
                }
            }
            return items;
        }

        private Value value(Parameter parameter, int option) {
            return switch (parameter) {
                case CategoricalParameter p -> Value.of(p.choices().get(option));
                case OrdinalParameter p -> Value.of(p.choices().get(option));
                case FloatParameter p -> Value.of(p.fromUnit((option + random.nextDouble()) / bins));
                case IntParameter p -> p.cardinality() <= bins ? Value.of(p.lower() + option) : Value.of(p.fromUnit((option + random.nextDouble()) / bins));
                case PermutationParameter _ -> throw new IllegalStateException("items are placed one by one");
            };
        }

        private void decided(Value value) {
            values.put(parameter().name(), value);
            advance();
        }

        private void advance() {
            current = Optional.empty();
            placed.clear();
            while (current.isEmpty() && !left.isEmpty()) {
                Parameter next = left.removeFirst();
                if (space.isActive(next, new Configuration(values))) {
                    current = Optional.of(next);
                    low = 0;
                    high = switch (next) {
                        case CategoricalParameter p -> p.choices().size();
                        case OrdinalParameter p -> p.choices().size();
                        case FloatParameter _ -> bins;
                        case IntParameter p -> (int) Math.min(p.cardinality(), bins);
                        case PermutationParameter p -> p.size();
                    };
                }
            }
        }

        /** The configuration of a leaf, legal. */
        Configuration leaf() {
            Configuration configuration = new Configuration(values);
            return space.isForbidden(configuration) ? space.repair(configuration) : configuration;
        }
    }
}
