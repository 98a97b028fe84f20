package org.optbench.tasks.surrogate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a configuration of one instance at a fidelity into a row of the surrogate's inputs: categories by the published encoding, numbers as they are;
 * what is inactive is 0 in both. Immutable.
 */
final class InputEncoder {

    private static final String MISSING = "#na#";

    private final List<String> continuous;
    private final boolean[] isFidelity;
    private final List<String> categorical;
    private final List<Map<String, Integer>> codes;
    private final int[] fixed;

    /**
     * @param codes code of each category of each categorical input
     * @throws IllegalArgumentException when the instance has no code
     */
    InputEncoder(Scenario scenario, Map<String, Map<String, Integer>> codes, String instance) {
        continuous = scenario.continuous();
        isFidelity = new boolean[continuous.size()];
        List<String> knobs = scenario.fidelities().stream().map(FidelityParameter::name).toList();
        for (int i = 0; i < isFidelity.length; i++) {
            isFidelity[i] = knobs.contains(continuous.get(i));
        }
        categorical = scenario.categorical();
        this.codes = new ArrayList<>();
        fixed = new int[categorical.size()];
        for (int i = 0; i < fixed.length; i++) {
            Map<String, Integer> own = codes.get(categorical.get(i));
            if (own == null) {
                throw new IllegalArgumentException("Scenario " + scenario.name() + ": the encoding says nothing of '" + categorical.get(i) + "'.");
            }
            this.codes.add(own);
            fixed[i] = scenario.instance().filter(categorical.get(i)::equals).isPresent() ? code(own, categorical.get(i), instance) : -1;
        }
    }

    /** Reads the encodings of a scenario. */
    static Map<String, Map<String, Integer>> codes(Scenario scenario) {
        JsonNode root = JsonMapper.shared().readTree(Scenarios.text(scenario.name() + "/encoding.json"));
        Map<String, Map<String, Integer>> codes = new HashMap<>();
        root.forEachEntry((name, choices) -> {
            Map<String, Integer> own = new HashMap<>();
            choices.forEachEntry((choice, code) -> own.put(choice, code.intValue()));
            codes.put(name, Map.copyOf(own));
        });
        return codes;
    }

    /**
     * Writes a row.
     *
     * @param levels     fidelity; its levels replace those of the same name
     * @param numbers    receives the numbers from {@code row * continuous inputs} on
     * @param categories receives the codes from {@code row * categorical inputs} on
     */
    void encode(Configuration configuration, Fidelity levels, int row, float[] numbers, int[] categories) {
        SortedMap<String, Value> active = configuration.active();
        int at = row * isFidelity.length;
        for (int i = 0; i < isFidelity.length; i++) {
            String name = continuous.get(i);
            numbers[at + i] = isFidelity[i] ? (float) levels.level(name) : number(name, active.get(name));
        }
        at = row * fixed.length;
        for (int i = 0; i < fixed.length; i++) {
            categories[at + i] = fixed[i] >= 0 ? fixed[i] : category(codes.get(i), categorical.get(i), active.get(categorical.get(i)));
        }
    }

    private static float number(String name, @Nullable Value value) {
        return switch (value) {
            case null -> 0;
            case Value.FloatValue(double number) -> (float) number;
            case Value.IntValue(long number) -> number;
            case Value.ChoiceValue _, Value.PermutationValue _ ->
                throw new IllegalArgumentException("Parameter '" + name + "' is " + value.plain() + ": the surrogate takes a number.");
        };
    }

    private static int category(Map<String, Integer> codes, String name, @Nullable Value value) {
        return value == null ? codes.getOrDefault(MISSING, 0) : code(codes, name, value.plain());
    }

    private static int code(Map<String, Integer> codes, String name, String choice) {
        Integer code = codes.get(choice);
        if (code == null) {
            throw new IllegalArgumentException("Input '" + name + "' is '" + choice + "': the surrogate knows " + codes.keySet() + ".");
        }
        return code;
    }
}
