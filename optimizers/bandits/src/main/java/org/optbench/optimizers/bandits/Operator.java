package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.support.Neighbourhood;

/** Destroys a part of a solution and repairs it; none can see the objective. */
enum Operator {
    /** A few parameters anywhere are drawn anew. */
    REDRAW_SOME {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.redrawn(from, s.picked(size));
        }
    },
    /** A few parameters that are declared next to each other are drawn anew. */
    REDRAW_BLOCK {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.redrawn(from, s.block(size));
        }
    },
    /** A few parameters take the values of a good earlier solution. */
    RELINK {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            TreeMap<String, Value> values = new TreeMap<>(from.active());
            for (Parameter parameter : s.picked(size)) {
                if (elite.isActive(parameter.name())) {
                    values.put(parameter.name(), elite.value(parameter.name()));
                }
            }
            return s.legal(new Configuration(values));
        }
    },
    /** Small changes, one after the other. */
    NUDGE {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            Configuration changed = from;
            for (int i = 0; i < Math.min(size, 3); i++) {
                changed = s.neighbourhood.neighbour(changed, 0.05);
            }
            return changed;
        }
    },
    /** One change of any size. */
    STEP {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.neighbourhood.neighbour(from, 0.3);
        }
    },
    /** Some items leave their places in an order and are put back anywhere. */
    REINSERT {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.reordered(from, order -> {
                for (int i = 0; i < Math.min(size, order.size()); i++) {
                    Integer item = order.remove(s.random.nextInt(order.size()));
                    order.add(s.random.nextInt(order.size() + 1), item);
                }
            });
        }
    },
    /** A window of an order is shuffled. */
    SHUFFLE_WINDOW {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.reordered(from, order -> {
                List<Integer> window = s.window(order, size + 1);
                for (int i = window.size() - 1; i > 0; i--) {
                    Collections.swap(window, i, s.random.nextInt(i + 1));
                }
            });
        }
    },
    /** A window of an order of any length is reversed, the 2-opt move of tours. */
    REVERSE {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.reordered(from, order -> Collections.reverse(s.window(order, 2 + s.random.nextInt(order.size()))));
        }
    },
    /** A short run of items moves elsewhere, perhaps backwards, the Or-opt move of tours. */
    MOVE_RUN {
        @Override
        Configuration apply(Surroundings s, Configuration from, Configuration elite, int size) {
            return s.reordered(from, order -> {
                List<Integer> window = s.window(order, 1 + s.random.nextInt(3));
                List<Integer> run = new ArrayList<>(window);
                window.clear();
                if (s.random.nextBoolean()) {
                    Collections.reverse(run);
                }
                order.addAll(s.random.nextInt(order.size() + 1), run);
            });
        }
    };

    /**
     * A changed solution, legal.
     *
     * @param elite one of the best solutions so far
     * @param size  how much to destroy: a number of parameters or items, at least 1
     */
    abstract Configuration apply(Surroundings s, Configuration from, Configuration elite, int size);

    /** The operators that can change something in a space. */
    static List<Operator> of(SearchSpace space) {
        boolean orders = space.parameters().stream().anyMatch(parameter -> parameter.kind() == ParameterKind.PERMUTATION && parameter.cardinality() > 1);
        boolean others = space.parameters().stream().anyMatch(parameter -> parameter.kind() != ParameterKind.PERMUTATION);
        List<Operator> operators = new ArrayList<>();
        if (others) {
            operators.addAll(List.of(REDRAW_SOME, REDRAW_BLOCK, RELINK, NUDGE, STEP));
        }
        if (orders) {
            operators.addAll(List.of(REINSERT, SHUFFLE_WINDOW, REVERSE, MOVE_RUN));
        }
        return operators;
    }

    /** What operators work with. */
    static final class Surroundings {

        private final SearchSpace space;
        private final RandomGenerator random;
        private final Neighbourhood neighbourhood;
        private final List<Parameter> plain;
        private final List<PermutationParameter> orders = new ArrayList<>();

        Surroundings(SearchSpace space, RandomGenerator random) {
            this.space = space;
            this.random = random;
            this.neighbourhood = new Neighbourhood(space, random);
            this.plain = space.parameters().stream().filter(parameter -> parameter.kind() != ParameterKind.PERMUTATION).toList();
            space.parameters().forEach(parameter -> {
                if (parameter instanceof PermutationParameter order && order.size() > 1) {
                    orders.add(order);
                }
            });
        }

        private List<Parameter> picked(int size) {
            List<Parameter> left = new ArrayList<>(plain);
            List<Parameter> picked = new ArrayList<>();
            while (picked.size() < size && !left.isEmpty()) {
                picked.add(left.remove(random.nextInt(left.size())));
            }
            return picked;
        }

        private List<Parameter> block(int size) {
            int length = Math.min(size, plain.size());
            int start = random.nextInt(plain.size() - length + 1);
            return plain.subList(start, start + length);
        }

        private Configuration redrawn(Configuration from, List<Parameter> parameters) {
            TreeMap<String, Value> values = new TreeMap<>(from.active());
            parameters.forEach(parameter -> values.computeIfPresent(parameter.name(), (_, _) -> parameter.sample(random)));
            return legal(new Configuration(values));
        }

        private Configuration legal(Configuration raw) {
            return space.repair(neighbourhood.completed(raw));
        }

        private Configuration reordered(Configuration from, java.util.function.Consumer<List<Integer>> change) {
            List<PermutationParameter> active = orders.stream().filter(order -> from.isActive(order.name())).toList();
            if (active.isEmpty()) {
                return neighbourhood.neighbour(from, 0.3);
            }
            String name = active.get(random.nextInt(active.size())).name();
            List<Integer> order = new ArrayList<>(((Value.PermutationValue) from.value(name)).order());
            change.accept(order);
            return legal(from.with(name, Value.of(order)));
        }

        private List<Integer> window(List<Integer> order, int length) {
            int size = Math.min(length, order.size());
            int start = random.nextInt(order.size() - size + 1);
            return order.subList(start, start + size);
        }
    }
}
