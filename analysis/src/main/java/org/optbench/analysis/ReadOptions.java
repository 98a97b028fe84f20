package org.optbench.analysis;

/**
 * How recorded runs become a performance table.
 *
 * @param effort      unit of the budget axis
 * @param fidelity    which result is the incumbent on tasks with fidelities
 * @param indicator   measure of tasks with several objectives
 * @param references  stored bounds and fronts
 * @param mixMachines whether wall-clock seconds of different machines may be compared
 */
public record ReadOptions(Effort effort, FidelityPolicy fidelity, Indicator indicator, References references, boolean mixMachines) {

    /** Full evaluations, results at full fidelity, hypervolume, nothing stored but what the tasks state themselves. */
    public static ReadOptions standard() {
        return new ReadOptions(Effort.FULL_EVALUATIONS, FidelityPolicy.FULL_ONLY, Indicator.HYPERVOLUME, References.none(), false);
    }

    public ReadOptions withEffort(Effort unit) {
        return new ReadOptions(unit, fidelity, indicator, references, mixMachines);
    }

    public ReadOptions withFidelity(FidelityPolicy policy) {
        return new ReadOptions(effort, policy, indicator, references, mixMachines);
    }

    public ReadOptions withIndicator(Indicator measure) {
        return new ReadOptions(effort, fidelity, measure, references, mixMachines);
    }

    public ReadOptions withReferences(References stored) {
        return new ReadOptions(effort, fidelity, indicator, stored, mixMachines);
    }

    public ReadOptions withMixedMachines(boolean allowed) {
        return new ReadOptions(effort, fidelity, indicator, references, allowed);
    }
}
