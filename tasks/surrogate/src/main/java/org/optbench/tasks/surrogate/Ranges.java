package org.optbench.tasks.surrogate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The recorded extremes of every output on every instance of a scenario, as published with the surrogates. */
final class Ranges {

    private final Map<String, double[]> byInstance;

    private Ranges(Map<String, double[]> byInstance) {
        this.byInstance = byInstance;
    }

    /** Reads the file of a scenario: a line per instance with minimum and maximum of each output in the order of the model. */
    static Ranges load(Scenario scenario) {
        List<String> lines = Scenarios.lines(scenario.name() + "/ranges.csv");
        return new Ranges(lines.stream().skip(1).map(line -> line.split(","))
                .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> numbers(cells))));
    }

    double lowest(String instance, int output) {
        return row(instance)[2 * output];
    }

    double highest(String instance, int output) {
        return row(instance)[2 * output + 1];
    }

    private double[] row(String instance) {
        double[] row = byInstance.get(instance);
        if (row == null) {
            throw new IllegalArgumentException("Instance '" + instance + "' has no recorded ranges.");
        }
        return row;
    }

    private static double[] numbers(String[] cells) {
        double[] numbers = new double[cells.length - 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Double.parseDouble(cells[i + 1]);
        }
        return numbers;
    }
}
