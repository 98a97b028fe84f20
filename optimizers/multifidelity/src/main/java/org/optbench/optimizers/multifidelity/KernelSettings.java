package org.optbench.optimizers.multifidelity;

import java.util.Locale;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.parzen.Bandwidth;
import org.optbench.optimizers.bayes.parzen.ParzenEstimator;

/**
 * Settings of the kernel density model.
 *
 * @param gamma       part of the results that count as good
 * @param mostGood    most results that count as good
 * @param leastPoints results needed at a level, less 2; 0 stands for the dimension plus 1
 * @param candidates  draws from the good density for each proposal
 * @param byRank      whether good results weigh by their rank
 * @param smoothing   shape of the kernels
 */
record KernelSettings(double gamma, int mostGood, int leastPoints, int candidates, boolean byRank, ParzenEstimator.Smoothing smoothing) {

    static void declare(SearchSpace.Builder space) {
        space.add(FloatParameter.log("gamma", 0.02, 0.5).withDefault(0.15)).add(IntParameter.log("most_good", 2, 1000).withDefault(25))
                .add(IntParameter.linear("least_points", 0, 50).withDefault(0)).add(IntParameter.log("candidates", 1, 500).withDefault(24))
                .add(CategoricalParameter.of("weights", "rank", "uniform"))
                .add(CategoricalParameter.of("bandwidth", "fixed", "scott", "neighbour")).add(FloatParameter.log("bandwidth_factor", 0.02, 5).withDefault(0.1))
                .add(FloatParameter.log("least_bandwidth", 1e-4, 0.2).withDefault(0.01))
                .add(FloatParameter.linear("categorical_spread", 0.01, 0.6).withDefault(0.2))
                .add(FloatParameter.log("prior_weight", 0.01, 10).withDefault(1));
    }

    static KernelSettings of(Configuration s) {
        return new KernelSettings(s.real("gamma"), Math.toIntExact(s.whole("most_good")), Math.toIntExact(s.whole("least_points")),
                Math.toIntExact(s.whole("candidates")), s.choice("weights").equals("rank"),
                new ParzenEstimator.Smoothing(Bandwidth.valueOf(s.choice("bandwidth").toUpperCase(Locale.ROOT)), s.real("bandwidth_factor"),
                        s.real("least_bandwidth"), s.real("categorical_spread"), s.real("prior_weight")));
    }
}
