package org.optbench.runner.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.task.Suggest;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.Trait;

/**
 * A condition over task descriptions, such as {@code type=MF and dimension<=10 and not trait=NOISY}. Comparisons are {@code = != < <= > >=} and
 * {@code ~} (contains); they are joined by {@code and}, {@code or}, {@code not} and parentheses. Fields: id, provider, type, family, domain,
 * dimension, objectives, constraints, fidelities, clock, trait, available, and every attribute of a task.
 */
public final class TaskQuery {

    private static final Pattern TOKEN = Pattern.compile("\\s*(\\(|\\)|<=|>=|!=|=|<|>|~|\"[^\"]*\"|'[^']*'|[^\\s()<>=!~\"']+)");
    private static final List<String> FIELDS = List.of("id", "provider", "type", "family", "domain", "dimension", "objectives", "constraints", "fidelities",
            "clock", "trait", "available");

    private final String text;
    private final List<String> tokens;
    private int next;

    private TaskQuery(String text) {
        this.text = text;
        this.tokens = tokens(text);
    }

    /** The condition of a text; everything for a blank one.
     *
     * @throws IllegalArgumentException when the text is no condition, with the place
     */
    public static Predicate<TaskDescription> parse(String text) {
        if (text.isBlank()) {
            return task -> true;
        }
        TaskQuery query = new TaskQuery(text);
        Predicate<TaskDescription> condition = query.or();
        if (query.next < query.tokens.size()) {
            throw query.broken("'and', 'or' or the end");
        }
        return condition;
    }

    private Predicate<TaskDescription> or() {
        Predicate<TaskDescription> left = and();
        while (take("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<TaskDescription> and() {
        Predicate<TaskDescription> left = not();
        while (take("and")) {
            left = left.and(not());
        }
        return left;
    }

    private Predicate<TaskDescription> not() {
        if (take("not")) {
            return not().negate();
        }
        if (take("(")) {
            Predicate<TaskDescription> inside = or();
            if (!take(")")) {
                throw broken("')'");
            }
            return inside;
        }
        String field = word("a field");
        String operator = word("one of = != < <= > >= ~");
        if (!List.of("=", "!=", "<", "<=", ">", ">=", "~").contains(operator)) {
            next--;
            throw broken("one of = != < <= > >= ~");
        }
        return comparison(field, operator, unquoted(word("a value")));
    }

    private Predicate<TaskDescription> comparison(String field, String operator, String value) {
        if (operator.equals("!=")) {
            return comparison(field, "=", value).negate();
        }
        if (field.equals("trait")) {
            Trait trait = trait(value);
            return task -> task.traits().contains(trait);
        }
        boolean isKnown = FIELDS.contains(field);
        return task -> field(task, field, isKnown).filter(actual -> matches(actual, operator, value)).isPresent();
    }

    private Trait trait(String value) {
        List<String> names = new ArrayList<>();
        for (Trait trait : Trait.values()) {
            names.add(trait.name());
            if (trait.name().equalsIgnoreCase(value) || trait.name().replace('_', '-').equalsIgnoreCase(value)) {
                return trait;
            }
        }
        throw new IllegalArgumentException("Task query '" + text + "': '" + value + "' is no trait. " + Suggest.hint(value, names, "use one of " + names));
    }

    private static Optional<String> field(TaskDescription task, String field, boolean isKnown) {
        if (!isKnown) {
            return Optional.ofNullable(task.attributes().get(field));
        }
        return Optional.of(switch (field) {
            case "id" -> task.id().text();
            case "provider" -> task.id().provider();
            case "type" -> task.type().code();
            case "family" -> task.family();
            case "domain" -> task.domain();
            case "dimension" -> Integer.toString(task.dimension());
            case "objectives" -> Integer.toString(task.objectives());
            case "constraints" -> Integer.toString(task.constraints());
            case "fidelities" -> Integer.toString(task.fidelities());
            case "clock" -> task.clock().name();
            default -> Boolean.toString(task.isAvailable());
        });
    }

    private boolean matches(String actual, String operator, String value) {
        if (operator.equals("~")) {
            return actual.toLowerCase(Locale.ROOT).contains(value.toLowerCase(Locale.ROOT));
        }
        int order = order(actual, value);
        return switch (operator) {
            case "=" -> order == 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static int order(String actual, String value) {
        try {
            return Double.compare(Double.parseDouble(actual), Double.parseDouble(value));
        } catch (NumberFormatException _) {
            return actual.compareToIgnoreCase(value);
        }
    }

    private boolean take(String wanted) {
        if (next < tokens.size() && tokens.get(next).equalsIgnoreCase(wanted)) {
            next++;
            return true;
        }
        return false;
    }

    private String word(String wanted) {
        if (next >= tokens.size()) {
            throw broken(wanted);
        }
        return tokens.get(next++);
    }

    private static String unquoted(String token) {
        return token.startsWith("\"") || token.startsWith("'") ? token.substring(1, token.length() - 1) : token;
    }

    private IllegalArgumentException broken(String wanted) {
        String found = next < tokens.size() ? "'" + tokens.get(next) + "'" : "the end";
        return new IllegalArgumentException("Task query '" + text + "': " + found + " stands where " + wanted
                + " is due. Maybe write it like: type=MF and dimension<=10");
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text.stripTrailing());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (end < text.stripTrailing().length()) {
            throw new IllegalArgumentException("Task query '" + text + "': position " + end + " cannot be read. Maybe a quote is not closed.");
        }
        return tokens;
    }

    /** The fields and their values, for listings. */
    public static Map<String, String> fields(TaskDescription task) {
        Map<String, String> fields = new TreeMap<>(task.attributes());
        FIELDS.stream().filter(name -> !name.equals("trait")).forEach(name -> field(task, name, true).ifPresent(value -> fields.put(name, value)));
        fields.put("trait", task.traits().toString());
        return fields;
    }
}
