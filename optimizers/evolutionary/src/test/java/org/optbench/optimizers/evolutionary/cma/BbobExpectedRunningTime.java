package org.optbench.optimizers.evolutionary.cma;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.optbench.model.random.RandomStreams;
import org.optbench.tasks.synthetic.coco.BbobFunction;

/**
 * Expected running time of CMA-ES with BIPOP restarts on bbob, target f_opt + 1e-8, instances 1 to 15: evaluations of all runs over the number of runs that
 * hit the target. Arguments: dimension, most evaluations a run, functions (comma-separated), number of seeds per instance. Run with the test class path.
 */
public final class BbobExpectedRunningTime {

    private static final double PRECISION = 1e-8;
    private static final int INSTANCES = 15;

    /** ERT of pycma 4.4 with BIPOP in 5-D, same functions, instances and target. */
    private static final Map<Integer, Double> PYCMA_5D = new TreeMap<>(Map.ofEntries(Map.entry(1, 715.0), Map.entry(2, 1449.0), Map.entry(6, 1835.0),
            Map.entry(8, 2124.0), Map.entry(9, 2477.0), Map.entry(10, 1519.0), Map.entry(11, 1303.0), Map.entry(12, 4314.0), Map.entry(13, 2309.0),
            Map.entry(14, 1374.0), Map.entry(15, 25435.0), Map.entry(17, 10529.0), Map.entry(18, 13144.0), Map.entry(20, 108658.0),
            Map.entry(21, 35919.0), Map.entry(22, 19113.0)));

    private BbobExpectedRunningTime() {
    }

    public static void main(String[] arguments) {
        int dimension = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        long most = arguments.length > 1 ? Long.parseLong(arguments[1]) : 2_000_000;
        List<Integer> functions = arguments.length > 2 ? Arrays.stream(arguments[2].split(",")).map(Integer::parseInt).toList()
                : List.copyOf(PYCMA_5D.keySet());
        int seeds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        PrintStream out = System.out;
        out.printf("%4s %8s %10s %10s %7s %9s%n", "f", "solved", "ERT", "pycma 5-D", "ratio", "us/eval");
        for (int function : functions) {
            report(out, dimension, most, function, seeds);
        }
    }

    private static void report(PrintStream out, int dimension, long most, int function, int seeds) {
        long evaluations = 0;
        int solved = 0;
        long start = System.nanoTime();
        for (int seed = 1; seed <= seeds; seed++) {
            for (int instance = 1; instance <= INSTANCES; instance++) {
                long used = run(dimension, most, function, instance, seed);
                evaluations += Math.abs(used);
                solved += used > 0 ? 1 : 0;
            }
        }
        double micros = (System.nanoTime() - start) / 1e3 / evaluations;
        double ert = solved == 0 ? Double.POSITIVE_INFINITY : (double) evaluations / solved;
        double reference = dimension == 5 ? PYCMA_5D.getOrDefault(function, Double.NaN) : Double.NaN;
        out.printf(Locale.ROOT, "f%-3d %3d/%-4d %10.0f %10.0f %7.2f %9.2f%n", function, solved, seeds * INSTANCES, ert, reference, ert / reference, micros);
        out.flush();
    }

    /** Evaluations until the target was hit; negative when it was not. */
    private static long run(int dimension, long most, int function, int instance, int seed) {
        BbobFunction bbob = BbobFunction.of(function, dimension, instance);
        double target = bbob.optimalValue() + PRECISION;
        double[] start = new double[dimension];
        Arrays.fill(start, 0.5);
        CmaEs cma = new CmaEs(CmaSettings.standard(), start, Lattice.none(dimension),
                RandomStreams.of("f" + function + " i" + instance + " s" + seed).stream("cma"));
        double[] x = new double[dimension];
        long evaluations = 0;
        while (evaluations < most) {
            double[] values = new double[cma.population()];
            for (int i = 0; i < values.length; i++) {
                for (int k = 0; k < dimension; k++) {
                    x[k] = -5 + 10 * cma.candidates()[i][k];
                }
                values[i] = bbob.value(x);
                evaluations++;
                if (values[i] <= target) {
                    return evaluations;
                }
            }
            Integer[] boxed = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
            Arrays.sort(boxed, (a, b) -> Double.compare(values[a], values[b]));
            cma.tell(Arrays.stream(boxed).mapToInt(Integer::intValue).toArray(), values);
        }
        return -evaluations;
    }
}
