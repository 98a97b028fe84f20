package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.optbench.model.Fidelity;
import org.optbench.model.Measurement;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskId;
import org.optbench.tasks.testkit.RecordingProgress;

/**
 * Steps a second of the same training by the bare script and through the harness, one after the other in turn, so that load from outside falls on
 * both alike. Arguments: workload, preset, epochs, pairs.
 *
 * <pre>mvn -q -pl tasks/training -am -DskipTests -Pbenchmark test "-Dbenchmark.arguments=clicks-dlrm cpu 3 10"</pre>
 */
public final class HarnessOverhead {

    private HarnessOverhead() {
    }

    public static void main(String[] arguments) throws Exception {
        String workload = arguments.length > 0 ? arguments[0] : "clicks-dlrm";
        String preset = arguments.length > 1 ? arguments[1] : "cpu";
        int epochs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        int pairs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10;
        Path folder = Files.createTempDirectory("overhead");
        TaskContext context = Torch.context(folder, Map.of("device", preset.equals("gpu") ? "auto" : "cpu"));
        String interpreter = PythonInstallation.find(context).orElseThrow().interpreter();
        List<Double> wall = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        try (Task task = new TrainingTaskProvider().open(TaskId.of("train/" + workload + "/" + preset), context)) {
            for (int pair = 0; pair < pairs; pair++) {
                Report bare = bare(interpreter, workload, preset, epochs, folder.resolve("bare" + pair));
                RecordingProgress progress = RecordingProgress.letting(folder.resolve("harness" + pair));
                task.evaluate(new Evaluation(pair, task.problem().space().defaults(), Fidelity.of("epochs", epochs), 7), progress);
                Measurement last = progress.reports().getLast();
                double steps = value(last, "step");
                wall.add(bare.value("step").orElseThrow() / bare.value("seconds").orElseThrow() / (steps / value(last, "seconds")) - 1);
                cpu.add(bare.value("step").orElseThrow() / bare.value("cpu_seconds").orElseThrow() / (steps / value(last, "cpu_seconds")) - 1);
                System.out.printf(Locale.ROOT, "pair %d: bare %.1f steps/s, harness %.1f steps/s (wall); %.1f and %.1f (CPU)%n", pair,
                        bare.value("step").orElseThrow() / bare.value("seconds").orElseThrow(), steps / value(last, "seconds"),
                        bare.value("step").orElseThrow() / bare.value("cpu_seconds").orElseThrow(), steps / value(last, "cpu_seconds"));
            }
        } finally {
            WorkerPool.shared().closeIdle();
        }
        System.out.printf(Locale.ROOT, "overhead of the harness on %s/%s, median of %d pairs: %.2f %% of wall time a step, %.2f %% of CPU time a step%n",
                workload, preset, pairs, 100 * median(wall), 100 * median(cpu));
    }

    private static double value(Measurement measurement, String name) {
        Double value = measurement.extra().get(name);
        if (value == null) {
            throw new IllegalStateException("The report has no '" + name + "'.");
        }
        return value;
    }

    private static Report bare(String interpreter, String workload, String preset, int epochs, Path checkpoints) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(interpreter, "-m", "optbench_training", "--workload", workload, "--preset", preset, "--epochs",
                Integer.toString(epochs), "--seed", "7", "--threads", "1", "--checkpoint_dir", checkpoints.toString());
        builder.environment().put("PYTHONPATH", PythonSources.folder().toString());
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        Process process = builder.start();
        ReportReader reader = new ReportReader(Map.of(), "");
        List<Report> reports = new ArrayList<>();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> reader.read(line).ifPresent(reports::add));
        }
        if (process.waitFor() != 0 || reports.isEmpty()) {
            throw new IllegalStateException("The bare script ended with exit code " + process.exitValue() + " and " + reports.size() + " reports.");
        }
        return reports.getLast();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
