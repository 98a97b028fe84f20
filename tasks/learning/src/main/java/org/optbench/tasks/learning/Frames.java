package org.optbench.tasks.learning;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;

/** Smile's data frames from arrays. */
final class Frames {

    static final Formula FORMULA = Formula.lhs("target");

    private Frames() {
    }

    static DataFrame labelled(double[][] x, double[] target, int classes) {
        return features(x).add(classes > 0 ? new IntVector("target", labels(target)) : new DoubleVector("target", target));
    }

    static DataFrame features(double[][] x) {
        return DataFrame.of(x, IntStream.range(0, x[0].length).mapToObj(i -> "x" + i).toArray(String[]::new));
    }

    static int[] labels(double[] target) {
        return Arrays.stream(target).mapToInt(value -> (int) value).toArray();
    }

    static double[] predict(double[][] x, double[] anyTarget, int classes, ToDoubleFunction<Tuple> model) {
        // the schema of prediction must be that of training, response included
        DataFrame frame = labelled(x, anyTarget, classes);
        return IntStream.range(0, x.length).mapToDouble(i -> model.applyAsDouble(frame.get(i))).toArray();
    }

    static double[] predictRows(double[][] x, ToDoubleFunction<double[]> model) {
        return Arrays.stream(x).mapToDouble(model).toArray();
    }
}
