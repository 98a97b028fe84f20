package org.optbench.optimizers.multifidelity;

import java.util.Locale;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.gp.OutputTransform;

/**
 * Settings of the Gaussian-process model.
 *
 * @param output      transform of the results
 * @param aim         level at which improvement is sought
 * @param leastPoints results needed for a model, and at a level to aim at it; 0 stands for the dimension plus 1
 * @param fantasies   draws of the results of pending trials; 1 takes their expected values
 * @param modelPoints most results that the process is conditioned on
 */
record ProcessSettings(OutputTransform output, Aim aim, int leastPoints, int fantasies, int modelPoints) {

    /** Level at which improvement is sought. */
    enum Aim {
        /** The full one. */
        FULL,
        /** The highest with enough results, as in BOHB. */
        OBSERVED
    }

    static void declare(SearchSpace.Builder space) {
        space.add(CategoricalParameter.of("output", "power", "copula", "log", "standardise")).add(CategoricalParameter.of("aim", "full", "observed"))
                .add(IntParameter.linear("least_points", 0, 50).withDefault(0)).add(IntParameter.log("fantasies", 1, 20).withDefault(1))
                .add(IntParameter.log("model_points", 10, 1000).withDefault(100));
    }

    static ProcessSettings of(Configuration s) {
        return new ProcessSettings(OutputTransform.valueOf(s.choice("output").toUpperCase(Locale.ROOT)), Aim.valueOf(s.choice("aim").toUpperCase(Locale.ROOT)),
                Math.toIntExact(s.whole("least_points")), Math.toIntExact(s.whole("fantasies")), Math.toIntExact(s.whole("model_points")));
    }
}
