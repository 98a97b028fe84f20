package org.optbench.runner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.task.TaskId;

/**
 * A pattern over task ids: {@code *} any characters within a segment, {@code **} across segments, {@code ?} one character, {@code {a,b}} alternatives,
 * {@code {1..5}} a range. Decorators after a plus sign are appended to every match.
 */
public final class TaskGlob {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern RANGE = Pattern.compile("(\\d+)\\.\\.(\\d+)");
    private static final int MOST_ALTERNATIVES = 1_000_000;

    private final String text;
    private final String decorators;
    private final List<String> alternatives;

    private TaskGlob(String text, String decorators, List<String> alternatives) {
        this.text = text;
        this.decorators = decorators;
        this.alternatives = alternatives;
    }

    /**
     * @throws IllegalArgumentException when a brace is not closed or a range is empty
     */
    public static TaskGlob of(String text) {
        int plus = text.indexOf('+');
        String base = plus < 0 ? text : text.substring(0, plus);
        List<String> alternatives = new ArrayList<>();
        expand(base, alternatives, text);
        return new TaskGlob(text, plus < 0 ? "" : text.substring(plus), alternatives);
    }

    private static void expand(String pattern, List<String> into, String whole) {
        Matcher braces = BRACES.matcher(pattern);
        if (!braces.find()) {
            if (pattern.indexOf('{') >= 0 || pattern.indexOf('}') >= 0) {
                throw new IllegalArgumentException("Task pattern '" + whole + "': every { needs its }.");
            }
            into.add(pattern);
            if (into.size() > MOST_ALTERNATIVES) {
                throw new IllegalArgumentException("Task pattern '" + whole + "': it stands for more than " + MOST_ALTERNATIVES + " ids. Maybe use *.");
            }
            return;
        }
        String before = pattern.substring(0, braces.start());
        String after = pattern.substring(braces.end());
        for (String part : braces.group(1).split(",", -1)) {
            Matcher range = RANGE.matcher(part.strip());
            if (!range.matches()) {
                expand(before + part.strip() + after, into, whole);
                continue;
            }
            int first = Integer.parseInt(range.group(1));
            int last = Integer.parseInt(range.group(2));
            if (first > last) {
                throw new IllegalArgumentException("Task pattern '" + whole + "': the range " + part + " is empty. Maybe turn it round.");
            }
            for (int i = first; i <= last; i++) {
                expand(before + i + after, into, whole);
            }
        }
    }

    /** The ids it names one by one, without wildcards; empty when it has wildcards. */
    public Optional<List<TaskId>> literals() {
        return alternatives.stream().anyMatch(TaskGlob::isWild) ? Optional.empty()
                : Optional.of(alternatives.stream().map(id -> TaskId.of(id + decorators)).toList());
    }

    /** Whether an undecorated id matches. */
    public Predicate<TaskId> matcher() {
        List<Pattern> patterns = alternatives.stream().map(TaskGlob::regex).toList();
        return id -> patterns.stream().anyMatch(pattern -> pattern.matcher(id.text()).matches());
    }

    /** The provider that every match belongs to, if there is only one. */
    public Optional<String> provider() {
        List<String> heads = alternatives.stream().map(id -> id.split("/", 2)[0]).distinct().toList();
        return heads.size() == 1 && !isWild(heads.getFirst()) ? Optional.of(heads.getFirst()) : Optional.empty();
    }

    /** A match with the pattern's decorators. */
    public TaskId decorate(TaskId match) {
        return TaskId.of(match.text() + decorators);
    }

    private static boolean isWild(String alternative) {
        return alternative.indexOf('*') >= 0 || alternative.indexOf('?') >= 0;
    }

    private static Pattern regex(String alternative) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < alternative.length(); i++) {
            char c = alternative.charAt(i);
            if (c == '*' && alternative.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (c == '*') {
                regex.append("[^/]*");
            } else if (c == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
