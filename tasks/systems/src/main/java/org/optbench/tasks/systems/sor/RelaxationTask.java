package org.optbench.tasks.systems.sor;

import java.util.List;
import java.util.Map;
import org.optbench.model.Cost;
import org.optbench.model.FailureKind;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskDescription;

/**
 * Choosing the relaxation parameter over a sequence of systems. In stepwise settings the index of the trial is the step. The cost of a trial of SOR
 * carries {@value #ORACLE}, the iterations at the parameter that knows the matrix, for regret curves.
 */
final class RelaxationTask implements Task {

    /** Resource of the cost with the iterations of the oracle, summed over the systems solved. */
    static final String ORACLE = "oracle_iterations";

    private final TaskDescription description;
    private final Problem problem;
    private final Setting setting;
    private final Solver solver;
    private final SystemSequence sequence;
    private final ShiftRange shifts;

    RelaxationTask(TaskDescription description, Problem problem, Setting setting, Solver solver, SystemSequence sequence, ShiftRange shifts) {
        this.description = description;
        this.problem = problem;
        this.setting = setting;
        this.solver = solver;
        this.sequence = sequence;
        this.shifts = shifts;
    }

    @Override
    public TaskDescription description() {
        return description;
    }

    @Override
    public Problem problem() {
        return problem;
    }

    @Override
    public Configuration context(int step) {
        if (setting != Setting.CONTEXT) {
            return Task.super.context(step);
        }
        return Configuration.of(Map.of(Setting.SHIFT, Value.of(sequence.shift(step))));
    }

    @Override
    public Outcome evaluate(Evaluation evaluation, Progress progress) {
        int first = setting.isStepwise() ? evaluation.trial() : 0;
        int count = setting.isStepwise() ? 1 : (int) evaluation.fidelity().level(Setting.SYSTEMS);
        long iterations = 0;
        long oracle = 0;
        for (int step = first; step < first + count; step++) {
            if (progress.isCancelled()) {
                return Outcome.failure(FailureKind.CANCELLED, "Ended after " + (step - first) + " of " + count + " systems.");
            }
            double shift = sequence.shift(step);
            iterations += sequence.iterations(step, omega(evaluation.configuration(), shift));
            oracle += solver == Solver.SOR ? sequence.iterations(step, sequence.oracle(shift)) : 0;
        }
        Cost cost = Cost.ofSeconds(iterations * sequence.secondsAnIteration());
        Cost reported = solver == Solver.SOR ? cost.with(Map.of(ORACLE, (double) oracle)) : cost;
        return Outcome.of(List.of(iterations / (double) count), List.of(), reported);
    }

    private double omega(Configuration configuration, double shift) {
        if (setting != Setting.POLICY) {
            return configuration.real(Setting.OMEGA);
        }
        double place = (shift - shifts.lower()) / (shifts.upper() - shifts.lower()) * (Setting.KNOTS - 1);
        int left = Math.clamp((int) place, 0, Setting.KNOTS - 2);
        double share = Math.clamp(place - left, 0.0, 1.0);
        return (1.0 - share) * configuration.real(Setting.OMEGA + (left + 1)) + share * configuration.real(Setting.OMEGA + (left + 2));
    }
}
