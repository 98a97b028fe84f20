package org.optbench.formats;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskType;
import org.optbench.results.TaskSnapshot;

/** Tasks of other platforms as snapshots. */
final class ForeignTasks {

    private static final int VERSION_DIGITS = 12;

    private ForeignTasks() {
    }

    /** An id whose segments hold legal characters only. */
    static TaskId id(String... segments) {
        StringBuilder text = new StringBuilder();
        for (String segment : segments) {
            String legal = segment.replaceAll("[^A-Za-z0-9_.=:-]+", "-");
            text.append(text.isEmpty() ? "" : "/").append(legal.isEmpty() ? "-" : legal);
        }
        return TaskId.of(text.toString());
    }

    /**
     * A task of which only this is known. Its version is a digest of the facts: two sources that state other facts under one name give two versions,
     * which are never mixed.
     */
    static TaskSnapshot snapshot(TaskId id, String family, int dimension, TaskClock clock, List<Objective> objectives, FidelitySpace fidelities,
            Map<String, String> attributes) {
        TreeMap<String, String> facts = new TreeMap<>(attributes);
        String version = digest(id + "\n" + family + "\n" + dimension + "\n" + clock + "\n" + objectives + "\n" + fidelities + "\n" + facts)
                .substring(0, VERSION_DIGITS);
        return new TaskSnapshot(id, version, TaskType.of(!fidelities.isEmpty(), objectives.size() > 1), family, "imported", dimension, clock, Set.of(),
                objectives, List.of(), fidelities, facts);
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
