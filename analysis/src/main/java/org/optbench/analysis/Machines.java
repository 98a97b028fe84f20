package org.optbench.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.task.TaskClock;
import org.optbench.results.ProvenanceGroup;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;

/** The machines that the seconds of a comparison were measured on: by processor, number of cores and graphics processor, whatever their names. */
final class Machines {

    private static final List<String> FACTS = List.of("cpu", "cores", "gpu", "gpus");

    private Machines() {
    }

    /** Runs by machine, of those whose seconds would be compared in this unit. Recorded or modelled seconds are those of no machine. */
    static SortedMap<String, Long> of(ResultReader reader, RunQuery query, Effort unit) {
        SortedMap<String, Long> machines = new TreeMap<>();
        for (ProvenanceGroup group : reader.provenance(query)) {
            if (group.clock() == TaskClock.WALL || unit.kind() == Effort.Kind.SECONDS_WITH_OVERHEAD) {
                machines.merge(name(group.facts()), group.runs(), Long::sum);
            }
        }
        return machines;
    }

    static void requireOne(SortedMap<String, Long> machines) {
        if (machines.size() > 1) {
            List<String> parts = new ArrayList<>();
            machines.forEach((name, runs) -> parts.add(runs + (runs == 1 ? " run on " : " runs on ") + name));
            throw new IllegalArgumentException("seconds were measured on " + machines.size() + " different machines: " + String.join("; ", parts)
                    + ". Times of different machines are not compared, because a faster machine would make a better optimizer."
                    + "\nMaybe compare by evaluations, or allow it with --mix-machines.");
        }
    }

    private static String name(Map<String, String> facts) {
        List<String> parts = new ArrayList<>();
        for (String fact : FACTS) {
            String value = facts.getOrDefault(fact, "");
            if (!value.isBlank()) {
                parts.add(fact.equals("cores") ? value + " cores" : value);
            }
        }
        return parts.isEmpty() ? "an unnamed machine" : String.join(", ", parts);
    }
}
