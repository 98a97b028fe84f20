package org.optbench.tasks.synthetic.coco;

import java.util.List;
import java.util.stream.IntStream;

/** The fixed targets of COCO. */
final class Targets {

    private static final int COUNT = 51;

    private Targets() {}

    /** The 51 values {@code optimum + 10^2, 10^1.8, .. 10^-8} whose first attainment COCO records, from easy to hard. */
    static List<Double> above(double optimum) {
        return IntStream.range(0, COUNT).mapToObj(k -> optimum + StrictMath.pow(10.0, (10 - k) / 5.0)).toList();
    }
}
