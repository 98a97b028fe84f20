package org.optbench.optimizer;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.space.Configuration;

/**
 * An optimizer with complete settings, as a campaign runs it.
 *
 * @param id       {@code optimizer} or {@code optimizer/preset} as the campaign named it
 * @param settings a value for every active setting
 * @param options  a value for every option, sorted by name
 */
public record OptimizerVariant(String id, OptimizerProvider provider, Configuration settings, SortedMap<String, String> options) {

    public OptimizerVariant {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    OptimizerVariant(String id, OptimizerProvider provider, Configuration settings, Map<String, String> options) {
        this(id, provider, settings, new TreeMap<>(options));
    }
}
