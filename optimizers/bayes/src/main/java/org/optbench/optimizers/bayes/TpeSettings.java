package org.optbench.optimizers.bayes;

import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.parzen.Bandwidth;

/**
 * Settings of the tree-structured Parzen estimator.
 *
 * @param multivariate one joint kernel over all parameters instead of one estimator a parameter
 * @param gamma part of the trials that count as good
 * @param most most trials that count as good
 * @param initial points of the initial design
 * @param candidates draws from the good density for each suggestion
 * @param bandwidth rule of the kernel widths
 * @param factor multiplies the widths
 * @param least least width
 * @param spread probability a categorical kernel gives to other choices
 * @param prior weight of the uniform component
 * @param weights how good trials are weighted
 * @param badWeights how the others are
 */
record TpeSettings(boolean multivariate, double gamma, int most, int initial, int candidates, Bandwidth bandwidth, double factor, double least,
        double spread, double prior, Weights weights, BadWeights badWeights) {
    /** Weights of the good trials. */
    enum Weights {
        /** Equal. */
        UNIFORM,
        /** By the rank: the best of m counts m times as much as the worst. */
        RANK,
        /** By the improvement on the best of the bad trials (Watanabe 2023). */
        IMPROVEMENT
    }

    /** Weights of the other trials. */
    enum BadWeights {
        /** Equal. */
        UNIFORM,
        /** The latest 25 count fully, the older ones linearly less with their age (Hyperopt). */
        RECENT
    }

    static final SearchSpace SPACE = SearchSpace.builder().add(CategoricalParameter.of("multivariate", "true", "false"))
            .add(FloatParameter.log("gamma", 0.02, 0.5).withDefault(0.15)).add(IntParameter.log("most_good", 2, 200).withDefault(25))
            .add(IntParameter.log("initial", 2, 100).withDefault(10)).add(IntParameter.log("candidates", 1, 500).withDefault(24))
            .add(GpSettings.choice("bandwidth", Bandwidth.FIXED, Bandwidth.values())).add(FloatParameter.log("bandwidth_factor", 0.02, 3).withDefault(0.07))
            .add(FloatParameter.log("least_bandwidth", 1e-4, 0.2).withDefault(0.01))
            .add(FloatParameter.linear("categorical_spread", 0.01, 0.6).withDefault(0.2))
            .add(FloatParameter.log("prior_weight", 0.01, 10).withDefault(1)).add(GpSettings.choice("weights", Weights.RANK, Weights.values()))
            .add(GpSettings.choice("bad_weights", BadWeights.RECENT, BadWeights.values())).build();

    static TpeSettings of(Configuration s) {
        return new TpeSettings(Boolean.parseBoolean(s.choice("multivariate")), s.real("gamma"), Math.toIntExact(s.whole("most_good")),
                Math.toIntExact(s.whole("initial")), Math.toIntExact(s.whole("candidates")), GpSettings.read(Bandwidth.class, s.choice("bandwidth")),
                s.real("bandwidth_factor"), s.real("least_bandwidth"), s.real("categorical_spread"), s.real("prior_weight"),
                GpSettings.read(Weights.class, s.choice("weights")), GpSettings.read(BadWeights.class, s.choice("bad_weights")));
    }
}
