package org.optbench.optimizers.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.optimizers.bayes.acquisition.Acquisition;
import org.optbench.optimizers.bayes.space.Encoding;

/** The weighted logarithm of the prior density of a configuration, as a term of an acquisition. */
final class BeliefTerm implements Acquisition {

    /** Densities are not taken for smaller than this, so that no prior rules anything out. */
    private static final double LEAST = -25;

    private final List<Place> places;
    private final double weight;

    /** A belief and the feature it is about. */
    private record Place(Belief belief, int feature, boolean conditional) {

        boolean isActive(double[] features) {
            return !conditional || features[feature + 1] == 0;
        }
    }

    private BeliefTerm(List<Place> places, double weight) {
        this.places = places;
        this.weight = weight;
    }

    /**
     * The term of the priors that the parameters declare.
     *
     * @param deviation with a value above 0, parameters without an informative prior are believed normal around their default with this deviation, in units of their range
     */
    static BeliefTerm of(Encoding encoding, double deviation) {
        List<Place> places = new ArrayList<>();
        double[] defaults = encoding.features(encoding.encode(encoding.space().defaults()));
        for (Parameter parameter : encoding.space().parameters()) {
            int feature = encoding.numberFeature(parameter.name());
            Belief declared = switch (parameter) {
                case FloatParameter floats -> Belief.declared(floats);
                case IntParameter ints -> Belief.declared(ints);
                case OrdinalParameter _, CategoricalParameter _, PermutationParameter _ -> new Belief.Uniform();
            };
            Belief belief = declared instanceof Belief.Uniform && deviation > 0 && feature >= 0 ? new Belief.Bell(defaults[feature], deviation) : declared;
            if (feature >= 0 && !(belief instanceof Belief.Uniform)) {
                places.add(new Place(belief, feature, encoding.space().activations().containsKey(parameter.name())));
            }
        }
        return new BeliefTerm(places, 1);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    BeliefTerm weighted(double factor) {
        return new BeliefTerm(places, factor);
    }

    private double value(double[] features) {
        double sum = 0;
        for (Place place : places) {
            if (place.isActive(features)) {
                sum += Math.max(LEAST, place.belief().logDensity(features[place.feature()]));
            }
        }
        return weight * sum;
    }

    @Override
    public void values(double[][] features, double[] values) {
        for (int j = 0; j < features.length; j++) {
            values[j] = value(features[j]);
        }
    }

    @Override
    public double value(double[] features, double[] gradient) {
        Arrays.fill(gradient, 0);
        for (Place place : places) {
            double at = features[place.feature()];
            if (place.isActive(features) && place.belief().logDensity(at) > LEAST) {
                gradient[place.feature()] += weight * place.belief().slope(at);
            }
        }
        return value(features);
    }
}
