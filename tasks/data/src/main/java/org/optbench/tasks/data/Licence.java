package org.optbench.tasks.data;

import java.net.URI;

/**
 * The terms of a collection.
 *
 * @param id     SPDX identifier
 * @param holder who holds the rights
 * @param text   where it can be read
 */
public record Licence(String id, String holder, URI text) {

    @Override
    public String toString() {
        return id + ", " + holder + ", " + text;
    }
}
