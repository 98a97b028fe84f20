package org.optbench.formats;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import tools.jackson.databind.JsonNode;

/** The tables of Optuna's storage, schema version 12, which Optuna has written since 3.0. */
final class OptunaTables {

    private static final int SCHEMA = 12;

    private final Path file;
    private final Connection connection;
    private final String version;
    private final Map<String, JsonNode> distributions = new HashMap<>();

    /**
     * A study.
     *
     * @param directions MINIMIZE or MAXIMIZE by objective
     * @param attributes user attributes as text
     */
    record Study(long id, String name, String version, List<String> directions, Map<String, String> attributes) {
    }

    /**
     * A trial.
     *
     * @param start    microseconds since 1970, by the clock of the machine that ran it
     * @param complete likewise; the start when it is not known
     * @param values   by objective; infinities stay
     * @param curve    intermediate values by step
     */
    record Trial(int number, String state, long start, long complete, double[] values, Configuration configuration,
            TreeMap<Integer, Double> curve) {
    }

    OptunaTables(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        String[] found = {"", ""};
        each("SELECT schema_version, library_version FROM version_info", -1, row -> {
            found[0] = row.getString(1);
            found[1] = row.getString(2);
        });
        if (!found[0].equals(Integer.toString(SCHEMA))) {
            throw BadFile.of(file, "its schema has version '" + found[0] + "', but only " + SCHEMA + " can be read.",
                    "bring it up to date with Optuna 3 or later: optuna storage upgrade --storage sqlite:///FILE");
        }
        this.version = found[1];
    }

    List<Study> studies() throws SQLException {
        Map<Long, Study> studies = new LinkedHashMap<>();
        each("SELECT study_id, study_name FROM studies ORDER BY study_id", -1,
                row -> studies.put(row.getLong(1), new Study(row.getLong(1), row.getString(2), version, new ArrayList<>(), new TreeMap<>())));
        each("SELECT study_id, direction FROM study_directions ORDER BY study_id, objective", -1, row -> {
            Study study = studies.get(row.getLong(1));
            if (study != null) {
                study.directions.add(row.getString(2));
            }
        });
        each("SELECT study_id, \"key\", value_json FROM study_user_attributes", -1, row -> {
            Study study = studies.get(row.getLong(1));
            if (study != null) {
                study.attributes.put(row.getString(2), Json.MAPPER.readTree(row.getString(3)).asString());
            }
        });
        for (Study study : studies.values()) {
            if (study.directions.isEmpty() || !List.of("MINIMIZE", "MAXIMIZE").containsAll(study.directions)) {
                throw BadFile.of(file, "study '" + study.name + "' has the directions " + study.directions + ", but each must be MINIMIZE or MAXIMIZE.",
                        "the study has no trial yet and its direction was never set.");
            }
        }
        return List.copyOf(studies.values());
    }

    /** The trials of a study by number. */
    List<Trial> trials(Study study) throws SQLException {
        Map<Long, SortedMap<Integer, Double>> values = numbers("SELECT v.trial_id, v.objective, v.value, v.value_type FROM trial_values v", study);
        Map<Long, SortedMap<Integer, Double>> curves = numbers(
                "SELECT v.trial_id, v.step, v.intermediate_value, v.intermediate_value_type FROM trial_intermediate_values v", study);
        Map<Long, Map<String, Value>> parameters = new HashMap<>();
        each("SELECT p.trial_id, p.param_name, p.param_value, p.distribution_json FROM trial_params p JOIN trials t ON t.trial_id = p.trial_id "
                + "WHERE t.study_id = ?", study.id,
                row -> parameters.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>())
                        .put(row.getString(2), value(row.getString(2), row.getDouble(3), row.getString(4))));
        List<Trial> trials = new ArrayList<>();
        each("SELECT trial_id, number, state, datetime_start, datetime_complete FROM trials WHERE study_id = ? ORDER BY number", study.id, row -> {
            long id = row.getLong(1);
            long start = micros(row.getString(4), 0);
            trials.add(new Trial(row.getInt(2), row.getString(3), start, micros(row.getString(5), start),
                    values.getOrDefault(id, Collections.emptySortedMap()).values().stream().mapToDouble(v -> v).toArray(),
                    Configuration.of(parameters.getOrDefault(id, Map.of())), new TreeMap<>(curves.getOrDefault(id, Collections.emptySortedMap()))));
        });
        return trials;
    }

    private Map<Long, SortedMap<Integer, Double>> numbers(String query, Study study) throws SQLException {
        Map<Long, SortedMap<Integer, Double>> numbers = new HashMap<>();
        each(query + " JOIN trials t ON t.trial_id = v.trial_id WHERE t.study_id = ?", study.id,
                row -> numbers.computeIfAbsent(row.getLong(1), _ -> new TreeMap<>()).put(row.getInt(2), switch (row.getString(4)) {
                    case "FINITE" -> row.getDouble(3);
                    case "INF_POS" -> Double.POSITIVE_INFINITY;
                    case "INF_NEG" -> Double.NEGATIVE_INFINITY;
                    default -> Double.NaN;
                }));
        return numbers;
    }

    /** The value of a parameter: categories are stored as positions, whole numbers as reals. */
    private Value value(String name, double stored, String json) {
        JsonNode distribution = distributions.computeIfAbsent(json, Json.MAPPER::readTree);
        String kind = distribution.path("name").asString("");
        if (kind.equals("CategoricalDistribution")) {
            JsonNode choice = distribution.path("attributes").path("choices").path((int) stored);
            if (choice.isMissingNode()) {
                throw BadFile.of(file, "parameter '" + name + "' has choice number " + stored + " of " + distribution.path("attributes").path("choices")
                        + ".", "the file was edited.");
            }
            return Value.of(choice.isString() ? choice.stringValue() : choice.toString());
        }
        return kind.startsWith("Int") ? Value.of((long) stored) : Value.of(stored);
    }

    private static long micros(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise
                    : ChronoUnit.MICROS.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), LocalDateTime.parse(text.replace(' ', 'T')));
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String query, long study, RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            if (study >= 0) {
                statement.setLong(1, study);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
