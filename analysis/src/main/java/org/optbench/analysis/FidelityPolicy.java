package org.optbench.analysis;

/** Which result is the incumbent of a run whose trials stand at different fidelities. */
public enum FidelityPolicy {
    /** The best result at full fidelity; results below it do not count. */
    FULL_ONLY,
    /**
     * The best result at the highest fidelity that the run has seen so far: a first result at a higher fidelity replaces the incumbent, even when its
     * value is worse. Targets are attained at full fidelity only.
     */
    HIGHEST_SEEN
}
