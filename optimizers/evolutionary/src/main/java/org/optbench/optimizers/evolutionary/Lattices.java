package org.optbench.optimizers.evolutionary;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.evolutionary.cma.Lattice;

/** Finds the borders between whole values in the unit cube of a space. */
final class Lattices {

    private static final int MOST_VALUES = 10_000;

    private Lattices() {
    }

    /** Ints with more than ten thousand values count as continuous, as do the keys of permutations. */
    static Lattice of(SearchSpace space) {
        List<double[]> thresholds = new ArrayList<>();
        for (Parameter parameter : space.parameters()) {
            switch (parameter) {
                case FloatParameter _ -> thresholds.add(new double[0]);
                case IntParameter ints -> thresholds.add(between(ints));
                case CategoricalParameter choices -> thresholds.add(equal(choices.choices().size()));
                case OrdinalParameter choices -> thresholds.add(equal(choices.choices().size()));
                case PermutationParameter orders -> {
                    for (int i = 0; i < orders.size(); i++) {
                        thresholds.add(new double[0]);
                    }
                }
            }
        }
        return new Lattice(thresholds.toArray(double[][]::new));
    }

    private static double[] between(IntParameter ints) {
        if (ints.cardinality() > MOST_VALUES) {
            return new double[0];
        }
        double[] borders = new double[(int) (ints.upper() - ints.lower())];
        for (int i = 0; i < borders.length; i++) {
            borders[i] = ints.toUnit(ints.lower() + i + 0.5);
        }
        return borders;
    }

    private static double[] equal(int values) {
        double[] borders = new double[values - 1];
        for (int i = 0; i < borders.length; i++) {
            borders[i] = (i + 1.0) / values;
        }
        return borders;
    }
}
