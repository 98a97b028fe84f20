package org.optbench.tasks.synthetic.pareto;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.pareto.ParetoFamily.Size;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;
import org.optbench.tasks.synthetic.task.Segments;
import org.optbench.tasks.synthetic.task.Spaces;

/** Multi-objective problems: {@code mo/<problem>/m<objectives>/d<variables>}, such as {@code mo/dtlz2/m3/d12}. */
public final class ParetoTaskProvider extends GeneratedTaskProvider {

    private static final String ID = "mo";

    /** For the service loader. */
    public ParetoTaskProvider() {
        super(ID, "Multi-objective problems: ZDT, DTLZ, C-DTLZ, WFG, MW, DAS-CMOP and engineering designs, with known fronts",
                "mo/<zdt1..6 | dtlz1..7 | c1dtlz1 | wfg1..9 | mw1..14 | dascmop1..9-<1..16> | kursawe | ...>/m<objectives>/d<variables>");
    }

    /**
     * The problem behind a task, with its front; empty when there is no such problem.
     *
     * @param name such as {@code dtlz2}
     */
    public static Optional<ParetoProblem> problem(String name, int objectives, int dimension) {
        Size size = new Size(objectives, dimension);
        return ParetoFamily.named(name).filter(family -> family.legal().test(size)).map(family -> family.maker().make(size));
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 3) {
            return Optional.empty();
        }
        Size size = new Size(Segments.number(segments.get(1), "m").orElse(-1), Segments.number(segments.get(2), "d").orElse(-1));
        return ParetoFamily.named(segments.getFirst()).filter(family -> size.objectives() > 0 && size.dimension() > 0 && family.legal().test(size))
                .map(family -> generate(family, size));
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return ParetoFamily.families().flatMap(family -> family.sizes().stream().map(size -> generate(family, size)));
    }

    private static GeneratedTask generate(ParetoFamily family, Size size) {
        int constraints = family.constrained().of(size);
        boolean bits = hasBits(family);
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if (constraints > 0) {
            traits.add(Trait.CONSTRAINED);
        }
        if (bits) {
            traits.add(Trait.INTEGER);
        }
        String domain = family.group().equals("design") && !family.name().equals("kursawe") && constraints >= 4 ? "engineering" : "synthetic";
        TaskDescription description = new TaskDescription(
                TaskId.of(ID + "/" + family.name() + "/m" + size.objectives() + "/d" + size.dimension()), "1",
                family.name() + ", " + size.objectives() + " objectives, " + size.dimension() + " variables", family.group(), domain, size.dimension(),
                size.objectives(), constraints, 0, TaskClock.WALL, traits, new TreeMap<>(Map.of("suite", family.group(), "problem", family.name())),
                Availability.available());
        return new GeneratedTask(description, () -> open(description, family.maker().make(size), bits));
    }

    private static boolean hasBits(ParetoFamily family) {
        return family.name().equals("zdt5");
    }

    private static Task open(TaskDescription description, ParetoProblem function, boolean bits) {
        SearchSpace space = bits
                ? SearchSpace.of(IntStream.rangeClosed(1, function.dimension()).mapToObj(i -> IntParameter.linear("x" + i, 0, 1)).toList())
                : Spaces.box(function.lower(), function.upper());
        double[] reference = function.referencePoint();
        List<Objective> objectives = IntStream.range(0, reference.length)
                .mapToObj(i -> Objective.minimize("f" + (i + 1)).withReferencePoint(reference[i])).toList();
        Problem problem = Problem.of(space, objectives.toArray(Objective[]::new))
                .withConstraints(IntStream.rangeClosed(1, function.constraints()).mapToObj(i -> Constraint.of("g" + i)).toList());
        return NumericTask.of(description, problem, function);
    }
}
