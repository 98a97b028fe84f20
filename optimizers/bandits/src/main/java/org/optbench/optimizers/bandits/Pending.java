package org.optbench.optimizers.bandits;

import java.util.HashMap;
import java.util.Map;

/** What a method remembers of proposals whose results it waits for. */
final class Pending<T> {

    private final Map<Long, T> byTag = new HashMap<>();

    void put(long tag, T remembered) {
        byTag.put(tag, remembered);
    }

    /** Takes out what was remembered. */
    T take(long tag) {
        T remembered = byTag.remove(tag);
        if (remembered == null) {
            throw new IllegalArgumentException("Trial with tag " + tag + " is not pending. Maybe it was told before.");
        }
        return remembered;
    }

    Iterable<T> all() {
        return byTag.values();
    }
}
