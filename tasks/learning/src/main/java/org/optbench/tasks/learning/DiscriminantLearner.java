package org.optbench.tasks.learning;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import smile.classification.RDA;

/** Regularised discriminant analysis (Friedman 1989): between linear and quadratic. */
final class DiscriminantLearner implements Learner {

    @Override
    public String id() {
        return "rda";
    }

    @Override
    public String about() {
        return "regularised discriminant analysis";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        // one-hot columns make the covariance of a class singular, and constant pixels that of digits
        return !data.isRegression() && !data.name().equals("penguins") && !data.name().equals("digits");
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        return SearchSpace.of(FloatParameter.linear("alpha", 0, 1).withDefault(0.5), CategoricalParameter.of("features", "plain", "squares"));
    }

    @Override
    public boolean needsBlas() {
        return true;
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        boolean squares = configuration.choice("features").equals("squares");
        RDA model = RDA.fit(squares ? LogisticLearner.withSquares(x) : x, Frames.labels(target), configuration.real("alpha"));
        int features = x[0].length * (squares ? 2 : 1);
        return new FittedModel(test -> Frames.predictRows(squares ? LogisticLearner.withSquares(test) : test, model::predict),
                (long) classes * features * (features + 1));
    }
}
