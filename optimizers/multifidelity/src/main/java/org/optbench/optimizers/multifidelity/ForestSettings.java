package org.optbench.optimizers.multifidelity;

import java.util.Locale;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.forest.RegressionForest;
import org.optbench.optimizers.bayes.gp.OutputTransform;

/**
 * Settings of the forest model.
 *
 * @param growth      of the forest
 * @param joint       one forest over all levels, the level being an input, in place of one over the highest level with enough results
 * @param output      transform of the results
 * @param modelPoints most results that a forest grows on
 */
record ForestSettings(RegressionForest.Growth growth, boolean joint, OutputTransform output, int modelPoints) {

    static void declare(SearchSpace.Builder space) {
        space.add(IntParameter.log("trees", 2, 200).withDefault(10)).add(FloatParameter.linear("feature_part", 0.1, 1).withDefault(0.8))
                .add(IntParameter.log("least_split", 2, 30).withDefault(3)).add(CategoricalParameter.of("joint", "true", "false"))
                .add(CategoricalParameter.of("output", "log", "standardise", "power", "copula"))
                .add(IntParameter.log("model_points", 10, 5000).withDefault(500));
    }

    static ForestSettings of(Configuration s) {
        return new ForestSettings(
                new RegressionForest.Growth(Math.toIntExact(s.whole("trees")), true, s.real("feature_part"), Math.toIntExact(s.whole("least_split"))),
                Boolean.parseBoolean(s.choice("joint")), OutputTransform.valueOf(s.choice("output").toUpperCase(Locale.ROOT)),
                Math.toIntExact(s.whole("model_points")));
    }
}
