package org.optbench.formats;

import java.util.List;

/**
 * What was imported.
 *
 * @param runs    runs that were added
 * @param there   runs that stood in the database already
 * @param trials  trials of the added runs
 * @param matched runs, added or not, on tasks that this platform has itself
 * @param notes   what the user should know, such as tasks that differ from those of this platform
 */
public record ImportSummary(int runs, int there, long trials, int matched, List<String> notes) {

    public ImportSummary {
        notes = List.copyOf(notes);
    }
}
