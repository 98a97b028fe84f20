package org.optbench.tasks.training;

import java.util.Collections;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** The numbers of one report line by name; NaN and infinities as they came. */
record Report(SortedMap<String, Double> values) {

    Report {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    OptionalDouble value(String name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
