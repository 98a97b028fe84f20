package org.optbench.model.task;

/** Which seconds a task's budget and time-to-target count. */
public enum TaskClock {
    /** Real time, measured while the evaluation runs. */
    WALL,
    /** Recorded or modelled time that the task states in its {@link org.optbench.model.Cost}; many hours may pass in a second. */
    SIMULATED
}
