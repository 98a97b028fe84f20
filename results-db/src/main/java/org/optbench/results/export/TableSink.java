package org.optbench.results.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one table. */
interface TableSink extends AutoCloseable {

    /**
     * @param cells Long, Double, String or null by the kind of the column; one for each column
     */
    void row(@Nullable Object[] cells) throws IOException;

    @Override
    void close() throws IOException;
}
