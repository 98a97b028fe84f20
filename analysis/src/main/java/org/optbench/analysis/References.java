package org.optbench.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Bounds and fronts of tasks, stored in a file, so that normalised values do not depend on the runs that happen to be compared. */
public final class References {

    private static final int SCHEMA = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Map<String, Reference> byTask = new LinkedHashMap<>();

    private References(Collection<Reference> references) {
        references.stream().sorted(Comparator.comparing(Reference::task)).forEach(reference -> {
            if (byTask.put(reference.task, reference) != null) {
                throw new IllegalArgumentException("the references name task '" + reference.task + "' twice.\nMaybe two files were joined: keep one entry.");
            }
        });
    }

    /**
     * What is stored of a task, all in the directions of its objectives.
     *
     * @param task    id
     * @param version of the task that the values hold for
     * @param best    [m] value of every objective that is normalised to 0
     * @param worst   [m] value that is normalised to 1
     * @param front   shape {@code [n][m]}, mutually non-dominated; no rows with one objective
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Reference(String task, String version, double[] best, double[] worst, double[][] front) {

        public Reference {
            int m = best.length;
            if (m == 0 || worst.length != m || Arrays.stream(front).anyMatch(point -> point.length != m)) {
                throw new IllegalArgumentException("the reference of task '" + task + "' has " + m + " best and " + worst.length
                        + " worst values and " + front.length + " points: one value for each objective is needed everywhere");
            }
        }
    }

    private record Document(int schema, List<Reference> tasks) {
    }

    /** Nothing is stored. */
    public static References none() {
        return new References(List.of());
    }

    /** References of different tasks. */
    public static References of(Collection<Reference> references) {
        return new References(references);
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws IllegalArgumentException when it is not one
     * @throws UncheckedIOException     when it cannot be read
     */
    public static References read(Path file) {
        try {
            Document document = JSON.readValue(Files.readString(file), Document.class);
            if (document.schema != SCHEMA) {
                throw new IllegalArgumentException("file " + file + " has schema " + document.schema + ", expected " + SCHEMA
                        + ".\nMaybe it was written by another version of optbench.");
            }
            return new References(document.tasks);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("file " + file + " does not hold references: " + e.getOriginalMessage()
                    + "\nMaybe write one with: optbench analyze CAMPAIGN --write-references FILE", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the references could not be read from " + file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the references as JSON. */
    public void write(Path file) {
        try {
            Files.writeString(file, JSON.writeValueAsString(new Document(SCHEMA, all())) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the references could not be written to " + file + ": " + e.getMessage(), e);
        }
    }

    /** All of them in the order of the task ids. */
    public List<Reference> all() {
        return List.copyOf(byTask.values());
    }

    /**
     * What is stored of a task.
     *
     * @throws IllegalArgumentException when it is stored for another version or another number of objectives
     */
    public Optional<Reference> of(String task, String version, int objectives) {
        Optional<Reference> found = Optional.ofNullable(byTask.get(task));
        found.filter(reference -> !reference.version.equals(version) || reference.best.length != objectives).ifPresent(reference -> {
            throw new IllegalArgumentException("the reference of task '" + task + "' holds for version " + reference.version + " with "
                    + reference.best.length + " objectives, the results are of version " + version + " with " + objectives
                    + ".\nMaybe make new references from the results.");
        });
        return found;
    }
}
