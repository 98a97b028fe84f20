package org.optbench.optimizer;

import java.util.Map;
import org.optbench.model.space.Configuration;

/**
 * A named variant of an optimizer; campaigns name it {@code optimizer/preset}.
 *
 * @param id       unique among the presets of the optimizer
 * @param summary  one line: what is different
 * @param settings settings that differ from the defaults
 * @param options  options that differ from the defaults
 */
public record Preset(String id, String summary, Configuration settings, Map<String, String> options) {

    public Preset {
        options = Map.copyOf(options);
    }

    public Preset(String id, String summary, Configuration settings) {
        this(id, summary, settings, Map.of());
    }
}
