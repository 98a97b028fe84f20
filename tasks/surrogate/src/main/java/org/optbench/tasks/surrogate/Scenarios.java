package org.optbench.tasks.surrogate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.model.task.Trait;

/** The scenarios and official suites, from the facts shipped with this module; nothing here needs the surrogates themselves. */
final class Scenarios {

    /** Version of the published data that the facts describe. */
    static final String VERSION = "1.0.2";

    private final Map<String, Scenario> byName;

    private Scenarios(Map<String, Scenario> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    static Scenarios load() {
        Properties facts = new Properties();
        try (InputStream in = open("scenarios.properties")) {
            facts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Scenario> byName = new LinkedHashMap<>();
        TreeSet<String> names = facts.stringPropertyNames().stream().map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        names.forEach(name -> byName.put(name, read(name, facts)));
        return new Scenarios(byName);
    }

    List<Scenario> all() {
        return List.copyOf(byName.values());
    }

    Optional<Scenario> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The benchmark suites that the authors published with version 1.0. */
    List<TaskList> suites() {
        return List.of(
                new TaskList("yahpo-so-v1.0", "the 20 single-objective problems of the benchmark suite v1.0 of YAHPO Gym", suite("single")),
                new TaskList("yahpo-mo-v1.0", "the 25 multi-objective problems of the benchmark suite v1.0 of YAHPO Gym", suite("multi")));
    }

    private List<TaskId> suite(String file) {
        List<TaskId> ids = new ArrayList<>();
        for (String line : lines("suites/" + file + ".txt")) {
            String[] words = line.split(" ");
            Scenario scenario = find(words[0]).orElseThrow(() -> new IllegalStateException("Suite " + file + " names " + words[0]));
            ids.add(SurrogateId.of(scenario, words[1], false, List.of(words).subList(2, words.length)).id());
        }
        return ids;
    }

    /** A file of this module. */
    static InputStream open(String name) {
        InputStream in = Scenarios.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("Resource " + name + " is missing in the jar of the surrogates.");
        }
        return in;
    }

    static String text(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file that are neither blank nor comments. */
    static List<String> lines(String name) {
        return text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    private static Scenario read(String name, Properties facts) {
        return new Scenario(name, value(facts, name, "about"), Integer.parseInt(value(facts, name, "dimension")),
                words(facts, name, "traits").stream().map(Trait::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(facts.getProperty(name + ".instance")),
                words(facts, name, "fidelities").stream().map(Scenarios::fidelity).toList(), words(facts, name, "continuous"),
                words(facts, name, "categorical"), words(facts, name, "outputs").stream().map(Scenarios::output).toList(),
                value(facts, name, "runtime"), words(facts, name, "single"), words(facts, name, "multi"), words(facts, name, "instances"));
    }

    private static String value(Properties facts, String name, String key) {
        String value = facts.getProperty(name + "." + key);
        if (value == null) {
            throw new IllegalStateException("scenarios.properties: " + name + "." + key + " is missing.");
        }
        return value;
    }

    private static List<String> words(Properties facts, String name, String key) {
        String value = value(facts, name, key).strip();
        return value.isEmpty() ? List.of() : Arrays.asList(value.split(" "));
    }

    /**
     * {@code name:lower:upper:int|real}. The recorded time follows the number of epochs and the size of the training set, but not the number of
     * repeats that were averaged.
     */
    private static FidelityParameter fidelity(String text) {
        String[] parts = text.split(":");
        if (parts[3].equals("real")) {
            return FidelityParameter.share(parts[0], Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
        FidelityParameter steps = FidelityParameter.steps(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        return steps.name().equals(Scenario.EPOCH) ? steps.resuming()
                : new FidelityParameter(steps.name(), steps.lower(), steps.upper(), true, steps.scale(), false, FidelityParameter.CostShare.NONE);
    }

    private static Scenario.Output output(String text) {
        int last = text.length() - 1;
        return new Scenario.Output(text.substring(0, last), text.charAt(last) == '<' ? Direction.MINIMIZE : Direction.MAXIMIZE);
    }
}
