package org.optbench.tasks.synthetic.task;

import java.util.stream.IntStream;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;

/** Search spaces of numbered variables {@code x1 .. xd}. */
public final class Spaces {

    private Spaces() {}

    /** The cube {@code [lower, upper]^d}. */
    public static SearchSpace cube(int dimension, double lower, double upper) {
        return SearchSpace.of(IntStream.rangeClosed(1, dimension).mapToObj(i -> FloatParameter.linear("x" + i, lower, upper)).toList());
    }

    /** The box between two corners, array shapes {@code [d]}. */
    public static SearchSpace box(double[] lower, double[] upper) {
        return SearchSpace.of(IntStream.range(0, lower.length).mapToObj(i -> FloatParameter.linear("x" + (i + 1), lower[i], upper[i])).toList());
    }
}
