package org.optbench.optimizers.multifidelity;

import java.util.ArrayList;
import java.util.List;

/**
 * The rule of asynchronous successive halving by stopping (Li et al. 2020, as in Klein et al. 2020 and Ray Tune): a candidate goes on while it is in the best
 * part {@code 1/eta} of what its rung has seen so far.
 */
final class HalvingRule implements StoppingRule {

    private final List<Rung> rungs = new ArrayList<>();

    HalvingRule(int levels, double eta, boolean multiObjective) {
        for (int level = 0; level < levels; level++) {
            rungs.add(Rung.of(multiObjective, eta));
        }
    }

    @Override
    public boolean goesOn(Candidate candidate, int level, Merit merit) {
        rungs.get(level).add(candidate, merit);
        return rungs.get(level).isAmongBest(candidate);
    }
}
