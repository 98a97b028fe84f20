package org.optbench.optimizers.multiobjective;

import java.util.Arrays;

/** Runs the benchmark that the first argument names. */
public final class Benchmarks {

    private Benchmarks() {
    }

    /** Runs it. */
    public static void main(String[] args) {
        String[] rest = Arrays.copyOfRange(args, 1, args.length);
        switch (args[0]) {
            case "FrontBenchmark" -> FrontBenchmark.main(rest);
            case "ModelBenchmark" -> ModelBenchmark.main(rest);
            default -> throw new IllegalArgumentException("Benchmark '" + args[0] + "' is unknown. Maybe FrontBenchmark or ModelBenchmark is meant.");
        }
    }
}
