package org.optbench.tasks.systems.sor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;

/** What is chosen, when, and knowing what. */
enum Setting {
    /** One parameter for each step, not knowing the shift: a bandit problem. */
    BLIND("one omega a step, shift hidden"),
    /** One parameter for each step, shown the shift: a contextual bandit problem. */
    CONTEXT("one omega a step, shift shown"),
    /** One parameter for the first 20 systems of the sequence; fewer of them are the fidelity. */
    TOTAL("one omega for 20 systems"),
    /** A parameter at each of five evenly spaced shifts, linear between, for the first 20 systems; fewer of them are the fidelity. */
    POLICY("omega at five shifts for 20 systems");

    /** Name of the parameter, and of the context. */
    static final String OMEGA = "omega";
    static final String SHIFT = "shift";
    static final String SYSTEMS = "systems";
    static final int KNOTS = 5;

    private static final int ALL = 20;
    private static final int FEWEST = 4;

    private final String summary;

    Setting(String summary) {
        this.summary = summary;
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    /** Whether an evaluation is a step of the sequence, rather than many steps. */
    boolean isStepwise() {
        return this == BLIND || this == CONTEXT;
    }

    Problem problem(Solver solver, ShiftRange shifts) {
        Problem problem = Problem.of(SearchSpace.of(parameters(solver)), Objective.minimize("iterations")).withNoise(isStepwise())
                .withText("Relaxation parameter of an iterative linear solver, to need few iterations; it pays to choose it by the diagonal shift.");
        return switch (this) {
            case BLIND -> problem;
            case CONTEXT -> problem.withContext(SearchSpace.of(FloatParameter.linear(SHIFT, shifts.lower(), shifts.upper())));
            case TOTAL, POLICY -> problem.withFidelities(FidelitySpace.of(FidelityParameter.steps(SYSTEMS, FEWEST, ALL)));
        };
    }

    private List<FloatParameter> parameters(Solver solver) {
        if (this != POLICY) {
            return List.of(FloatParameter.linear(OMEGA, solver.lower(), solver.upper()));
        }
        List<FloatParameter> knots = new ArrayList<>();
        for (int i = 1; i <= KNOTS; i++) {
            knots.add(FloatParameter.linear(OMEGA + i, solver.lower(), solver.upper()));
        }
        return knots;
    }
}
