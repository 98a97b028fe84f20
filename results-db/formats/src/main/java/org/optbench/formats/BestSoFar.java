package org.optbench.formats;

import java.util.ArrayList;
import java.util.List;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.results.RunRecord;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;

/**
 * A run as its trials in the order of their results, each with the evaluations up to it: what formats of other programs are written from.
 *
 * @param run     the run
 * @param steps   one entry per trial
 * @param effort  evaluations of the run in all
 */
record BestSoFar(RunRecord run, List<Step> steps, long effort) {

    private static final double WHOLE = 1e-6;

    BestSoFar {
        steps = List.copyOf(steps);
    }

    /**
     * A trial.
     *
     * @param evaluations evaluations up to and with it
     * @param value       first objective in its own direction; NaN when it failed or stands at a lower fidelity
     * @param constraints values of the constraints; empty when failed
     * @param x           the configuration in the order x1, x2, ..., x10 where all parameters are numbers; empty otherwise
     */
    record Step(long evaluations, double value, double[] constraints, double[] x) {
    }

    /** Trials count one each; where the log was imported and is sparse, what it says it cost. */
    static BestSoFar of(RunRecord run, List<TrialRecord> trials) {
        List<TrialRecord> told = trials.stream().sorted((a, b) -> Integer.compare(a.sequence(), b.sequence())).toList();
        boolean isSparse = run.task().fidelities().isEmpty()
                && told.stream().allMatch(trial -> isWhole(trial.clock().fullEvaluations()) && trial.clock().fullEvaluations() > 0.5);
        List<Step> steps = new ArrayList<>();
        double spent = 0;
        for (int i = 0; i < told.size(); i++) {
            TrialRecord trial = told.get(i);
            spent += trial.clock().fullEvaluations();
            boolean counts = trial.status() != TrialStatus.FAILED && (run.task().fidelities().isEmpty() || run.task().fidelities().isFull(trial.reached()));
            steps.add(new Step(isSparse ? Math.round(spent) : i + 1, counts ? trial.objectives()[0] : Double.NaN, trial.constraints(),
                    x(Configuration.parse(trial.configuration()))));
        }
        return new BestSoFar(run, steps, steps.isEmpty() ? 0 : steps.getLast().evaluations());
    }

    private static boolean isWhole(double number) {
        return Math.abs(number - Math.rint(number)) < WHOLE;
    }

    private static double[] x(Configuration configuration) {
        List<String> names = new ArrayList<>(configuration.active().keySet());
        names.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : Integer.compare(a.length(), b.length()));
        double[] x = new double[names.size()];
        for (int i = 0; i < x.length; i++) {
            switch (configuration.value(names.get(i))) {
                case Value.FloatValue(double number) -> x[i] = number;
                case Value.IntValue(long number) -> x[i] = number;
                case Value.ChoiceValue _, Value.PermutationValue _ -> {
                    return new double[0];
                }
            }
        }
        return x;
    }
}
