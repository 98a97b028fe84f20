package org.optbench.runner.campaign;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.optbench.model.space.Configuration;

/**
 * An optimizer of a campaign.
 *
 * @param id       {@code optimizer} or {@code optimizer/preset}
 * @param name     name in reports; the id when empty
 * @param settings settings that differ
 * @param options  options that differ
 */
public record OptimizerSpec(String id, String name, Configuration settings, SortedMap<String, String> options) {

    public OptimizerSpec {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        name = name.isEmpty() ? id : name;
    }

    public static OptimizerSpec of(String id) {
        return new OptimizerSpec(id, "", Configuration.empty(), new TreeMap<>(Map.of()));
    }
}
