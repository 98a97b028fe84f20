package org.optbench.tasks.learning;

import java.util.List;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import smile.data.DataFrame;
import smile.model.cart.Loss;

/** Gradient tree boosting (Friedman 2001). */
final class BoostingLearner implements Learner {

    @Override
    public String id() {
        return "boosting";
    }

    @Override
    public String about() {
        return "gradient tree boosting";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return true;
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        SearchSpace.Builder space = SearchSpace.builder().add(FloatParameter.log("shrinkage", 0.01, 0.5).withDefault(0.1))
                .add(IntParameter.linear("max_depth", 2, 10).withDefault(6)).add(IntParameter.log("max_nodes", 4, 64).withDefault(8))
                .add(IntParameter.log("node_size", 1, 50).withDefault(5)).add(FloatParameter.linear("subsample", 0.4, 1).withDefault(0.8));
        return (data.isRegression() ? space.add(CategoricalParameter.of("loss", "least-squares", "least-absolute", "huber")) : space).build();
    }

    @Override
    public FidelityParameter fidelity() {
        return FidelityParameter.steps("trees", 4, 100);
    }

    @Override
    public List<Parameter> inPlaceOfFidelity() {
        return List.of(IntParameter.log("trees", 4, 100).withDefault(50));
    }

    @Override
    public boolean isStochastic() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        int trees = (int) level;
        int depth = (int) configuration.whole("max_depth");
        int nodes = (int) configuration.whole("max_nodes");
        int nodeSize = (int) configuration.whole("node_size");
        double shrinkage = configuration.real("shrinkage");
        double subsample = configuration.real("subsample");
        DataFrame frame = Frames.labelled(x, target, classes);
        if (classes > 0) {
            var model = smile.classification.GradientTreeBoost.fit(Frames.FORMULA, frame,
                    new smile.classification.GradientTreeBoost.Options(trees, depth, nodes, nodeSize, shrinkage, subsample, null, null));
            return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], classes, model::predict),
                    (long) trees * nodes * (classes == 2 ? 1 : classes));
        }
        Loss loss = switch (configuration.choice("loss")) {
            case "least-squares" -> Loss.ls();
            case "least-absolute" -> Loss.lad();
            default -> Loss.huber(0.9);
        };
        var model = smile.regression.GradientTreeBoost.fit(Frames.FORMULA, frame,
                new smile.regression.GradientTreeBoost.Options(loss, trees, depth, nodes, nodeSize, shrinkage, subsample, null, null));
        return new FittedModel(rows -> Frames.predict(rows, new double[rows.length], 0, model::predict), (long) trees * nodes);
    }
}
