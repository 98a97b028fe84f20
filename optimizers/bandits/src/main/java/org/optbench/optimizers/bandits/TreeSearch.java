package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.optbench.model.space.Configuration;
import org.optbench.optimizer.support.Score;
import org.optbench.optimizer.support.SteadyStateOptimizer;

/**
 * Monte Carlo tree search over the decisions that make a configuration: bandits choose from the root down (Kocsis and Szepesvari, "Bandit based Monte-Carlo Planning",
 * 2006), the first decision without statistics is expanded, the rest is drawn at random. Proposals under way count as visits.
 */
final class TreeSearch implements SteadyStateOptimizer.Method {

    private static final int DISTINCT_TRIES = 30;

    private final DecisionTree tree;
    private final double exploration;
    private final boolean repeats;
    private final RandomGenerator random;
    private final LossScale scale = new LossScale(LossScale.Mode.RANK);
    private final Node root = new Node();
    private final Set<Configuration> known = new HashSet<>();
    private final Pending<List<Node>> pending = new Pending<>();

    private static final class Node {
        private final Map<Integer, Node> children = new HashMap<>();
        private int visits;
        private int told;
        private double losses;

        double bound(int parentVisits, double exploration) {
            double mean = told == 0 ? 0.5 : losses / told;
            return mean - exploration * Math.sqrt(StrictMath.log(parentVisits) / visits);
        }
    }

    /**
     * @param exploration width of the confidence bounds, positive
     * @param repeats     whether a configuration may come twice
     */
    TreeSearch(DecisionTree tree, double exploration, boolean repeats, RandomGenerator random) {
        this.tree = tree;
        this.exploration = exploration;
        this.repeats = repeats;
        this.random = random;
    }

    @Override
    public Optional<Configuration> propose(long tag) {
        Simulation simulation = simulate();
        for (int attempt = 0; attempt < DISTINCT_TRIES && !repeats && known.contains(simulation.configuration()); attempt++) {
            simulation.nodes().forEach(node -> node.visits++); // an exhausted branch loses its charm
            simulation = simulate();
        }
        known.add(simulation.configuration());
        simulation.nodes().forEach(node -> node.visits++);
        pending.put(tag, simulation.nodes());
        return Optional.of(simulation.configuration());
    }

    private record Simulation(List<Node> nodes, Configuration configuration) {
    }

    private Simulation simulate() {
        DecisionTree.Path path = tree.new Path(random);
        List<Node> nodes = new ArrayList<>(List.of(root));
        boolean inTree = true;
        while (path.options() > 0) {
            int options = path.options();
            int option;
            if (inTree) {
                Node parent = nodes.getLast();
                option = parent.children.size() < options ? untried(parent, options) : best(parent, options);
                inTree = parent.children.containsKey(option);
                nodes.add(parent.children.computeIfAbsent(option, _ -> new Node()));
            } else {
                option = random.nextInt(options);
            }
            path.take(option);
        }
        return new Simulation(nodes, path.leaf());
    }

    private int untried(Node parent, int options) {
        int skip = random.nextInt(options - parent.children.size());
        int option = 0;
        while (parent.children.containsKey(option) || skip-- > 0) {
            option++;
        }
        return option;
    }

    private int best(Node parent, int options) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int option = 0; option < options; option++) {
            Node child = parent.children.get(option);
            double bound = child == null || child.visits == 0 ? Double.NEGATIVE_INFINITY : child.bound(Math.max(parent.visits, 2), exploration);
            if (bound < least) {
                least = bound;
                best = option;
            }
        }
        return best;
    }

    @Override
    public void tell(long tag, Score score) {
        double loss = scale.enter(score);
        for (Node node : pending.take(tag)) {
            node.told++;
            node.losses += loss;
        }
    }
}
