package org.optbench.tasks.systems.serving;

import java.util.List;
import java.util.Locale;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.model.Problem;

/** What a server is tuned for. A service level is a time to the first token and a time for each further one. */
enum Goal {
    /** Requests a second within the service level for each device, maximised. */
    GOODPUT(List.of(Objective.maximize("goodput")), List.of()) {
        @Override
        List<Double> objectives(Cluster.Served served, ServedModel model, int devices) {
            return List.of(served.within(firstToken(model), eachToken(model)) / (served.seconds() * devices));
        }
    },
    /** 95 % quantile of the latency, seconds, and device-seconds for 1000 tokens. */
    LATENCY_COST(List.of(Objective.minimize("latency_p95").withReferencePoint(300.0), Objective.minimize("device_seconds").withReferencePoint(100.0)),
            List.of()) {
        @Override
        List<Double> objectives(Cluster.Served served, ServedModel model, int devices) {
            return List.of(served.quantile(0.95, Sequence::latency), deviceSeconds(served, devices));
        }
    },
    /** Device-seconds for 1000 tokens, while the 95 % quantiles keep the service level. */
    SLO(List.of(Objective.minimize("device_seconds")), List.of(Constraint.of("ttft_p95"), Constraint.of("tpot_p95"))) {
        @Override
        List<Double> objectives(Cluster.Served served, ServedModel model, int devices) {
            return List.of(deviceSeconds(served, devices));
        }

        @Override
        List<Double> constraints(Cluster.Served served, ServedModel model) {
            return List.of(served.quantile(0.95, Sequence::timeToFirst) - firstToken(model),
                    served.quantile(0.95, Sequence::timePerToken) - eachToken(model));
        }
    };

    private final List<Objective> objectives;
    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<Constraint> constraints;

    Goal(List<Objective> objectives, List<Constraint> constraints) {
        this.objectives = objectives;
        this.constraints = constraints;
    }

    /** Values in the order of the objectives. */
    abstract List<Double> objectives(Cluster.Served served, ServedModel model, int devices);

    /** Values in the order of the constraints. */
    List<Double> constraints(Cluster.Served served, ServedModel model) {
        return List.of();
    }

    Problem on(Problem problem) {
        return problem.withObjectives(objectives).withConstraints(constraints);
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double deviceSeconds(Cluster.Served served, int devices) {
        return 1000.0 * devices * served.seconds() / served.tokens();
    }

    private static double firstToken(ServedModel model) {
        return model == ServedModel.M8B ? 1.0 : 3.0;
    }

    private static double eachToken(ServedModel model) {
        return model == ServedModel.M8B ? 0.06 : 0.15;
    }
}
