package org.optbench.optimizer.support;

import java.util.List;
import org.optbench.model.Budget;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.space.Scale;

/** What can be said of a problem in numbers before anything is evaluated: the ground on which optimizers are selected. */
public final class ProblemFeatures {

    private static final double WITHOUT_LIMIT = 1000;

    private static final List<String> NAMES = List.of("log_width", "floats", "ints", "categoricals", "ordinals", "permutations", "log_scales", "conditional",
            "forbidden", "log_constraints", "noisy", "ranks", "contextual", "multi_task", "log_objectives", "fidelities", "log_budget", "log_budget_per_width");

    private ProblemFeatures() {
    }

    /** Names of the features in their order. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The features {@code [names().size()]}: parts and flags in [0, 1], sizes as natural logarithms; a budget without a limit of evaluations counts as 1000.
     */
    public static double[] of(Problem problem, Budget budget) {
        double width = problem.space().unitCube().width();
        double evaluations = budget.expectedFullEvaluations();
        double most = Double.isInfinite(evaluations) ? WITHOUT_LIMIT : Math.max(evaluations, 1);
        return new double[]{StrictMath.log(width), part(problem, ParameterKind.FLOAT), part(problem, ParameterKind.INT),
                part(problem, ParameterKind.CATEGORICAL), part(problem, ParameterKind.ORDINAL), part(problem, ParameterKind.PERMUTATION), logScales(problem),
                flag(problem.space().isConditional()), flag(!problem.space().forbidden().isEmpty()), StrictMath.log1p(problem.constraints().size()),
                flag(problem.noisy()), flag(problem.observation() == Observation.RANKS), flag(problem.context().isPresent()),
                flag(problem.multiTask().isPresent()), StrictMath.log(problem.objectives().size()), flag(problem.isMultiFidelity()), StrictMath.log(most),
                StrictMath.log(most / width)};
    }

    private static double part(Problem problem, ParameterKind kind) {
        List<Parameter> parameters = problem.space().parameters();
        return parameters.stream().filter(parameter -> parameter.kind() == kind).count() / (double) parameters.size();
    }

    private static double logScales(Problem problem) {
        List<Parameter> parameters = problem.space().parameters();
        return parameters.stream().filter(parameter -> parameter instanceof FloatParameter floats && floats.scale() == Scale.LOG
                || parameter instanceof IntParameter ints && ints.scale() == Scale.LOG).count() / (double) parameters.size();
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
