package org.optbench.tasks.learning;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import smile.data.DataFrame;
import smile.model.cart.SplitRule;

/** A single decision or regression tree (CART, Breiman et al. 1984). */
final class TreeLearner implements Learner {

    @Override
    public String id() {
        return "tree";
    }

    @Override
    public String about() {
        return "decision tree";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return true;
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        SearchSpace.Builder space = SearchSpace.builder().add(IntParameter.linear("max_depth", 2, 30).withDefault(20))
                .add(IntParameter.log("max_nodes", 2, 500).withDefault(100)).add(IntParameter.log("node_size", 1, 100).withDefault(5));
        return (data.isRegression() ? space : space.add(CategoricalParameter.of("rule", "gini", "entropy"))).build();
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        int depth = (int) configuration.whole("max_depth");
        int nodes = (int) configuration.whole("max_nodes");
        int nodeSize = (int) configuration.whole("node_size");
        DataFrame frame = Frames.labelled(x, target, classes);
        if (classes == 0) {
            var tree = smile.regression.RegressionTree.fit(Frames.FORMULA, frame, new smile.regression.RegressionTree.Options(depth, nodes, nodeSize));
            return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], 0, tree::predict), tree.size());
        }
        SplitRule rule = configuration.choice("rule").equals("gini") ? SplitRule.GINI : SplitRule.ENTROPY;
        var tree = smile.classification.DecisionTree.fit(Frames.FORMULA, frame, new smile.classification.DecisionTree.Options(rule, depth, nodes, nodeSize));
        return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], classes, tree::predict), tree.size());
    }
}
