package org.optbench.optimizers.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.optbench.model.Constraint;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.MultiTask;
import org.optbench.model.Objective;
import org.optbench.model.Observation;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;

/** The matrix of small problems that every optimizer is run on as far as its capabilities allow. */
public final class ProblemCases {

    private static final SearchSpace FLOATS = SearchSpace.of(FloatParameter.linear("x0", -5, 5), FloatParameter.linear("x1", -5, 5),
            FloatParameter.log("x2", 1e-4, 10));

    private static final SearchSpace MIXED = SearchSpace.of(FloatParameter.log("rate", 1e-5, 1), IntParameter.log("units", 1, 512),
            IntParameter.linear("depth", 1, 6), CategoricalParameter.of("kind", "a", "b", "c"), OrdinalParameter.of("size", "s", "m", "l", "xl"),
            new PermutationParameter("order", 4));

    private ProblemCases() {
    }

    /** Every problem, from the simplest on. */
    public static List<ProblemCase> all() {
        List<ProblemCase> cases = new ArrayList<>();
        cases.add(single("one float", SearchSpace.of(FloatParameter.linear("x", -1, 2))));
        cases.add(single("floats", FLOATS));
        cases.add(single("ints", SearchSpace.of(IntParameter.linear("a", -3, 12), IntParameter.log("b", 1, 1000))));
        cases.add(single("categoricals", SearchSpace.of(categoricals(4, 5))));
        cases.add(single("ordinals", SearchSpace.of(OrdinalParameter.of("o0", "low", "mid", "high"), OrdinalParameter.of("o1", "1", "2", "3", "4", "5"))));
        cases.add(single("permutation", SearchSpace.of(new PermutationParameter("tour", 6))));
        cases.add(single("floats and ints", SearchSpace.of(FloatParameter.linear("x", 0, 1), IntParameter.linear("n", 1, 20))));
        cases.add(single("mixed", MIXED));
        cases.add(single("single values", SearchSpace.of(FloatParameter.linear("x", 0, 1), IntParameter.linear("one", 3, 3),
                CategoricalParameter.of("only", "here"))));
        cases.add(single("finite", SearchSpace.of(IntParameter.linear("n", 0, 2), CategoricalParameter.of("c", "a", "b"))));
        cases.add(single("conditional", conditional()));
        cases.add(single("forbidden", forbidden()));
        cases.add(maximised());
        cases.add(constant());
        cases.add(constrained());
        cases.add(multiObjective(2));
        cases.add(multiObjective(3));
        cases.add(multiObjective(5));
        cases.add(twoObjectives("2 objectives mixed", MIXED));
        cases.add(twoObjectives("2 objectives finite", SearchSpace.of(IntParameter.linear("n", 0, 2), CategoricalParameter.of("c", "a", "b"))));
        cases.add(twoObjectives("2 objectives conditional", conditional()));
        cases.add(twoObjectives("2 objectives forbidden", forbidden()));
        cases.add(constrainedMultiObjective());
        cases.add(multiFidelity("multi-fidelity by epochs", FidelityParameter.steps("epochs", 1, 27).resuming(), 1));
        cases.add(multiFidelity("multi-fidelity by share", FidelityParameter.share("share", 0.1, 1), 1));
        cases.add(multiFidelity("multi-fidelity multi-objective", FidelityParameter.steps("epochs", 1, 9), 2));
        cases.add(noisy());
        cases.add(new ProblemCase("ranks", floats().withObservation(Observation.RANKS), (c, f, r) -> List.of(distance(FLOATS, c, 0.3))));
        cases.add(new ProblemCase("ranks mixed", Problem.of(MIXED, Objective.minimize("f")).withObservation(Observation.RANKS),
                (c, f, r) -> List.of(distance(MIXED, c, 0.3))));
        cases.add(contextual());
        cases.add(multiTask());
        return List.copyOf(cases);
    }

    private static ProblemCase single(String name, SearchSpace space) {
        return new ProblemCase(name, Problem.of(space, Objective.minimize("f")), (c, f, r) -> List.of(distance(space, c, 0.3)));
    }

    private static List<Parameter> categoricals(int count, int choices) {
        List<String> names = IntStream.range(0, choices).mapToObj(i -> "choice " + i).toList();
        return IntStream.range(0, count).mapToObj(i -> (Parameter) CategoricalParameter.of("c" + i, names)).toList();
    }

    private static SearchSpace conditional() {
        return SearchSpace.builder().add(CategoricalParameter.of("kernel", "rbf", "poly", "linear")).add(FloatParameter.log("c", 1e-3, 1e3))
                .add(FloatParameter.log("gamma", 1e-4, 1), Condition.in("kernel", "rbf", "poly"))
                .add(IntParameter.linear("degree", 2, 5), Condition.equal("kernel", "poly"))
                .add(FloatParameter.linear("coef", 0, 1), Condition.all(Condition.equal("kernel", "poly"), Condition.greaterThan("degree", 3)))
                .build();
    }

