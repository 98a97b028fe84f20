package org.optbench.tasks.data;

import java.util.OptionalLong;

/** Hears how getting data goes; called by the thread that gets it. */
public interface DataListener {

    /** A collection is about to be got: the moment to show its licence. */
    void started(DataCollection collection);

    /**
     * Bytes have arrived.
     *
     * @param name  of the file or archive
     * @param bytes so far, those of an earlier attempt included
     * @param total of the whole, where the server says so
     */
    void progress(String name, long bytes, OptionalLong total);

    /** Something worth a line, such as a download that goes on after a break. */
    void note(String line);

    /** A listener that ignores everything. */
    static DataListener silent() {
        return new DataListener() {
            @Override
            public void started(DataCollection collection) {
                // ignored
            }

            @Override
            public void progress(String name, long bytes, OptionalLong total) {
                // ignored
            }

            @Override
            public void note(String line) {
                // ignored
            }
        };
    }
}
