package org.optbench.formats;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.optbench.results.StoreException;

/** Reads the runs of another platform. An instance reads once. */
interface RunSource {

    /**
     * Hands over the runs one by one.
     *
     * @param source a file or a folder
     * @throws StoreException of kind BAD_FILE when something is not what it should be
     */
    void read(Path source, Consumer<ForeignRun> receiver);
}
