package org.optbench.runner.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads campaign files. Strict: an unknown key is an error, and all errors are reported at once with their lines. */
public final class CampaignReader {

    private static final Duration TRIAL_TIME_LIMIT = Duration.ofHours(1);
    private static final Duration ASK_TIME_LIMIT = Duration.ofMinutes(30);

    private final List<String> problems = new ArrayList<>();

    private CampaignReader() {
    }

    /**
     * @throws CampaignException with everything that is wrong in the file, or when it cannot be read
     */
    public static CampaignSpec read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new CampaignException(file.toString(),
                    List.of("The file cannot be read (" + e.getClass().getSimpleName() + "). Maybe its path is mistyped, or it is not UTF-8."));
        }
    }

    /**
     * @param source where the text comes from, for messages
     * @throws CampaignException with everything that is wrong in the text
     */
    public static CampaignSpec read(String yaml, String source) {
        CampaignReader reader = new CampaignReader();
        Optional<CampaignSpec> spec = Optional.empty();
        try {
            spec = new Compose(LoadSettings.builder().setLabel(source).build()).composeString(yaml)
                    .map(root -> reader.campaign(new YamlMap(root, "", reader.problems)));
            if (spec.isEmpty()) {
                reader.problems.add("The file is empty. Maybe start from: optbench init");
            }
        } catch (YamlEngineException e) {
            reader.problems.add("It is not YAML: " + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\n\\s*", " | "));
        } catch (IllegalArgumentException e) {
            reader.problems.add(String.valueOf(e.getMessage()));
        }
        if (!reader.problems.isEmpty()) {
            throw new CampaignException(source, reader.problems);
        }
        return spec.orElseThrow();
    }

    private CampaignSpec campaign(YamlMap map) {
        long schema = map.whole("schema", 0, 1);
        if (schema != CampaignSpec.SCHEMA && map.has("schema")) {
            map.complain("schema", "is " + schema + ": this program reads schema " + CampaignSpec.SCHEMA
                    + (schema > CampaignSpec.SCHEMA ? ". Maybe a newer optbench wrote the file." : "."));
        } else if (!map.has("schema")) {
            map.missing("schema");
        }
        String name = map.requiredText("name");
        if (map.has("name") && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            map.complain("name", "is '" + name + "': it must be up to 100 letters, digits and - _ . and start with a letter or digit");
        }
        String description = map.text("description", "");
        SeedSpec seeds = map.map("seeds").map(this::seeds).orElse(new SeedSpec(1, 1));
        Optional<BudgetSpec> budget = map.map("budget").map(this::budget);
        if (budget.isEmpty() && !map.has("budget")) {
            map.missing("budget");
        }
        WorkerSpec workers = map.map("workers").map(this::workers).orElse(WorkerSpec.single());
        Duration trialLimit = seconds(map.positive("trialTimeLimit"), TRIAL_TIME_LIMIT);
        Duration askLimit = seconds(map.positive("askTimeLimit"), ASK_TIME_LIMIT);
        List<OptimizerSpec> optimizers = new ArrayList<>();
        int index = 0;
        for (Node node : map.list("optimizers")) {
            optimizers.add(optimizer(node, "optimizers[" + index++ + "]"));
        }
        requireSome(map, "optimizers", optimizers);
        List<TaskSpec> tasks = new ArrayList<>();
        index = 0;
        for (Node node : map.list("tasks")) {
            tasks.add(task(node, "tasks[" + index++ + "]"));
        }
        requireSome(map, "tasks", tasks);
        map.end();
        List<String> names = optimizers.stream().map(OptimizerSpec::name).toList();
        names.stream().filter(one -> names.indexOf(one) != names.lastIndexOf(one)).distinct()
                .forEach(twice -> map.complain("optimizers", "names '" + twice + "' twice. Maybe give one of them a name of its own"));
        return new CampaignSpec(name, description, seeds, budget.orElse(NO_BUDGET), workers, trialLimit, askLimit, optimizers, tasks);
    }

    private static final BudgetSpec NO_BUDGET = new BudgetSpec(Optional.empty(), Optional.empty(), OptionalDouble.empty(), OptionalDouble.empty(), "",
            OptionalDouble.empty(), OptionalDouble.empty());

    private SeedSpec seeds(YamlMap map) {
        SeedSpec seeds = new SeedSpec(map.whole("first", 1, Long.MIN_VALUE), (int) Math.min(Integer.MAX_VALUE, map.whole("count", 1, 1)));
        map.end();
        return seeds;
    }

    private BudgetSpec budget(YamlMap map) {
        Optional<Amount> trials = amount(map, "trials");
        Optional<Amount> evaluations = amount(map, "evaluations");
        OptionalDouble seconds = map.positive("seconds");
        Optional<YamlMap> cost = map.map("cost");
        String resource = cost.map(inner -> inner.requiredText("resource")).orElse("");
        OptionalDouble limit = cost.map(inner -> inner.positive("limit")).orElse(OptionalDouble.empty());
        cost.ifPresent(YamlMap::end);
        OptionalDouble target = map.number("target");
        OptionalDouble regret = map.positive("regret");
        map.end();
        if (trials.isEmpty() && evaluations.isEmpty() && seconds.isEmpty() && limit.isEmpty()) {
            map.complain(null, map.child("budget").replaceFirst("^budget\\.budget$", "budget"),
                    "needs a limit: at least one of trials, evaluations, seconds, cost");
        }
        return new BudgetSpec(trials, evaluations, seconds, limit, limit.isPresent() ? resource : "", target, regret);
    }

    private Optional<Amount> amount(YamlMap map, String key) {
        Optional<Node> node = map.node(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (node.get() instanceof ScalarNode) {
            OptionalDouble plus = map.positive(key);
            return plus.isPresent() ? Optional.of(new Amount(0, plus.getAsDouble())) : Optional.empty();
        }
        YamlMap parts = new YamlMap(node.get(), map.child(key), problems);
        double perDimension = parts.positive("perDimension").orElse(0);
        double plus = parts.number("plus").orElse(0);
        parts.end();
        if (perDimension < 0 || plus < 0 || perDimension + plus <= 0) {
            map.complain(key, "needs a positive perDimension or plus, neither negative");
            return Optional.empty();
        }
        return Optional.of(new Amount(perDimension, plus));
    }

    private WorkerSpec workers(YamlMap map) {
        WorkerSpec workers = new WorkerSpec((int) map.whole("count", 1, 1), map.choice("mode", WorkerSpec.Mode.class, WorkerSpec.Mode.ASYNCHRONOUS),
                map.choice("clock", WorkerSpec.Clock.class, WorkerSpec.Clock.TASK), map.flag("chargeOverhead", false),
                map.map("simulation").map(this::simulation).orElse(Simulation.ideal()));
        map.end();
        return workers;
    }

    private Simulation simulation(YamlMap map) {
        List<Double> speeds = new ArrayList<>();
        for (Node node : map.list("speeds")) {
            try {
                speeds.add(Double.valueOf(((ScalarNode) node).getValue()));
            } catch (ClassCastException | NumberFormatException _) {
                map.complain(node, map.child("speeds"), "must be a list of positive numbers");
            }
        }
        Simulation.Stragglers stragglers = map.map("stragglers").map(inner -> {
            Simulation.Stragglers read = new Simulation.Stragglers(inner.number("probability").orElse(0), inner.number("factor").orElse(1));
            inner.end();
            return read;
        }).orElse(Simulation.ideal().stragglers());
        Simulation.Failures failures = map.map("failures").map(inner -> {
            Simulation.Failures read = new Simulation.Failures(inner.number("probability").orElse(0), inner.number("downtime").orElse(0));
            inner.end();
            return read;
        }).orElse(Simulation.ideal().failures());
        map.end();
        return new Simulation(speeds, stragglers, failures);
    }

    private OptimizerSpec optimizer(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return OptimizerSpec.of(scalar.getValue());
        }
        YamlMap map = new YamlMap(node, path, problems);
        String id = map.requiredText("id");
        String name = map.text("name", "");
        Configuration settings = Configuration.of(values(map, "settings"));
        TreeMap<String, String> options = new TreeMap<>();
        map.node("options").ifPresent(inner -> entries(inner, map.child("options"), map)
                .forEach((key, value) -> options.put(key, value instanceof ScalarNode scalar ? scalar.getValue() : value.toString())));
        String where = map.text("where", "");
        map.end();
        return new OptimizerSpec(id, name, settings, options, where);
    }

    private TreeMap<String, Value> values(YamlMap map, String key) {
        TreeMap<String, Value> values = new TreeMap<>();
        map.node(key).ifPresent(node -> entries(node, map.child(key), map).forEach((name, value) -> {
            switch (value) {
                case ScalarNode scalar -> values.put(name, scalarValue(scalar));
                case SequenceNode sequence ->
                    values.put(name, Value.of(sequence.getValue().stream().map(item -> Integer.parseInt(((ScalarNode) item).getValue())).toList()));
                default -> map.complain(value, map.child(key) + "." + name, "must be a number, a text or a list of whole numbers");
            }
        }));
        return values;
    }

    private static TreeMap<String, Node> entries(Node node, String path, YamlMap map) {
        TreeMap<String, Node> entries = new TreeMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                entries.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple.getValueNode());
            }
        } else {
            map.complain(node, path, "must be a mapping of names to values");
        }
        return entries;
    }

    private static Value scalarValue(ScalarNode scalar) {
        String text = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT) && text.matches("[-+]?\\d{1,18}")) {
            return Value.of(Long.parseLong(text));
        }
        return scalar.getTag().equals(Tag.FLOAT) || scalar.isPlain() && text.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?")
                ? Value.of(Double.parseDouble(text)) : Value.of(text);
    }

    private TaskSpec task(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return TaskSpec.glob(scalar.getValue());
        }
        YamlMap map = new YamlMap(node, path, problems);
        List<TaskSpec> selected = new ArrayList<>();
        String where = map.text("where", "");
        Optional<BudgetSpec> budget = map.map("budget").map(this::budget);
        for (TaskSpec.Kind kind : TaskSpec.Kind.values()) {
            String key = kind.name().toLowerCase(java.util.Locale.ROOT);
            if (map.has(key)) {
                selected.add(new TaskSpec(map.requiredText(key), kind, where, budget));
            }
        }
        if (selected.isEmpty() && !where.isEmpty()) {
            selected.add(new TaskSpec("**", TaskSpec.Kind.GLOB, where, budget));
        }
        map.end();
        if (selected.size() != 1) {
            map.complain(node, path, "needs exactly one of id, glob, subset (or where alone)");
            return TaskSpec.glob("**");
        }
        return selected.getFirst();
    }

    private static void requireSome(YamlMap map, String key, List<?> found) {
        if (found.isEmpty()) {
            map.complain(null, key, "is missing or empty: at least one is needed");
        }
    }

    private static Duration seconds(OptionalDouble seconds, Duration otherwise) {
        return seconds.isPresent() ? Duration.ofNanos((long) Math.min(seconds.getAsDouble() * 1e9, 9e18)) : otherwise;
    }
}
