package org.optbench.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A group of tasks that is compared on its own.
 *
 * @param kind  what groups them: {@code all}, {@code type} or {@code family}
 * @param label name of the group
 * @param tasks indices into the table's tasks
 */
public record Slice(String kind, String label, int[] tasks) {

    /** All tasks, then every type and every family when there are at least two of them. */
    public static List<Slice> of(PerformanceTable table) {
        List<Slice> slices = new ArrayList<>();
        int[] all = java.util.stream.IntStream.range(0, table.tasks().size()).toArray();
        slices.add(new Slice("all", "All tasks", all));
        slices.addAll(by(table, "type", TaskInfo::type));
        slices.addAll(by(table, "family", TaskInfo::family));
        return slices;
    }

    private static List<Slice> by(PerformanceTable table, String kind, Function<TaskInfo, String> key) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int t = 0; t < table.tasks().size(); t++) {
            groups.computeIfAbsent(key.apply(table.tasks().get(t)), k -> new ArrayList<>()).add(t);
        }
        if (groups.size() < 2) {
            return List.of();
        }
        return groups.entrySet().stream().map(e -> new Slice(kind, e.getKey(), e.getValue().stream().mapToInt(Integer::intValue).toArray())).toList();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Slice other && kind.equals(other.kind) && label.equals(other.label) && Arrays.equals(tasks, other.tasks);
    }

    @Override
    public int hashCode() {
        return 31 * label.hashCode() + Arrays.hashCode(tasks);
    }
}