    private static SearchSpace forbidden() {
        return SearchSpace.builder().add(IntParameter.linear("a", 0, 9)).add(CategoricalParameter.of("b", "x", "y"))
                .add(FloatParameter.linear("c", 0, 1)).forbid(Condition.all(Condition.greaterThan("a", 4), Condition.equal("b", "x")))
                .forbid(Condition.all(Condition.equal("b", "y"), Condition.greaterThan("c", 0.8))).build();
    }

    private static Problem floats() {
        return Problem.of(FLOATS, Objective.minimize("f"));
    }

    private static ProblemCase maximised() {
        return new ProblemCase("maximised", Problem.of(FLOATS, Objective.maximize("score")), (c, f, r) -> List.of(-distance(FLOATS, c, 0.3)));
    }

    private static ProblemCase constant() {
        return new ProblemCase("constant", floats(), (c, f, r) -> List.of(1.0));
    }

    private static ProblemCase constrained() {
        return new ProblemCase("constrained", floats().withConstraints(List.of(Constraint.of("g0"), Constraint.of("g1"))),
                (c, f, r) -> List.of(distance(FLOATS, c, 0.3), c.real("x0") + c.real("x1"), -1 - c.real("x1")));
    }

    private static ProblemCase multiObjective(int objectives) {
        List<Objective> wanted = new ArrayList<>();
        for (int i = 0; i < objectives; i++) {
            wanted.add(i == 1 ? Objective.maximize("f1") : Objective.minimize("f" + i).withReferencePoint(2));
        }
        return new ProblemCase(objectives + " objectives", floats().withObjectives(wanted), (c, f, r) -> distances(c, objectives, 0));
    }

    private static ProblemCase twoObjectives(String name, SearchSpace space) {
        return new ProblemCase(name, Problem.of(space, Objective.minimize("f0"), Objective.maximize("f1")),
                (c, f, r) -> List.of(distance(space, c, 0.2), -distance(space, c, 0.8)));
    }

    private static ProblemCase constrainedMultiObjective() {
        return new ProblemCase("2 objectives constrained",
                floats().withObjectives(List.of(Objective.minimize("f0"), Objective.maximize("f1"))).withConstraints(List.of(Constraint.of("g"))),
                (c, f, r) -> List.of(distance(FLOATS, c, 0.2), -distance(FLOATS, c, 0.8), c.real("x0")));
    }

    private static ProblemCase multiFidelity(String name, FidelityParameter knob, int objectives) {
        List<Objective> wanted = IntStream.range(0, objectives).mapToObj(i -> Objective.minimize("f" + i)).toList();
        return new ProblemCase(name, floats().withObjectives(wanted).withFidelities(FidelitySpace.of(knob)), (c, f, r) -> {
            double missing = 1 - f.level(knob.name()) / knob.upper();
            return IntStream.range(0, objectives).mapToObj(i -> distance(FLOATS, c, 0.2 + 0.5 * i) + 0.3 * missing).toList();
        });
    }

    private static ProblemCase noisy() {
        return new ProblemCase("noisy", floats().withNoise(true), (c, f, r) -> List.of(distance(FLOATS, c, 0.3) + 0.1 * r.nextGaussian()));
    }

    private static ProblemCase contextual() {
        SearchSpace contexts = SearchSpace.of(FloatParameter.linear("load", 0, 1));
        return new ProblemCase("contextual", floats().withContext(contexts), (c, f, r) -> List.of(distance(FLOATS, c, 0.3)));
    }

    private static ProblemCase multiTask() {
        SearchSpace space = SearchSpace.of(CategoricalParameter.of("task", "t0", "t1"), FloatParameter.linear("y0", 0, 1),
                FloatParameter.linear("y1", 0, 1));
        Problem problem = Problem.of(space, Objective.minimize("t0"), Objective.minimize("t1"))
                .withMultiTask(new MultiTask("task", List.of("t0", "t1"), List.of(2, 1)));
        return new ProblemCase("multi-task", problem, (c, f, r) -> {
            double value = distance(space, c, 0.4);
            return c.choice("task").equals("t0") ? List.of(value, Double.NaN) : List.of(Double.NaN, value);
        });
    }

    private static List<Double> distances(Configuration c, int objectives, double offset) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < objectives; i++) {
            double value = distance(FLOATS, c, offset + (i + 0.5) / objectives);
            values.add(i == 1 ? -value : value);
        }
        return values;
    }

    /** Squared distance from a point of the unit cube over the active coordinates. */
    private static double distance(SearchSpace space, Configuration configuration, double centre) {
        double sum = 0;
        for (double coordinate : space.unitCube().encode(configuration)) {
            if (!Double.isNaN(coordinate)) {
                sum += (coordinate - centre) * (coordinate - centre);
            }
        }
        return sum;
    }
}
