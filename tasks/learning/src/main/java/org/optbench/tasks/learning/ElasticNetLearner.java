package org.optbench.tasks.learning;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import smile.regression.ElasticNet;
import smile.regression.LinearModel;

/** Linear regression with an elastic-net penalty (Zou and Hastie 2005). */
final class ElasticNetLearner implements Learner {

    @Override
    public String id() {
        return "elastic-net";
    }

    @Override
    public String about() {
        return "elastic net";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return data.isRegression();
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        return SearchSpace.of(FloatParameter.log("lambda1", 1e-3, 1000).withDefault(1), FloatParameter.log("lambda2", 1e-3, 1000).withDefault(1),
                CategoricalParameter.of("features", "plain", "squares"));
    }

    @Override
    public boolean needsBlas() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        boolean squares = configuration.choice("features").equals("squares");
        double[][] rows = squares ? LogisticLearner.withSquares(x) : x;
        LinearModel model = ElasticNet.fit(Frames.FORMULA, Frames.labelled(rows, target, 0), configuration.real("lambda1"),
                configuration.real("lambda2"));
        return new FittedModel(test -> {
            double[][] wide = squares ? LogisticLearner.withSquares(test) : test;
            return Frames.predict(wide, new double[wide.length], 0, model::predict);
        }, rows[0].length + 1L);
    }
}
