package org.optbench.optimizer;

import java.util.List;
import org.optbench.model.space.SearchSpace;

/**
 * What is known of an optimizer without making one.
 *
 * @param id           unique among optimizers, {@code [a-z0-9-]+}
 * @param version      changes whenever its suggestions change
 * @param name         for people
 * @param family       group in tables: baseline, direct search, evolution strategy, evolutionary, bayesian, bandit, multi-fidelity, ...
 * @param summary      one or two sentences
 * @param papers       the papers it follows: authors, title, year
 * @param capabilities what it can do
 * @param settings     its own hyperparameters, which can themselves be tuned; may have no parameters
 * @param options      free-text options that are not tuned
 * @param presets      named variants beside the defaults
 */
public record OptimizerDescription(String id, String version, String name, String family, String summary, List<String> papers, Capabilities capabilities,
        SearchSpace settings, List<Option> options, List<Preset> presets) {

    public OptimizerDescription {
        papers = List.copyOf(papers);
        options = List.copyOf(options);
        presets = List.copyOf(presets);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("Optimizer id '" + id + "': it must be lower-case letters and digits, joined by hyphens.");
        }
        for (Preset preset : presets) {
            preset.settings().active().forEach((setting, value) -> {
                if (settings.parameter(setting).isEmpty()) {
                    throw new IllegalArgumentException("Preset '" + preset.id() + "' of optimizer '" + id + "' sets '" + setting + "', which is no setting.");
                }
            });
        }
    }

    /** A description without options and presets. */
    public OptimizerDescription(String id, String version, String name, String family, String summary, List<String> papers, Capabilities capabilities,
            SearchSpace settings) {
        this(id, version, name, family, summary, papers, capabilities, settings, List.of(), List.of());
    }

    public OptimizerDescription withPresets(Preset... variants) {
        return new OptimizerDescription(id, version, name, family, summary, papers, capabilities, settings, options, List.of(variants));
    }

    public OptimizerDescription withOptions(Option... texts) {
        return new OptimizerDescription(id, version, name, family, summary, papers, capabilities, settings, List.of(texts), presets);
    }
}
