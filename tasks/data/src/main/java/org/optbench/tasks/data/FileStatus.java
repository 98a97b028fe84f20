package org.optbench.tasks.data;

/**
 * What was found of a file.
 *
 * @param detail a few words: the checksums that differ, or where the checksum comes from
 */
public record FileStatus(DataFile file, State state, String detail) {

    /** Whether a file can be used. */
    public enum State {
        /** There, with the right checksum. */
        INTACT,
        /** There; no checksum is known to compare with. */
        UNCHECKED,
        /** Not there. */
        MISSING,
        /** There, but its size or checksum is wrong. */
        DAMAGED
    }

    public boolean isUsable() {
        return state == State.INTACT || state == State.UNCHECKED;
    }
}
