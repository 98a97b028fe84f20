package org.optbench.optimizers.bayes;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.forest.RegressionForest;
import org.optbench.optimizers.bayes.gp.OutputTransform;

/**
 * Settings of SMAC.
 *
 * @param growth of the forest
 * @param initial points of the initial design
 * @param interleave probability of a random point in place of the model's
 * @param output transform of the observations
 * @param mostCalls most evaluations of one configuration of a noisy problem
 */
record ForestSettings(RegressionForest.Growth growth, int initial, double interleave, OutputTransform output, int mostCalls) {
    static final SearchSpace SPACE = SearchSpace.of(IntParameter.log("trees", 2, 200).withDefault(10),
            CategoricalParameter.of("bootstrap", "true", "false").withDefault("false"), FloatParameter.linear("feature_part", 0.1, 1).withDefault(0.5),
            IntParameter.log("least_split", 2, 30).withDefault(3), IntParameter.log("initial", 2, 100).withDefault(10),
            FloatParameter.linear("random_interleave", 0, 0.5).withDefault(0.1), GpSettings.choice("output", OutputTransform.LOG, OutputTransform.values()),
            IntParameter.linear("most_calls", 1, 20).withDefault(3));

    static ForestSettings of(Configuration s) {
        return new ForestSettings(
                new RegressionForest.Growth(Math.toIntExact(s.whole("trees")), Boolean.parseBoolean(s.choice("bootstrap")), s.real("feature_part"),
                        Math.toIntExact(s.whole("least_split"))),
                Math.toIntExact(s.whole("initial")), s.real("random_interleave"), GpSettings.read(OutputTransform.class, s.choice("output")),
                Math.toIntExact(s.whole("most_calls")));
    }
}
