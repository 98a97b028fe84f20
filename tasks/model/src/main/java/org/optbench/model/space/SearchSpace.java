package org.optbench.model.space;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Parameters, the conditions under which some of them are active, and forbidden combinations. Immutable and safe for use by several threads.
 */
public final class SearchSpace {

    private static final int SAMPLING_TRIES = 100_000;
    private static final int REPAIR_CANDIDATES = 64;

    private final List<Parameter> parameters;
    private final Map<String, Parameter> byName;
    private final Map<String, Condition> activations;
    private final List<Condition> forbidden;
    private final List<Parameter> parentsFirst;
    private final UnitCube unitCube;

    private SearchSpace(Builder builder) {
        parameters = List.copyOf(builder.parameters.values());
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
        activations = Collections.unmodifiableMap(new LinkedHashMap<>(builder.activations));
        forbidden = List.copyOf(builder.forbidden);
        checkNames();
        parentsFirst = sortParentsFirst();
        unitCube = new UnitCube(this);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A space without conditions or forbidden combinations. */
    public static SearchSpace of(Parameter... parameters) {
        return of(List.of(parameters));
    }

    /** A space without conditions or forbidden combinations. */
    public static SearchSpace of(Collection<? extends Parameter> parameters) {
        Builder builder = builder();
        parameters.forEach(builder::add);
        return builder.build();
    }

    /** The parameters in the order they were declared. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The parameters with every parent before its children. */
    public List<Parameter> parentsFirst() {
        return parentsFirst;
    }

    public Optional<Parameter> parameter(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** When each conditional parameter is active, by its name; a parameter that is not a key is always active. */
    public Map<String, Condition> activations() {
        return activations;
    }

    /** Combinations no legal configuration may have. */
    public List<Condition> forbidden() {
        return forbidden;
    }

    public boolean isConditional() {
        return !activations.isEmpty();
    }

    /** Number of parameters. */
    public int dimension() {
        return parameters.size();
    }

    public UnitCube unitCube() {
        return unitCube;
    }

    /** Whether the parameter is active, given the values of its parents in the configuration. */
    public boolean isActive(Parameter parameter, Configuration configuration) {
        Condition condition = activations.get(parameter.name());
        return condition == null || condition.holds(configuration);
    }

    /** Everything that keeps the configuration out of this space; empty when it is legal. */
    public List<Violation> violations(Configuration configuration) {
        List<Violation> violations = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Value value = configuration.active().get(parameter.name());
            boolean active = isActive(parameter, configuration);
            if (value == null && active) {
                violations.add(new Violation(parameter.name(), "Parameter '" + parameter.name() + "' has no value, but it is active."));
            } else if (value != null && !active) {
                violations.add(new Violation(parameter.name(), "Parameter '" + parameter.name() + "' has the value " + value.plain()
                        + ", but it is inactive unless " + Objects.requireNonNull(activations.get(parameter.name())).text() + "."));
            } else if (value != null) {
                parameter.objection(value).ifPresent(
                        why -> violations.add(new Violation(parameter.name(), "Parameter '" + parameter.name() + "': " + why + ".")));
            }
        }
        for (String name : configuration.active().keySet()) {
            if (!byName.containsKey(name)) {
                violations.add(new Violation(name, "Parameter '" + name + "' is not one of " + byName.keySet() + "."));
            }
        }
        for (Condition clause : forbidden) {
            if (clause.holds(configuration)) {
                violations.add(new Violation(clause.parents().iterator().next(), "The combination " + clause.text() + " is forbidden."));
            }
        }
        return violations;
    }

    /** Whether the configuration is legal; cheaper than {@link #violations}. */
    public boolean contains(Configuration configuration) {
        int seen = 0;
        for (Parameter parameter : parameters) {
            Value value = configuration.active().get(parameter.name());
            if ((value != null) != isActive(parameter, configuration)) {
                return false;
            }
            if (value != null) {
                seen++;
                if (parameter.objection(value).isPresent()) {
                    return false;
                }
            }
        }
        return seen == configuration.active().size() && !isForbidden(configuration);
    }

    /**
     * A legal configuration drawn from the parameters' priors, by rejection where combinations are forbidden.
     *
     * @throws IllegalStateException when no legal configuration was found in 100 000 draws
     */
    public Configuration sample(RandomGenerator random) {
        for (int i = 0; i < SAMPLING_TRIES; i++) {
            Configuration configuration = sampleIgnoringForbidden(random);
            if (!isForbidden(configuration)) {
                return configuration;
            }
        }
        throw new IllegalStateException("No configuration outside the forbidden combinations in " + SAMPLING_TRIES
                + " draws. Maybe the clauses " + forbidden.stream().map(Condition::text).toList() + " exclude everything.");
    }

    /** The default of every active parameter, repaired if that combination is forbidden. */
    public Configuration defaults() {
        return repair(Configuration.empty());
    }

    /**
     * The legal configuration nearest to any other, deterministically: unknown and inactive parameters are dropped, illegal values moved to legal
     * ones, missing values filled with defaults; if the combination is then forbidden, the nearest (in the unit cube) of 64 legal samples seeded by
     * the configuration itself. A legal configuration comes back as it is.
     */
    public Configuration repair(Configuration configuration) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : parentsFirst) {
            if (isActive(parameter, values)) {
                Value value = configuration.active().get(parameter.name());
                values.put(parameter.name(), value == null ? parameter.defaultValue() : parameter.repair(value));
            }
        }
        Configuration repaired = new Configuration(values);
        return isForbidden(repaired) ? nearestSample(repaired) : repaired;
    }

    /** Whether a forbidden combination holds. */
    public boolean isForbidden(Configuration configuration) {
        for (Condition clause : forbidden) {
            if (clause.holds(configuration)) {
                return true;
            }
        }
        return false;
    }

    /** Number of legal values of all parameters multiplied, conditions ignored; infinite when a parameter is a float. */
    public double cardinality() {
        return parameters.stream().mapToDouble(Parameter::cardinality).reduce(1, (a, b) -> a * b);
    }

    boolean isActive(Parameter parameter, SortedMap<String, Value> values) {
        Condition condition = activations.get(parameter.name());
        return condition == null || condition.holds(values);
    }

    private Configuration sampleIgnoringForbidden(RandomGenerator random) {
        TreeMap<String, Value> values = new TreeMap<>();
        for (Parameter parameter : parentsFirst) {
            if (isActive(parameter, values)) {
                values.put(parameter.name(), parameter.sample(random));
            }
        }
        return new Configuration(values);
    }

    private Configuration nearestSample(Configuration wanted) {
        RandomGenerator random = new SplittableRandom(wanted.canonicalText().hashCode());
        double[] goal = unitCube.encode(wanted);
        Configuration nearest = sample(random);
        double least = distance(goal, unitCube.encode(nearest));
        for (int i = 1; i < REPAIR_CANDIDATES; i++) {
            Configuration candidate = sample(random);
            double distance = distance(goal, unitCube.encode(candidate));
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            boolean differs = Double.isNaN(a[i]) != Double.isNaN(b[i]);
            double difference = differs ? 1 : Double.isNaN(a[i]) ? 0 : a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }

    private void checkNames() {
        activations.forEach((child, condition) -> {
            requireKnown(child, "is made conditional");
            condition.parents().forEach(parent -> requireKnown(parent, "is named in the condition of '" + child + "'"));
        });
        forbidden.forEach(clause -> clause.parents().forEach(name -> requireKnown(name, "is named in a forbidden combination")));
    }

    private void requireKnown(String name, String role) {
        if (!byName.containsKey(name)) {
            throw new IllegalArgumentException("Parameter '" + name + "' " + role + ", but the space has only " + byName.keySet() + ".");
        }
    }

    private List<Parameter> sortParentsFirst() {
        Map<String, Boolean> done = new HashMap<>();
        List<Parameter> sorted = new ArrayList<>();
        parameters.forEach(parameter -> visit(parameter, done, sorted, new LinkedHashSet<>()));
        return List.copyOf(sorted);
    }

    private void visit(Parameter parameter, Map<String, Boolean> done, List<Parameter> sorted, Set<String> path) {
        if (done.containsKey(parameter.name())) {
            return;
        }
        if (!path.add(parameter.name())) {
            throw new IllegalArgumentException("The conditions of " + path + " form a circle: a parameter must not depend on itself.");
        }
        Condition condition = activations.get(parameter.name());
        if (condition != null) {
            condition.parents().forEach(parent -> visit(Objects.requireNonNull(byName.get(parent)), done, sorted, path));
        }
        path.remove(parameter.name());
        done.put(parameter.name(), true);
        sorted.add(parameter);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchSpace space && parameters.equals(space.parameters) && activations.equals(space.activations)
                && forbidden.equals(space.forbidden);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return "SearchSpace" + byName.keySet();
    }

    /** Collects the parts of a space; not safe for several threads. */
    public static final class Builder {

        private final Map<String, Parameter> parameters = new LinkedHashMap<>();
        private final Map<String, Condition> activations = new LinkedHashMap<>();
        private final List<Condition> forbidden = new ArrayList<>();

        private Builder() {
        }

        /** Adds a parameter that is always active. */
        public Builder add(Parameter parameter) {
            if (parameters.put(parameter.name(), parameter) != null) {
                throw new IllegalArgumentException("Parameter '" + parameter.name() + "' is declared twice: names must be unique in a space.");
            }
            return this;
        }

        /** Adds a parameter that is active only when the condition holds. */
        public Builder add(Parameter parameter, Condition activeWhen) {
            add(parameter);
            return activeWhen(parameter.name(), activeWhen);
        }

        /** Makes a parameter conditional; several conditions for one parameter must all hold. */
        public Builder activeWhen(String parameter, Condition condition) {
            activations.merge(parameter, condition, Condition::all);
            return this;
        }

        /** Forbids a combination of values. */
        public Builder forbid(Condition combination) {
            forbidden.add(combination);
            return this;
        }

        public SearchSpace build() {
            return new SearchSpace(this);
        }
    }
}
