package org.optbench.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.model.space.Violation;
import org.optbench.model.task.Suggest;

/** All optimizer providers together: finds them by id, resolves presets and settings. Safe for several threads. */
public final class OptimizerCatalog {

    private final Map<String, OptimizerProvider> providers = new TreeMap<>();

    /**
     * @throws IllegalArgumentException when two providers have one id
     */
    public OptimizerCatalog(Iterable<OptimizerProvider> providers) {
        for (OptimizerProvider provider : providers) {
            String id = provider.description().id();
            OptimizerProvider other = this.providers.put(id, provider);
            if (other != null) {
                throw new IllegalArgumentException("Optimizer id '" + id + "' belongs to both " + other.getClass().getName() + " and "
                        + provider.getClass().getName() + ": ids must be unique. Maybe one jar is on the class path twice.");
            }
        }
    }

    /** Everything that the class loader finds. */
    public static OptimizerCatalog load(ClassLoader loader) {
        return new OptimizerCatalog(ServiceLoader.load(OptimizerProvider.class, loader));
    }

    public List<OptimizerProvider> providers() {
        return List.copyOf(providers.values());
    }

    /** Every id a campaign may name: each optimizer, and each of its presets after a slash. */
    public List<String> variantIds() {
        List<String> ids = new ArrayList<>();
        providers.forEach((id, provider) -> {
            ids.add(id);
            provider.description().presets().forEach(preset -> ids.add(id + "/" + preset.id()));
        });
        return ids;
    }

    /**
     * The variant with its settings complete: defaults, overlaid by the preset, overlaid by the settings given.
     *
     * @param id       {@code optimizer} or {@code optimizer/preset}
     * @param settings settings that differ; illegal ones are refused
     * @param options  options that differ
     * @throws IllegalArgumentException naming the unknown id, setting or option, with near names, or the illegal value
     */
    public OptimizerVariant resolve(String id, Configuration settings, Map<String, String> options) {
        int slash = id.indexOf('/');
        OptimizerProvider provider = providers.get(slash < 0 ? id : id.substring(0, slash));
        if (provider == null) {
            throw new IllegalArgumentException("Optimizer '" + id + "' is unknown. " + Suggest.hint(id, variantIds(), "list them: optbench list optimizers"));
        }
        OptimizerDescription description = provider.description();
        Map<String, Value> wanted = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        description.options().forEach(option -> texts.put(option.name(), option.defaultValue()));
        if (slash >= 0) {
            Preset preset = preset(description, id.substring(slash + 1));
            wanted.putAll(preset.settings().active());
            texts.putAll(preset.options());
        }
        wanted.putAll(settings.active());
        options.keySet().forEach(name -> requireOption(description, name));
        texts.putAll(options);
        return new OptimizerVariant(id, provider, complete(description, wanted), texts);
    }

    private static Configuration complete(OptimizerDescription description, Map<String, Value> wanted) {
        SearchSpace space = description.settings();
        for (String name : wanted.keySet()) {
            if (space.parameter(name).isEmpty()) {
                List<String> known = space.parameters().stream().map(parameter -> parameter.name()).toList();
                throw new IllegalArgumentException("Optimizer '" + description.id() + "' has no setting '" + name + "'. "
                        + Suggest.hint(name, known, known.isEmpty() ? "leave it out: this optimizer has no settings." : "use one of " + known + "."));
            }
        }
        TreeMap<String, Value> values = new TreeMap<>();
        for (var parameter : space.parentsFirst()) {
            if (space.isActive(parameter, Configuration.of(values)) || wanted.containsKey(parameter.name())) {
                values.put(parameter.name(), adapt(parameter.defaultValue(), wanted.getOrDefault(parameter.name(), parameter.defaultValue())));
            }
        }
        Configuration complete = Configuration.of(values);
        List<Violation> violations = space.violations(complete);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("Settings of optimizer '" + description.id() + "': "
                    + String.join(" ", violations.stream().map(Violation::reason).toList()));
        }
        return complete;
    }

    /** A whole number written where a float is due is that float; files do not tell 1 from 1.0. */
    private static Value adapt(Value model, Value given) {
        return model instanceof Value.FloatValue && given instanceof Value.IntValue(long number) ? Value.of((double) number) : given;
    }

    private static Preset preset(OptimizerDescription description, String name) {
        List<String> known = description.presets().stream().map(Preset::id).toList();
        return description.presets().stream().filter(preset -> preset.id().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Optimizer '" + description.id() + "' has no preset '" + name + "'. "
                        + Suggest.hint(name, known, known.isEmpty() ? "name it without a preset." : "use one of " + known + ".")));
    }

    private static void requireOption(OptimizerDescription description, String name) {
        List<String> known = description.options().stream().map(Option::name).toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException("Optimizer '" + description.id() + "' has no option '" + name + "'. "
                    + Suggest.hint(name, known, known.isEmpty() ? "leave it out: this optimizer has no options." : "use one of " + known + "."));
        }
    }
}
