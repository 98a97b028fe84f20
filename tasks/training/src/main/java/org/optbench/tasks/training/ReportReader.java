package org.optbench.tasks.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads reports from the lines of a script: {@code [tune-metric]: {json}} as Syne Tune writes them, or by one regular expression a metric as
 * SageMaker and Katib read them. Keeps state between lines; one reader a trial.
 */
final class ReportReader {

    /** The prefix of a report line. */
    static final String METRIC = "[tune-metric]: ";
    /** The prefix of a status line. */
    static final String STATUS = "[optbench-status]: ";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Pattern> patterns;
    private final String leading;
    private final SortedMap<String, Double> latest = new TreeMap<>();

    /**
     * @param patterns regular expression by metric, the number in its first group; empty to read Syne Tune's lines only
     * @param leading  the metric whose match completes a report; the others keep their latest value
     */
    ReportReader(Map<String, Pattern> patterns, String leading) {
        this.patterns = new LinkedHashMap<>(patterns);
        this.leading = leading;
    }

    /** The report that a line completes. */
    Optional<Report> read(String line) {
        int start = line.indexOf(METRIC.strip());
        if (start >= 0) {
            return object(line.substring(start + METRIC.strip().length())).map(ReportReader::numbers);
        }
        boolean completes = false;
        for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
            Matcher matcher = entry.getValue().matcher(line);
            if (matcher.find()) {
                latest.put(entry.getKey(), number(matcher.groupCount() > 0 ? matcher.group(1) : matcher.group()));
                completes |= entry.getKey().equals(leading);
            }
        }
        return completes ? Optional.of(new Report(latest)) : Optional.empty();
    }

    /** The status that a line holds. */
    static Optional<JsonNode> status(String line) {
        return line.startsWith(STATUS) ? object(line.substring(STATUS.length())) : Optional.empty();
    }

    /** The text field of a report or status line that names its trial; empty on lines of one-shot workers. */
    static Optional<String> trial(JsonNode node) {
        return Optional.ofNullable(node.get("trial")).map(JsonNode::asString);
    }

    private static Optional<JsonNode> object(String text) {
        try {
            JsonNode node = JSON.readTree(text.strip());
            return node.isObject() ? Optional.of(node) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty(); // a torn line, such as two processes writing at once
        }
    }

    private static Report numbers(JsonNode node) {
        TreeMap<String, Double> values = new TreeMap<>();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (value.isNumber()) {
                values.put(entry.getKey(), value.asDouble());
            } else if (value.isString() && isSpecial(value.asString())) {
                values.put(entry.getKey(), number(value.asString()));
            }
        });
        return new Report(values);
    }

    private static boolean isSpecial(String text) {
        return text.matches("(?i)[+-]?(nan|inf|infinity)");
    }

    private static double number(String text) {
        String lower = text.strip().toLowerCase(java.util.Locale.ROOT);
        if (lower.endsWith("nan")) {
            return Double.NaN;
        }
        if (lower.matches("[+-]?inf(inity)?")) {
            return lower.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        try {
            return Double.parseDouble(lower);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
