package org.optbench.results.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.optbench.model.Budget;

/** The text of a budget: {@code name=amount} joined by semicolons, only the limits that are set. */
public final class BudgetText {

    private BudgetText() {
    }

    public static String write(Budget budget) {
        List<String> parts = new ArrayList<>();
        budget.trials().ifPresent(amount -> parts.add("trials=" + amount));
        budget.fullEvaluations().ifPresent(amount -> parts.add("fullEvaluations=" + amount));
        budget.seconds().ifPresent(amount -> parts.add("seconds=" + amount));
        budget.cost().ifPresent(amount -> parts.add("cost=" + amount));
        if (!budget.costResource().isEmpty()) {
            parts.add("costResource=" + budget.costResource());
        }
        budget.untilTarget().ifPresent(amount -> parts.add("untilTarget=" + amount));
        return String.join(";", parts);
    }

    /**
     * @throws IllegalArgumentException when the text is not one that {@link #write} gives
     */
    public static Budget read(String text) {
        Map<String, String> parts = new TreeMap<>();
        for (String part : text.split(";")) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Budget '" + text + "': each part must read name=amount.");
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        String trials = parts.get("trials");
        return new Budget(trials == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(trials)), amount(parts, "fullEvaluations"),
                amount(parts, "seconds"), amount(parts, "cost"), parts.getOrDefault("costResource", ""), amount(parts, "untilTarget"));
    }

    private static OptionalDouble amount(Map<String, String> parts, String name) {
        String amount = parts.get(name);
        return amount == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(amount));
    }
}
