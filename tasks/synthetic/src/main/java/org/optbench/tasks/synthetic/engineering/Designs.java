package org.optbench.tasks.synthetic.engineering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All design problems. */
final class Designs {

    private Designs() {
    }

    static List<DesignFunction> all() {
        return Stream.of(MechanicalDesigns.all(), ProcessDesigns.all(), ConstrainedFunctions.all(),
                List.of(RoverDesign.create(5), RoverDesign.create(15))).flatMap(List::stream).toList();
    }

    static double[] filled(int n, double value) {
        double[] array = new double[n];
        Arrays.fill(array, value);
        return array;
    }

    static double sq(double v) {
        return v * v;
    }

    static double cube(double v) {
        return v * v * v;
    }
}
