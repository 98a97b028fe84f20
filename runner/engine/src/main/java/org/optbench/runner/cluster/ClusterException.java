package org.optbench.runner.cluster;

import org.jspecify.annotations.Nullable;

/** Workers cannot be started or followed. The message says why and what may help. */
public final class ClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClusterException(String message) {
        super(message);
    }

    public ClusterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
