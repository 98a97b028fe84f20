package org.optbench.optimizer.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a selector learns from: how well optimizers did on tasks, and the features of those tasks. As text it is CSV with the header {@code task,optimizer,rank} and the names
 * of the features.
 *
 * @param rows one for each optimizer on each task
 */
public record SelectionTable(List<Row> rows) {

    private static final String KEYS = "task,optimizer,rank,";
    private static final double PRIOR = 0.05;

    /**
     * A result.
     *
     * @param task      its id
     * @param optimizer id of the variant
     * @param rank      mean normalised rank in [0, 1], 0 for the best of all
     * @param features  as {@link ProblemFeatures} gives them
     */
    public record Row(String task, String optimizer, double rank, List<Double> features) {

        /** Copies. */
        public Row {
            features = List.copyOf(features);
            if (!(rank >= 0 && rank <= 1)) {
                throw new IllegalArgumentException("Rank " + rank + " of optimizer '" + optimizer + "' on task '" + task + "': it must lie in [0, 1].");
            }
        }
    }

    /** Copies. */
    public SelectionTable {
        rows = List.copyOf(rows);
    }

    /** The table as CSV. */
    public String text() {
        StringBuilder text = new StringBuilder(KEYS).append(String.join(",", ProblemFeatures.names())).append('\n');
        for (Row row : rows) {
            text.append('"').append(row.task()).append("\",").append(row.optimizer()).append(',').append(row.rank()).append(',')
                    .append(row.features().stream().map(String::valueOf).collect(Collectors.joining(","))).append('\n');
        }
        return text.toString();
    }

    /**
     * Reads the CSV.
     *
     * @throws IllegalArgumentException when the header or a row is not as {@link #text} writes them
     */
    public static SelectionTable read(Reader source) throws IOException {
        BufferedReader lines = new BufferedReader(source);
        String wanted = KEYS + String.join(",", ProblemFeatures.names());
        String header = lines.readLine();
        if (!wanted.equals(header)) {
            throw new IllegalArgumentException("Selection table with the header '" + header + "': it must be '" + wanted
                    + "'. Maybe it was made by another version: make it anew with optbench train-selector.");
        }
        List<Row> rows = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            rows.add(row(line));
        }
        return new SelectionTable(rows);
    }

    private static Row row(String line) {
        int end = line.indexOf("\",");
        String[] parts = end < 1 ? new String[0] : line.substring(end + 2).split(",");
        if (parts.length != 2 + ProblemFeatures.names().size()) {
            throw new IllegalArgumentException("Selection table with the row '" + line + "': it must have a quoted task, an optimizer, a rank and "
                    + ProblemFeatures.names().size() + " features.");
        }
        List<Double> features = Arrays.stream(parts).skip(2).map(Double::valueOf).toList();
        return new Row(line.substring(1, end), parts[0], Double.parseDouble(parts[1]), features);
    }

    /**
     * What to expect of each optimizer on a problem: the mean of its ranks, weighted by how near the tasks are, shrunk towards 1/2 where few are near.
     *
     * @param features of the problem, as {@link ProblemFeatures} gives them
     * @return expected normalised rank by optimizer
     */
    public Map<String, Double> expectedRanks(double[] features) {
        double[] spread = spread();
        Map<String, double[]> sums = new TreeMap<>();
        for (Row row : rows) {
            double distance = 0;
            for (int i = 0; i < features.length; i++) {
                double difference = (row.features().get(i) - features[i]) / spread[i];
                distance += difference * difference;
            }
            double weight = StrictMath.exp(-0.5 * distance) + 1e-3;
            double[] sum = sums.computeIfAbsent(row.optimizer(), _ -> new double[2]);
            sum[0] += weight * row.rank();
            sum[1] += weight;
        }
        Map<String, Double> expected = new TreeMap<>();
        sums.forEach((optimizer, sum) -> expected.put(optimizer, (sum[0] + 0.5 * PRIOR) / (sum[1] + PRIOR)));
        return expected;
    }

    /** Standard deviation of each feature over the rows, at least a tenth of its unit. */
    private double[] spread() {
        int count = ProblemFeatures.names().size();
        double[] spread = new double[count];
        for (int i = 0; i < count; i++) {
            int at = i;
            double mean = rows.stream().mapToDouble(row -> row.features().get(at)).average().orElse(0);
            double variance = rows.stream().mapToDouble(row -> (row.features().get(at) - mean) * (row.features().get(at) - mean)).average().orElse(0);
            spread[i] = Math.max(0.1, Math.sqrt(variance));
        }
        return spread;
    }
}
