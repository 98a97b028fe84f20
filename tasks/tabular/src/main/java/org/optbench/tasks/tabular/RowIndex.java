package org.optbench.tasks.tabular;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.Value;

/** Finds the row of a configuration without building a key: the parameters of a table and the values of a configuration have the same order. */
final class RowIndex {

    private final String[] names;
    private final String[][] choices;

    RowIndex(TableFamily family) {
        names = family.parameters().stream().map(Parameter::name).toArray(String[]::new);
        choices = family.parameters().stream().map(parameter -> choices(parameter).toArray(String[]::new)).toArray(String[][]::new);
    }

    private static List<String> choices(Parameter parameter) {
        return switch (parameter) {
            case CategoricalParameter categorical -> categorical.choices();
            case OrdinalParameter ordinal -> ordinal.choices();
            default -> throw new IllegalArgumentException("Parameter '" + parameter.name() + "': tables have choices only.");
        };
    }

    /** The row of a configuration, -1 when it is not in the space of the table. */
    int of(Configuration configuration) {
        if (configuration.active().size() != names.length) {
            return -1;
        }
        int row = 0;
        Iterator<Map.Entry<String, Value>> values = configuration.active().entrySet().iterator();
        for (int i = 0; i < names.length; i++) {
            Map.Entry<String, Value> entry = values.next();
            int digit = entry.getKey().equals(names[i]) && entry.getValue() instanceof Value.ChoiceValue(String choice) ? position(choices[i], choice) : -1;
            if (digit < 0) {
                return -1;
            }
            row = row * choices[i].length + digit;
        }
        return row;
    }

    private static int position(String[] choices, String choice) {
        for (int i = 0; i < choices.length; i++) {
            if (choices[i].equals(choice)) {
                return i;
            }
        }
        return -1;
    }
}
