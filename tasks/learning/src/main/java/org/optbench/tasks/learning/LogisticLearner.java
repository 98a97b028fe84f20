package org.optbench.tasks.learning;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import smile.classification.LogisticRegression;

/** Logistic regression with a ridge penalty, on the features alone or with their squares. */
final class LogisticLearner implements Learner {

    @Override
    public String id() {
        return "logistic";
    }

    @Override
    public String about() {
        return "ridge-penalised logistic regression";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return !data.isRegression();
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        return SearchSpace.of(FloatParameter.log("lambda", 1e-5, 1000).withDefault(0.1), CategoricalParameter.of("features", "plain", "squares"),
                IntParameter.log("max_iterations", 5, 200).withDefault(100));
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        boolean squares = configuration.choice("features").equals("squares");
        double[][] rows = squares ? withSquares(x) : x;
        LogisticRegression model = LogisticRegression.fit(rows, Frames.labels(target),
                new LogisticRegression.Options(configuration.real("lambda"), 1e-5, (int) configuration.whole("max_iterations")));
        return new FittedModel(test -> Frames.predictRows(squares ? withSquares(test) : test, model::predict),
                (long) (classes == 2 ? 1 : classes) * (rows[0].length + 1));
    }

    static double[][] withSquares(double[][] x) {
        double[][] wide = new double[x.length][2 * x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                wide[i][j] = x[i][j];
                wide[i][x[i].length + j] = x[i][j] * x[i][j] - 1;
            }
        }
        return wide;
    }
}
