package org.optbench.model.task;

/** Whether a task can be opened on this machine now. */
public sealed interface Availability {

    record Available() implements Availability {
    }

    /**
     * @param reason what is missing, a full sentence
     * @param remedy the command or step that gets it
     */
    record Missing(String reason, String remedy) implements Availability {
    }

    static Availability available() {
        return new Available();
    }
}
