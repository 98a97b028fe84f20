package org.optbench.tasks.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.optbench.model.task.Availability;

/** Where the data sets of the workloads are looked for; the Python side looks in the same places. */
final class TrainingData {

    private static final List<String> FASHION = List.of("/usr/share/datasets/fashion-mnist", "/usr/share/dataset-fashion-mnist");
    private static final String TEXT = "/usr/lib/bible.data";

    private TrainingData() {
    }

    static Availability availability(String dataSet) {
        return switch (dataSet) {
            case "fashion-mnist" -> hasFashion() ? Availability.available()
                    : new Availability.Missing("The data set Fashion-MNIST was not found.",
                            "apt-get install dataset-fashion-mnist, or set OPTBENCH_FASHION_MNIST to a folder with the four .gz files");
            case "text" -> hasText() ? Availability.available()
                    : new Availability.Missing("No text to learn from was found.", "apt-get install bible-kjv-text, or set OPTBENCH_TEXT to a text file");
            default -> Availability.available();
        };
    }

    private static boolean hasFashion() {
        String named = System.getenv("OPTBENCH_FASHION_MNIST");
        List<String> folders = named == null || named.isEmpty() ? FASHION : List.of(named);
        return folders.stream().anyMatch(folder -> Files.isRegularFile(Path.of(folder, "train-images-idx3-ubyte.gz")));
    }

    private static boolean hasText() {
        String named = System.getenv("OPTBENCH_TEXT");
        return Files.isRegularFile(Path.of(named == null || named.isEmpty() ? TEXT : named));
    }
}
