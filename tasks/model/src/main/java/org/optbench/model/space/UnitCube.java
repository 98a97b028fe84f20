package org.optbench.model.space;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The view of a space that vector optimizers use: every configuration is a point of [0, 1]^width. Numbers follow their scale, choices and ints own
 * intervals of equal width, permutations are random keys. Coordinates of inactive parameters are NaN.
 */
public final class UnitCube {

    private final SearchSpace space;
    private final Map<String, Integer> offsets;
    private final int width;

    UnitCube(SearchSpace space) {
        this.space = space;
        Map<String, Integer> places = new LinkedHashMap<>();
        int next = 0;
        for (Parameter parameter : space.parameters()) {
            places.put(parameter.name(), next);
            next += parameter.width();
        }
        this.offsets = Collections.unmodifiableMap(places);
        this.width = next;
    }

    /** Number of coordinates; more than the number of parameters when there are permutations. */
    public int width() {
        return width;
    }

    /** First coordinate of a parameter. */
    public int offset(String parameter) {
        Integer offset = offsets.get(parameter);
        if (offset == null) {
            throw new IllegalArgumentException("Parameter '" + parameter + "' is not one of " + offsets.keySet() + ".");
        }
        return offset;
    }

    /** The point {@code [width]} of a configuration whose values are legal; coordinates of inactive parameters are NaN. */
    public double[] encode(Configuration configuration) {
        double[] point = new double[width];
        int offset = 0;
        for (Parameter parameter : space.parameters()) {
            Value value = configuration.active().get(parameter.name());
            if (value == null) {
                Arrays.fill(point, offset, offset + parameter.width(), Double.NaN);
            } else {
                parameter.encode(value, point, offset);
            }
            offset += parameter.width();
        }
        return point;
    }

    /**
     * The legal configuration at a point {@code [width]}. Coordinates of inactive parameters are ignored, those outside [0, 1] are moved to the
     * border, NaN stands for the default, and a forbidden combination is repaired as {@link SearchSpace#repair} does.
     */
    public Configuration decode(double[] point) {
        if (point.length != width) {
            throw new IllegalArgumentException("Point with " + point.length + " coordinates: this unit cube has " + width + ".");
        }
        TreeMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : space.parentsFirst()) {
            if (space.isActive(parameter, values)) {
                int offset = Objects.requireNonNull(offsets.get(parameter.name()));
                values.put(parameter.name(), Double.isNaN(point[offset]) ? parameter.defaultValue() : parameter.decode(point, offset));
            }
        }
        Configuration configuration = new Configuration(values);
        return space.isForbidden(configuration) ? space.repair(configuration) : configuration;
    }
}
