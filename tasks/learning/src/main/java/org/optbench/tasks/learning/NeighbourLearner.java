package org.optbench.tasks.learning;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import smile.classification.KNN;
import smile.math.distance.MinkowskiDistance;
import smile.neighbor.LinearSearch;

/** k nearest neighbours under a Minkowski distance, features shrunk by their spread to a power. */
final class NeighbourLearner implements Learner {

    @Override
    public String id() {
        return "knn";
    }

    @Override
    public String about() {
        return "k nearest neighbours";
    }

    @Override
    public boolean handles(DataSets.Info data) {
        return !data.isRegression();
    }

    @Override
    public SearchSpace space(DataSets.Info data) {
        return SearchSpace.of(IntParameter.log("neighbours", 1, 50).withDefault(5), IntParameter.linear("power", 1, 5).withDefault(2),
                CategoricalParameter.of("transform", "none", "root", "rank-like"), FloatParameter.linear("clip", 1, 6).withDefault(6));
    }

    @Override
    public Model fit(Configuration configuration, double[][] x, double[] target, int classes, double level, long seed) {
        double[][] rows = transform(configuration, x);
        int neighbours = (int) Math.min(configuration.whole("neighbours"), rows.length);
        var search = LinearSearch.of(rows, new MinkowskiDistance((int) configuration.whole("power")));
        KNN<double[]> model = new KNN<>(search, Frames.labels(target), neighbours);
        return new FittedModel(test -> Frames.predictRows(transform(configuration, test), model::predict), (long) rows.length * rows[0].length);
    }

    private static double[][] transform(Configuration configuration, double[][] x) {
        String kind = configuration.choice("transform");
        double clip = configuration.real("clip");
        double[][] moved = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                double value = Math.clamp(x[i][j], -clip, clip);
                moved[i][j] = switch (kind) {
                    case "none" -> value;
                    case "root" -> Math.signum(value) * StrictMath.sqrt(Math.abs(value));
                    default -> StrictMath.tanh(value);
                };
            }
        }
        return moved;
    }
}
