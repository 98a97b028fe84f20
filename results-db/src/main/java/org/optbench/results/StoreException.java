package org.optbench.results;

import org.jspecify.annotations.Nullable;

/** The results database could not do what was asked. The message names what, where and why, and what may help. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Kind {
        /** The database cannot be opened: wrong URL, unreadable folder, held by another process, wrong password. */
        CANNOT_OPEN,
        /** Its schema was made by a newer version of this program. */
        NEWER_SCHEMA,
        /** It cannot be written: read-only, no right. */
        READ_ONLY,
        /** The disk is full. */
        DISK_FULL,
        /** It stayed away through all retries. */
        UNAVAILABLE,
        /** The lease has run out and another worker holds the run. */
        LEASE_LOST,
        /** Other facts stand there under the same identity. */
        CONFLICT,
        /** Nothing is known under the name or key. */
        UNKNOWN,
        /** A file to import is not what it should be. */
        BAD_FILE,
        /** Anything else that the database refused. */
        INTERNAL
    }

    private final Kind kind;

    public StoreException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StoreException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The same failure for another thread, with this one as its cause. */
    public StoreException again() {
        return new StoreException(kind, String.valueOf(getMessage()), this);
    }
}
