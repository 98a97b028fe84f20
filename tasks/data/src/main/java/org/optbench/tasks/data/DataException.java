package org.optbench.tasks.data;

import java.io.IOException;

/** Data could not be got or are not what they should be; the message says what to do. */
public final class DataException extends IOException {

    private static final long serialVersionUID = 1L;

    public DataException(String message) {
        super(message);
    }

    public DataException(String message, Throwable cause) {
        super(message, cause);
    }
}
