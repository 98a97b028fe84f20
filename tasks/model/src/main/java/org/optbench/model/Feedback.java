package org.optbench.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a task says of an evaluation beyond numbers, for optimizers that read.
 *
 * @param text     log, trace, critique; may be empty
 * @param sections named longer texts, such as {@code gradient} or {@code stack}
 */
public record Feedback(String text, SortedMap<String, String> sections) {

    private static final Feedback NONE = new Feedback("", new TreeMap<>());

    public Feedback {
        sections = Collections.unmodifiableSortedMap(new TreeMap<>(sections));
    }

    public static Feedback none() {
        return NONE;
    }

    public static Feedback of(String text) {
        return text.isEmpty() ? NONE : new Feedback(text, new TreeMap<>());
    }

    public static Feedback of(String text, Map<String, String> sections) {
        return new Feedback(text, new TreeMap<>(sections));
    }

    public boolean isEmpty() {
        return text.isEmpty() && sections.isEmpty();
    }
}
