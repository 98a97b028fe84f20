package org.optbench.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An optimizer as a campaign ran it.
 *
 * @param variant  id that the campaign and all tables name, such as {@code cma-es} or {@code cma-es/restarts}
 * @param provider id of the provider
 * @param version  version of the provider
 * @param settings canonical text of the complete settings
 * @param options  value of every option by name
 */
public record OptimizerSnapshot(String variant, String provider, String version, String settings, SortedMap<String, String> options) {

    public OptimizerSnapshot {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        if (variant.isBlank() || provider.isBlank()) {
            throw new IllegalArgumentException("Optimizer variant '" + variant + "' of provider '" + provider + "': neither may be blank.");
        }
    }
}
