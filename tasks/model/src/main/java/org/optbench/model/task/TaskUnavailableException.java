package org.optbench.model.task;

/** A task that exists cannot be opened here and now, because data, a program or a device is missing. */
public final class TaskUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskUnavailableException(TaskId id, Availability.Missing missing) {
        super("Task '" + id + "' is not available: " + missing.reason() + " Maybe run: " + missing.remedy());
    }
}
