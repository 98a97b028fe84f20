package org.optbench.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The fidelity knobs of a problem; the first is the one that single-knob optimizers turn. */
public record FidelitySpace(List<FidelityParameter> parameters) {

    private static final FidelitySpace NONE = new FidelitySpace(List.of());

    public FidelitySpace {
        parameters = List.copyOf(parameters);
        if (parameters.stream().map(FidelityParameter::name).distinct().count() != parameters.size()) {
            throw new IllegalArgumentException("Fidelities " + parameters + ": names must be unique.");
        }
    }

    public static FidelitySpace none() {
        return NONE;
    }

    public static FidelitySpace of(FidelityParameter... parameters) {
        return new FidelitySpace(List.of(parameters));
    }

    public boolean isEmpty() {
        return parameters.isEmpty();
    }

    /** The knob that single-knob optimizers turn; empty without knobs. */
    public Optional<FidelityParameter> primary() {
        return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.getFirst());
    }

    /** Every knob at its full level. */
    public Fidelity full() {
        if (parameters.isEmpty()) {
            return Fidelity.none();
        }
        TreeMap<String, Double> levels = new TreeMap<>();
        parameters.forEach(parameter -> levels.put(parameter.name(), parameter.upper()));
        return new Fidelity(levels);
    }

    /** Full fidelity but for the primary knob, which is set to the nearest legal level. */
    public Fidelity atPrimary(double level) {
        return primary().map(knob -> full().with(knob.name(), knob.clamp(level))).orElseGet(Fidelity::none);
    }

    /**
     * Cost of an evaluation in full-evaluation equivalents: the product of level / full level over the knobs whose cost is proportional; 1 without
     * knobs.
     */
    public double fullEvaluations(Fidelity fidelity) {
        double share = 1;
        for (FidelityParameter parameter : parameters) {
            if (parameter.costShare() == FidelityParameter.CostShare.PROPORTIONAL) {
                share *= fidelity.level(parameter.name()) / parameter.upper();
            }
        }
        return share;
    }

    public boolean isFull(Fidelity fidelity) {
        return fidelity.equals(full());
    }

    /** Why a fidelity is not legal here; empty when it is. */
    public Optional<String> objection(Fidelity fidelity) {
        for (Map.Entry<String, Double> level : fidelity.levels().entrySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(level.getKey()))) {
                return Optional.of("Fidelity '" + level.getKey() + "' is not one of " + parameters.stream().map(FidelityParameter::name).toList() + ".");
            }
        }
        for (FidelityParameter parameter : parameters) {
            Double level = fidelity.levels().get(parameter.name());
            if (level == null) {
                return Optional.of("Fidelity '" + parameter.name() + "' is missing in " + fidelity.levels() + ".");
            }
            if (!parameter.isLegal(level)) {
                return Optional.of("Fidelity '" + parameter.name() + "' is " + level + ": it must be " + (parameter.integer() ? "a whole number " : "")
                        + "in [" + parameter.lower() + ", " + parameter.upper() + "].");
            }
        }
        return Optional.empty();
    }
}
