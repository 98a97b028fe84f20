package org.optbench.tasks.learning;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import smile.data.DataFrame;
import smile.model.cart.SplitRule;

/** Random forest (Breiman 2001). */
final class ForestLearner implements Learner {

    private static final int MOST_NODES = 2000;

    @Override
    public String id() {
        return "forest";
    }

    @Override
    public String about() {
        return "random forest";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return true;
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        SearchSpace.Builder space = SearchSpace.builder().add(FloatParameter.linear("feature_share", 0.05, 1).withDefault(0.3))
                .add(IntParameter.linear("max_depth", 2, 30).withDefault(20)).add(IntParameter.log("node_size", 1, 50).withDefault(2))
                .add(FloatParameter.linear("subsample", 0.3, 1).withDefault(1));
        return (data.isRegression() ? space : space.add(CategoricalParameter.of("rule", "gini", "entropy"))).build();
    }

    @Override
    public FidelityParameter fidelity() {
        return FidelityParameter.steps("trees", 4, 128);
    }

    @Override
    public List<Parameter> inPlaceOfFidelity() {
        return List.of(IntParameter.log("trees", 4, 128).withDefault(64));
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        int trees = (int) level;
        int features = Math.clamp(Math.round(configuration.real("feature_share") * x[0].length), 1, x[0].length);
        int depth = (int) configuration.whole("max_depth");
        int nodeSize = (int) configuration.whole("node_size");
        double subsample = configuration.real("subsample");
        long[] seeds = new SplittableRandom(seed).longs(trees).map(Math::abs).toArray();
        DataFrame frame = Frames.labelled(x, target, classes);
        if (classes == 0) {
            var forest = smile.regression.RandomForest.fit(Frames.FORMULA, frame,
                    new smile.regression.RandomForest.Options(trees, features, depth, MOST_NODES, nodeSize, subsample, seeds, null));
            long nodes = Arrays.stream(forest.models()).mapToLong(model -> model.tree().size()).sum();
            return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], 0, forest::predict), nodes);
        }
        SplitRule rule = configuration.choice("rule").equals("gini") ? SplitRule.GINI : SplitRule.ENTROPY;
        var forest = smile.classification.RandomForest.fit(Frames.FORMULA, frame,
                new smile.classification.RandomForest.Options(trees, features, rule, depth, MOST_NODES, nodeSize, subsample, null, seeds, null));
        long nodes = Arrays.stream(forest.trees()).mapToLong(tree -> tree.size()).sum();
        return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], classes, forest::predict), nodes);
    }
}
