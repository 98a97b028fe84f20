package org.optbench.tasks.synthetic.engineering;

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
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.NumericTask;

/** Constrained designs: {@code engineering/<design>}, such as {@code engineering/pressure-vessel}. The optimum is the best known value. */
public final class EngineeringTaskProvider extends GeneratedTaskProvider {

    private static final List<DesignFunction> ALL = Designs.all();

    /** For the service loader. */
    public EngineeringTaskProvider() {
        super("engineering", "Constrained engineering designs and functions with best known designs", "engineering/<welded-beam | keane-20 | ...>");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        return segments.size() != 1 ? Optional.empty()
                : ALL.stream().filter(design -> design.name().equals(segments.getFirst())).findFirst().map(EngineeringTaskProvider::generate);
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return ALL.stream().map(EngineeringTaskProvider::generate);
    }

    private static GeneratedTask generate(DesignFunction design) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if (design.constraints() > 0) {
            traits.add(Trait.CONSTRAINED);
        }
        int whole = (int) IntStream.range(0, design.dimension()).filter(i -> design.whole()[i]).count();
        if (whole > 0) {
            traits.add(Trait.INTEGER);
        }
        if (whole > 0 && whole < design.dimension()) {
            traits.add(Trait.MIXED);
        }
        TaskDescription description = new TaskDescription(TaskId.of("engineering/" + design.name()), "1", design.summary(), design.name(), "engineering",
                design.dimension(), 1, design.constraints(), 0, TaskClock.WALL, traits, new TreeMap<>(Map.of("design", design.name())),
                Availability.available());
        return new GeneratedTask(description, () -> open(description, design));
    }

    private static Task open(TaskDescription description, DesignFunction design) {
        SearchSpace space = SearchSpace.of(IntStream.range(0, design.dimension()).mapToObj(i -> parameter(design, i)).toList());
        Problem problem = Problem.of(space, Objective.minimize("f").withOptimum(design.value()))
                .withConstraints(IntStream.rangeClosed(1, design.constraints()).mapToObj(i -> Constraint.of("g" + i)).toList());
        return NumericTask.of(description, problem, design);
    }

    private static Parameter parameter(DesignFunction design, int i) {
        String name = "x" + (i + 1);
        double lower = design.lower()[i];
        double upper = design.upper()[i];
        return design.whole()[i] ? IntParameter.linear(name, (long) lower, (long) upper) : FloatParameter.linear(name, lower, upper);
    }
}
