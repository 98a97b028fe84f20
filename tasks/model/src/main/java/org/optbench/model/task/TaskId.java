package org.optbench.model.task;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The structured name of a task: segments joined by slashes, the first naming the provider, such as {@code bbob/f12/d5/i1}. Decorators follow after
 * plus signs, each with arguments in parentheses, such as {@code bbob/f12/d5/i1+noise(gaussian,0.1)+ranks()}.
 */
public record TaskId(String text) implements Comparable<TaskId> {

    private static final String SEGMENT = "[A-Za-z0-9_.=:-]+";
    private static final Pattern LEGAL = Pattern.compile(SEGMENT + "(/" + SEGMENT + ")*(\\+[a-z][a-z0-9-]*\\([A-Za-z0-9_.=:, -]*\\))*");

    public TaskId {
        if (!LEGAL.matcher(text).matches()) {
            throw new IllegalArgumentException("Task id '" + text + "': it must read provider/segment/..., segments of letters, digits and _ . = : -,"
                    + " then +decorator(arguments) where wanted.");
        }
    }

    public static TaskId of(String text) {
        return new TaskId(text);
    }

    /** The id of the provider: the first segment. */
    public String provider() {
        return segments().getFirst();
    }

    /** The segments of the undecorated id. */
    public List<String> segments() {
        return List.of(base().split("/"));
    }

    /** The id without decorators. */
    public String base() {
        int plus = text.indexOf('+');
        return plus < 0 ? text : text.substring(0, plus);
    }

    /** The decorators from the innermost to the outermost, each as {@code name(arguments)}. */
    public List<String> decorators() {
        int plus = text.indexOf('+');
        return plus < 0 ? List.of() : List.of(text.substring(plus + 1).split("(?<=\\))\\+"));
    }

    @Override
    public int compareTo(TaskId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
