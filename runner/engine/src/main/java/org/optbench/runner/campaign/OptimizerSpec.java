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
 * @param where    condition over the descriptions of the tasks it is to run on; empty for all tasks of the campaign
 */
public record OptimizerSpec(String id, String name, Configuration settings, SortedMap<String, String> options, String where) {

    public OptimizerSpec {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        name = name.isEmpty() ? id : name;
    }

    public static OptimizerSpec of(String id) {
        return new OptimizerSpec(id, "", Configuration.empty(), new TreeMap<>(Map.of()), "");
    }
}
