package org.optbench.analysis.algoperf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads logs as AlgoPerf's runner writes them: a tree
 * {@code <submission>/study_N/<workload>_<framework>/trial_M/eval_measurements.csv} with the columns {@code score}, which is the accumulated
 * submission time in seconds, and {@code validation/<metric>}.
 */
public final class RawLogs {

    private static final String FILE = "eval_measurements.csv";
    private static final List<String> FRAMEWORKS = List.of("_jax", "_pytorch");

    private RawLogs() {
    }

    /**
     * The trials below a folder, in the order of their paths; those of workloads that are not given are left out.
     *
     * @throws IOException              when a file cannot be read
     * @throws IllegalArgumentException when a file lacks a column or holds something else than numbers
     */
    public static List<TrialTime> read(Path root, List<Workload> workloads) throws IOException {
        Map<String, Workload> byName = workloads.stream().collect(Collectors.toMap(Workload::name, Function.identity()));
        List<TrialTime> trials = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.endsWith(FILE)).sorted().toList()) {
                Path path = root.relativize(file);
                if (path.getNameCount() < 5) {
                    throw new IllegalArgumentException("'" + file + "' is not at <submission>/study_N/<workload>_<framework>/trial_M below '" + root
                            + "'.\nMaybe give the folder that holds the submissions.");
                }
                int last = path.getNameCount();
                Workload workload = byName.get(withoutFramework(path.getName(last - 3).toString()));
                if (workload != null) {
                    trials.add(trial(path.getName(last - 5).toString(), workload, path.getName(last - 4).toString(), path.getName(last - 2).toString(),
                            file));
                }
            }
        }
        return trials;
    }

    private static String withoutFramework(String folder) {
        return FRAMEWORKS.stream().filter(folder::endsWith).findFirst().map(f -> folder.substring(0, folder.length() - f.length())).orElse(folder);
    }

    private static TrialTime trial(String submission, Workload workload, String study, String trial, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return TrialTime.unreached(submission, workload.name(), study, trial);
        }
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        int score = column(header, "score", file);
        // A run that was aborted before its first validation has no such column: it did not reach the target.
        int metric = header.indexOf("validation/" + workload.metric());
        for (int i = 1; metric >= 0 && i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",", -1);
            if (workload.isReachedBy(number(cells, metric, file, i))) {
                return new TrialTime(submission, workload.name(), study, trial, i - 1, number(cells, score, file, i));
            }
        }
        return TrialTime.unreached(submission, workload.name(), study, trial);
    }

    private static int column(List<String> header, String name, Path file) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("'" + file + "' has no column '" + name + "', but " + header);
        }
        return column;
    }

    private static double number(String[] cells, int column, Path file, int line) {
        String text = column < cells.length ? cells[column].trim() : "";
        try {
            return text.isEmpty() || text.equalsIgnoreCase("nan") ? Double.NaN : Double.parseDouble(text.replace("inf", "Infinity"));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + file + "', line " + (line + 1) + ", has '" + text + "' where a number is expected", e);
        }
    }
}
