package org.optbench.runner.run;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.optbench.model.random.RandomStreams;
import org.optbench.runner.campaign.Simulation;
import org.optbench.runner.plan.PlannedRun;

/** What befalls the trials of a run on simulated workers: a function of task, seed and index of the trial, whatever the optimizer. */
final class SimulatedWorkers {

    private final Simulation simulation;
    private final RandomStreams streams;

    SimulatedWorkers(PlannedRun plan) {
        this.simulation = plan.workers().simulation();
        this.streams = RandomStreams.of("workers " + plan.task().id() + " seed " + plan.seed());
    }

    boolean isIdeal() {
        return simulation.isIdeal();
    }

    /** By what the evaluation takes longer on its worker than the task says. */
    double slowdown(Running trial) {
        boolean isStraggler = draw("straggler", trial) < simulation.stragglers().probability();
        return (isStraggler ? simulation.stragglers().factor() : 1) / simulation.speed(trial.worker);
    }

    /** The share of the evaluation after which its worker fails, in [0, 1); empty when it does not. */
    OptionalDouble failsAt(Running trial) {
        return draw("failure", trial) < simulation.failures().probability() ? OptionalDouble.of(draw("moment", trial)) : OptionalDouble.empty();
    }

    /** Simulated seconds until a worker that failed is back. */
    double downtime() {
        return simulation.failures().downtime();
    }

    private double draw(String purpose, Running trial) {
        return new SplittableRandom(streams.seed(purpose, trial.index)).nextDouble();
    }
}
