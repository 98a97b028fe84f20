package org.optbench.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The level of every fidelity knob of a problem by name; empty for a problem without knobs. */
public record Fidelity(SortedMap<String, Double> levels) {

    private static final Fidelity NONE = new Fidelity(new TreeMap<>());

    public Fidelity {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /** The fidelity of problems without knobs. */
    public static Fidelity none() {
        return NONE;
    }

    public static Fidelity of(Map<String, Double> levels) {
        return levels.isEmpty() ? NONE : new Fidelity(new TreeMap<>(levels));
    }

    public static Fidelity of(String name, double level) {
        return of(Map.of(name, level));
    }

    public double level(String name) {
        Double level = levels.get(name);
        if (level == null) {
            throw new IllegalArgumentException("Fidelity '" + name + "' has no level in " + levels + ".");
        }
        return level;
    }

    /** This fidelity with one level set. */
    public Fidelity with(String name, double level) {
        TreeMap<String, Double> changed = new TreeMap<>(levels);
        changed.put(name, level);
        return new Fidelity(changed);
    }

    /** Canonical text: {@code name=level} joined by commas, names sorted; empty without knobs. */
    public String canonicalText() {
        StringBuilder text = new StringBuilder();
        levels.forEach((name, level) -> text.append(text.isEmpty() ? "" : ",").append(name).append('=').append(level));
        return text.toString();
    }

    /** Reads the canonical text. */
    public static Fidelity parse(String canonicalText) {
        if (canonicalText.isEmpty()) {
            return NONE;
        }
        TreeMap<String, Double> levels = new TreeMap<>();
        for (String part : canonicalText.split(",")) {
            int equals = part.lastIndexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Fidelity '" + canonicalText + "': each part must read name=level.");
            }
            levels.put(part.substring(0, equals), Double.parseDouble(part.substring(equals + 1)));
        }
        return new Fidelity(levels);
    }
}
