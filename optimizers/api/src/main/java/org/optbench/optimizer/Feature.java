package org.optbench.optimizer;

/** What an optimizer can do beyond minimising one noise-free objective, sequentially, over unconditional parameters. */
public enum Feature {
    /** Searches conditional spaces. */
    CONDITIONS,
    /** Keeps to forbidden combinations. */
    FORBIDDEN,
    /** Uses the values of constraints. */
    CONSTRAINTS,
    /** Trades off several objectives. */
    MULTI_OBJECTIVE,
    /** Suggests lower fidelities; without it an optimizer always asks for full evaluations. */
    MULTI_FIDELITY,
    /** Makes sense only on problems with a fidelity. */
    NEEDS_FIDELITY,
    /** Stops or pauses trials on their reports. */
    EARLY_STOPPING,
    /** Keeps several suggestions pending. */
    PARALLEL,
    /** Made for noisy objectives. */
    NOISE,
    /** Needs only the order of the results. */
    RANK_ONLY,
    /** Uses the context of a contextual problem. */
    CONTEXT,
    /** Makes sense only on contextual problems. */
    NEEDS_CONTEXT,
    /** Solves multi-task problems. */
    MULTI_TASK,
    /** Makes sense only on multi-task problems. */
    NEEDS_MULTI_TASK,
    /** Reads the text feedback of trials. */
    READS_TEXT,
    /** Handles problems with several objectives only. */
    NEEDS_MULTI_OBJECTIVE
}
