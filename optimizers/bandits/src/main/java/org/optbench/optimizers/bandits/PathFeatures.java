package org.optbench.optimizers.bandits;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

/**
 * A configuration as the decisions on its path and all pairs of them, hashed into a vector of fixed length with signs (Weinberger et al., "Feature hashing for large scale
 * multitask learning", 2009): the n-gram features of DeepArchitect for spaces of any shape.
 */
final class PathFeatures {

    private static final int BINS = 4;

    private final int length;

    PathFeatures(int length) {
        this.length = length;
    }

    /** The vector {@code [length]}, scaled to norm 1, of the decisions on a path. */
    double[] of(List<String> decisions) {
        double[] features = new double[length];
        features[0] = 1;
        for (int i = 0; i < decisions.size(); i++) {
            add(features, decisions.get(i), 1);
            for (int j = 0; j < i; j++) {
                add(features, decisions.get(j) + '&' + decisions.get(i), 0.5);
            }
        }
        double square = 0;
        for (double value : features) {
            square += value * value;
        }
        double norm = Math.sqrt(square);
        for (int i = 0; i < length; i++) {
            features[i] /= norm;
        }
        return features;
    }

    private void add(double[] features, String token, double amount) {
        int hash = mixed(token.hashCode());
        features[1 + Math.floorMod(hash >>> 1, length - 1)] += (hash & 1) == 0 ? amount : -amount;
    }

    /** The finaliser of MurmurHash3. */
    private static int mixed(int raw) {
        int hash = raw;
        hash = (hash ^ hash >>> 16) * 0x85ebca6b;
        hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
        return hash ^ hash >>> 16;
    }

    /** The decisions of a configuration as words: its choices, the parts of the ranges its numbers lie in at two resolutions, the neighbours of its orders. */
    static List<String> decisions(Configuration configuration, SearchSpace space) {
        List<String> words = new ArrayList<>();
        double[] point = space.unitCube().encode(configuration);
        for (Parameter parameter : space.parentsFirst()) {
            String name = parameter.name();
            if (!configuration.isActive(name)) {
                continue;
            }
            double unit = point[space.unitCube().offset(name)];
            switch (configuration.value(name)) {
                case Value.ChoiceValue(String choice) -> words.add(name + '=' + choice);
                case Value.PermutationValue(List<Integer> order) -> {
                    for (int i = 0; i + 1 < order.size(); i++) {
                        words.add(name + ':' + order.get(i) + '>' + order.get(i + 1));
                    }
                }
                case Value.FloatValue _, Value.IntValue _ -> {
                    words.add(name + '~' + Math.min((int) (unit * BINS), BINS - 1));
                    words.add(name + "~~" + Math.min((int) (unit * BINS * BINS), BINS * BINS - 1));
                }
            }
        }
        return words;
    }
}
