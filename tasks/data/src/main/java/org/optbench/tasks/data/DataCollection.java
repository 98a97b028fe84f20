package org.optbench.tasks.data;

import java.util.List;

/**
 * Files that are got together.
 *
 * @param name    such as {@code yahpo/lcbench}
 * @param summary one line
 */
public record DataCollection(String name, String summary, Licence licence, List<DataFile> files) {

    public DataCollection {
        files = List.copyOf(files);
        if (name.isBlank() || files.isEmpty()) {
            throw new IllegalArgumentException("Collection '" + name + "' with " + files.size() + " files: a name and at least one file are needed.");
        }
    }
}
