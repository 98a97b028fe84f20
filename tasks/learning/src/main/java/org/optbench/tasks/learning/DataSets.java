package org.optbench.tasks.learning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/** The data sets that ship with the program; sources and licences are in NOTICE. */
final class DataSets {

    /**
     * What is known of a data set without reading it.
     *
     * @param classes number of classes; 0 for regression
     */
    record Info(String name, int size, int features, int classes, String about) {

        boolean isRegression() {
            return classes == 0;
        }
    }

    private static final List<Info> ALL = List.of(new Info("breast-cancer", 569, 30, 2, "malignant or benign tumours from cell nuclei"),
            new Info("cars", 392, 9, 0, "miles per gallon of cars"), new Info("diabetes", 442, 10, 0, "progression of diabetes after one year"),
            new Info("digits", 1797, 64, 10, "handwritten digits, 8 x 8 pixels"), new Info("iris", 150, 4, 3, "species of iris from the flower"),
            new Info("penguins", 333, 9, 3, "species of penguin from the body"),
            new Info("seattle-weather", 1461, 5, 5, "kind of weather from a day's measurements"),
            new Info("wine", 178, 13, 3, "cultivar of wine from chemical analysis"));

    private static final Map<String, DataSet> LOADED = new ConcurrentHashMap<>();

    private DataSets() {
    }

    static List<Info> all() {
        return ALL;
    }

    static DataSet load(Info info) {
        return LOADED.computeIfAbsent(info.name(), name -> read(info));
    }

    private static DataSet read(Info info) {
        String file = "data/" + info.name() + ".csv.gz";
        try (InputStream in = java.util.Objects.requireNonNull(DataSets.class.getResourceAsStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            List<String[]> rows = new ArrayList<>(reader.lines().skip(1).map(line -> line.split(",", -1)).toList());
            int columns = rows.getFirst().length;
            List<double[]> features = new ArrayList<>();
            for (int column = 0; column < columns - 1; column++) {
                features.addAll(encode(rows, column));
            }
            double[][] x = new double[rows.size()][features.size()];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    x[i][j] = features.get(j)[i];
                }
            }
            List<String> classes = info.isRegression() ? List.of() : List.copyOf(new TreeSet<>(rows.stream().map(row -> row[columns - 1]).toList()));
            double[] target = rows.stream().map(row -> row[columns - 1])
                    .mapToDouble(text -> info.isRegression() ? Double.parseDouble(text) : classes.indexOf(text)).toArray();
            return new DataSet(info.name(), x, target, classes);
        } catch (IOException e) {
            throw new UncheckedIOException("Data set '" + info.name() + "' of the program cannot be read", e);
        }
    }

    /** A numeric column as it is, a column of texts as one column for each text. */
    private static List<double[]> encode(List<String[]> rows, int column) {
        TreeMap<String, double[]> indicators = new TreeMap<>();
        double[] numbers = new double[rows.size()];
        boolean isNumeric = true;
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i)[column];
            indicators.computeIfAbsent(text, any -> new double[rows.size()])[i] = 1;
            try {
                numbers[i] = Double.parseDouble(text);
            } catch (NumberFormatException _) {
                isNumeric = false;
            }
        }
        return isNumeric ? List.of(numbers) : List.copyOf(indicators.values());
    }
}
