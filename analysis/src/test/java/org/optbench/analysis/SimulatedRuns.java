package org.optbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.optbench.model.Direction;

/** Synthetic runs with known differences: each optimizer has a rate at which its regret falls, each task a scale. */
public final class SimulatedRuns {

    public static final List<String> NAMES = List.of("gp-bo", "cma-es", "smac", "tpe", "differential-evolution", "sobol", "random-search");
    private static final double[] RATE = {1.0, 0.95, 0.8, 0.78, 0.6, 0.3, 0.25};

    private SimulatedRuns() {
    }

    /** Two thirds of the tasks are functions with known optimum and targets, the others learners with an accuracy to maximise. */
    public static PerformanceTable table(int optimizers, int tasks, int seeds, int evaluations) {
        List<TaskInfo> infos = tasks(tasks, evaluations);
        PerformanceTable.Builder builder = PerformanceTable.builder(infos);
        for (int o = 0; o < optimizers; o++) {
            for (int t = 0; t < tasks; t++) {
                for (int seed = 1; seed <= seeds; seed++) {
                    builder.add(run(o, infos.get(t), t, seed, evaluations));
                }
            }
        }
        return builder.build();
    }

    /** {@link #table} with a further task of two objectives, whose fronts come nearer to the axes with the rate of the optimizer. */
    public static PerformanceTable tableWithTwoObjectives(int optimizers, int tasks, int seeds, int evaluations) {
        List<TaskInfo> infos = new ArrayList<>(tasks(tasks, evaluations));
        infos.add(new TaskInfo("zz/two", "MO", "zz", 3, "hypervolume", Direction.MAXIMIZE, OptionalDouble.empty(), List.of(), evaluations));
        PerformanceTable.Builder builder = PerformanceTable.builder(infos);
        for (int o = 0; o < optimizers; o++) {
            for (int seed = 1; seed <= seeds; seed++) {
                for (int t = 0; t < tasks; t++) {
                    builder.add(run(o, infos.get(t), t, seed, evaluations));
                }
                SplittableRandom random = new SplittableRandom(o * 31L + seed);
                double[][] front = new double[20][];
                for (int i = 0; i < front.length; i++) {
                    double x = (i + random.nextDouble()) / front.length;
                    front[i] = new double[]{x, (1.2 - RATE[o % RATE.length] / 2) * (1 - Math.sqrt(x)) + 0.1 * random.nextDouble()};
                }
                double[] effort = {1, evaluations};
                double[] values = {0.2, 0.3 + RATE[o % RATE.length] / 2 + 0.05 * random.nextDouble()};
                builder.add(new RunTrace(NAMES.get(o % NAMES.size()), "zz/two", seed, effort, values, new double[0], new double[0], 0, new double[0], front));
            }
        }
        return builder.build();
    }

    public static List<TaskInfo> tasks(int tasks, int evaluations) {
        List<TaskInfo> infos = new ArrayList<>();
        List<Double> targets = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            targets.add(Math.pow(10, 2 - i / 5.0));
        }
        for (int t = 0; t < tasks; t++) {
            infos.add(t % 3 < 2
                    ? new TaskInfo("bbob/f" + (t % 24 + 1) + "/d" + (t % 2 == 0 ? 2 : 5) + "/i" + (t / 24 + 1), "BB", "bbob", t % 2 == 0 ? 2 : 5,
                            "f", Direction.MINIMIZE, OptionalDouble.of(0), targets, evaluations)
                    : new TaskInfo("learn/" + List.of("forest", "svm", "knn", "mlp").get(t / 3 % 4) + "/set-" + t, t % 2 == 0 ? "BB" : "MF", "learn", 6,
                            "accuracy", Direction.MAXIMIZE, OptionalDouble.empty(), List.of(), evaluations));
        }
        return infos;
    }

    public static RunTrace run(int optimizer, TaskInfo task, int taskIndex, int seed, int evaluations) {
        SplittableRandom random = new SplittableRandom(optimizer * 1_000_003L + taskIndex * 7919L + seed);
        boolean function = task.direction() == Direction.MINIMIZE;
        String name = optimizer < NAMES.size() ? NAMES.get(optimizer) : "variant-" + optimizer;
        double rate = RATE[optimizer % RATE.length] * (0.8 + 0.4 * new SplittableRandom(taskIndex * 31L + optimizer).nextDouble());
        double[] effort = new double[evaluations];
        double[] values = new double[evaluations];
        double[] seconds = new double[evaluations];
        double[] suggest = new double[evaluations];
        int failures = 0;
        double level = 50 * (0.5 + random.nextDouble());
        for (int i = 0; i < evaluations; i++) {
            effort[i] = i + 1;
            seconds[i] = 0.02 * (i + 1);
            suggest[i] = (optimizer == 0 ? 4e-3 : 2e-5) * (1 + random.nextDouble());
            level *= Math.exp(-rate * 12.0 / evaluations * random.nextExponential());
            double regret = level * Math.exp(Math.abs(random.nextGaussian()));
            values[i] = function ? regret : 0.97 - 0.01 * (taskIndex % 7) - 0.3 * Math.pow(regret / 100, 0.3);
            if (!function && random.nextInt(200) == 0) {
                values[i] = Double.NaN;
                failures++;
            }
        }
        return new RunTrace(name, task.id(), seed, effort, values, seconds, suggest, failures);
    }
}
