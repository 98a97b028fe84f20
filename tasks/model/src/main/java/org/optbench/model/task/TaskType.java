package org.optbench.model.task;

/** The four types of task that comparisons are made within. */
public enum TaskType {
    BLACK_BOX("BB"), MULTI_FIDELITY("MF"), MULTI_OBJECTIVE("MO"), MULTI_FIDELITY_MULTI_OBJECTIVE("MOMF");

    private final String code;

    TaskType(String code) {
        this.code = code;
    }

    /** The abbreviation of the field: BB, MF, MO, MOMF. */
    public String code() {
        return code;
    }

    public static TaskType of(boolean multiFidelity, boolean multiObjective) {
        if (multiFidelity) {
            return multiObjective ? MULTI_FIDELITY_MULTI_OBJECTIVE : MULTI_FIDELITY;
        }
        return multiObjective ? MULTI_OBJECTIVE : BLACK_BOX;
    }
}
