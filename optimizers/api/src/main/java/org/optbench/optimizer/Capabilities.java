package org.optbench.optimizer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.ParameterKind;

/**
 * What an optimizer can do. Whatever it does not declare is never asked of it.
 *
 * @param parameters       kinds of parameter it handles
 * @param features         what else it can do
 * @param maximumDimension largest number of unit-cube coordinates that makes sense
 */
public record Capabilities(Set<ParameterKind> parameters, Set<Feature> features, int maximumDimension) {

    public Capabilities {
        parameters = Collections.unmodifiableSet(EnumSet.copyOf(parameters));
        features = features.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(features));
        if (maximumDimension < 1) {
            throw new IllegalArgumentException("Maximum dimension " + maximumDimension + ": it must be at least 1.");
        }
    }

    /** Every kind of parameter and the features named. */
    public static Capabilities allParameters(Feature... features) {
        return new Capabilities(EnumSet.allOf(ParameterKind.class), Set.of(features), Integer.MAX_VALUE);
    }

    /** The kinds of parameter, and the features named. */
    public static Capabilities of(Set<ParameterKind> parameters, Feature... features) {
        return new Capabilities(parameters, Set.of(features), Integer.MAX_VALUE);
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Why the optimizer cannot take on the problem with that many workers: full sentences; empty when it can. */
    public List<String> refusals(Problem problem, int workers) {
        List<String> refusals = new ArrayList<>();
        for (ParameterKind kind : kinds(problem)) {
            refuse(refusals, !parameters.contains(kind), "It does not handle " + kind + " parameters.");
        }
        boolean multiTask = problem.multiTask().isPresent();
        refuse(refusals, problem.space().isConditional() && !has(Feature.CONDITIONS), "It does not handle conditional parameters.");
        refuse(refusals, !problem.space().forbidden().isEmpty() && !has(Feature.FORBIDDEN), "It does not handle forbidden combinations.");
        refuse(refusals, problem.isConstrained() && !has(Feature.CONSTRAINTS), "It does not handle constraints.");
        refuse(refusals, problem.isMultiObjective() && !has(Feature.MULTI_OBJECTIVE), "It handles one objective only.");
        refuse(refusals, !problem.isMultiObjective() && has(Feature.NEEDS_MULTI_OBJECTIVE), "It needs several objectives.");
        refuse(refusals, !problem.isMultiFidelity() && has(Feature.NEEDS_FIDELITY), "It needs a fidelity.");
        refuse(refusals, problem.context().isEmpty() && has(Feature.NEEDS_CONTEXT), "It needs contexts.");
        refuse(refusals, multiTask && !has(Feature.MULTI_TASK), "It does not handle multi-task problems.");
        refuse(refusals, !multiTask && has(Feature.NEEDS_MULTI_TASK), "It needs a multi-task problem.");
        refuse(refusals, problem.observation() == Observation.RANKS && !has(Feature.RANK_ONLY), "It needs the values of the objective, not only ranks.");
        refuse(refusals, workers > 1 && !has(Feature.PARALLEL), "It does not handle pending trials.");
        int width = problem.space().unitCube().width();
        refuse(refusals, width > maximumDimension, "It handles up to " + maximumDimension + " dimensions, not " + width + ".");
        return refusals;
    }

    private static Set<ParameterKind> kinds(Problem problem) {
        Set<ParameterKind> kinds = EnumSet.noneOf(ParameterKind.class);
        for (Parameter parameter : problem.space().parameters()) {
            kinds.add(parameter.kind());
        }
        return kinds;
    }

    private static void refuse(List<String> refusals, boolean when, String why) {
        if (when) {
            refusals.add(why);
        }
    }
}
