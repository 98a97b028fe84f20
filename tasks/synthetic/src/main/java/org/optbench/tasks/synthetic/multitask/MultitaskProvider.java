package org.optbench.tasks.synthetic.multitask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.MultiTask;
import org.optbench.model.Objective;
import org.optbench.model.Outcome;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.FloatParameter;
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
import org.optbench.tasks.synthetic.task.Segments;

/** Multi-task groups: {@code multitask/<group>/d<dimension>}, such as {@code multitask/ci-griewank-rastrigin/d10}. */
public final class MultitaskProvider extends GeneratedTaskProvider {

    private static final String SELECTOR = "member";
    private static final int[] DIMENSIONS = {5, 10, 30};
    private static final int LARGEST_DIMENSION = 200;
    private static final Map<String, Groups.Group> GROUPS = Groups.all();

    /** For the service loader. */
    public MultitaskProvider() {
        super("multitask", "Groups of related functions solved in one run, with shared, partly shared and separate optima",
                "multitask/<" + String.join(" | ", GROUPS.keySet()) + ">/d<3.." + LARGEST_DIMENSION + ">");
    }

    @Override
    protected Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 2) {
            return Optional.empty();
        }
        int dimension = Segments.numberIn(segments.get(1), "d", 3, LARGEST_DIMENSION);
        return dimension < 0 ? Optional.empty() : Optional.ofNullable(GROUPS.get(segments.getFirst())).map(group -> generate(group, dimension));
    }

    @Override
    protected Stream<GeneratedTask> generated() {
        return GROUPS.values().stream().flatMap(group -> IntStream.of(DIMENSIONS).mapToObj(dimension -> generate(group, dimension)));
    }

    private static GeneratedTask generate(Groups.Group group, int dimension) {
        TaskDescription description = new TaskDescription(TaskId.of("multitask/" + group.name() + "/d" + dimension), "1", group.summary(), group.name(),
                "synthetic", dimension + 1, group.members(), 0, 0, TaskClock.WALL, EnumSet.of(Trait.MULTI_TASK, Trait.CATEGORICAL, Trait.MIXED),
                new TreeMap<>(Map.of("group", group.name(), "members", Integer.toString(group.members()))), Availability.available());
        return new GeneratedTask(description, () -> open(description, group.maker().make(dimension), dimension));
    }

    private static Task open(TaskDescription description, List<Member> members, int dimension) {
        List<String> names = members.stream().map(Member::name).toList();
        Stream<Parameter> variables = IntStream.rangeClosed(1, dimension).mapToObj(i -> FloatParameter.linear("x" + i, 0.0, 1.0));
        SearchSpace space = SearchSpace.of(Stream.concat(Stream.of(CategoricalParameter.of(SELECTOR, names)), variables).toList());
        Problem problem = Problem
                .of(space, members.stream().map(member -> Objective.minimize(member.name()).withOptimum(member.optimum())).toArray(Objective[]::new))
                .withMultiTask(new MultiTask(SELECTOR, names, members.stream().map(Member::dimension).toList()));
        return new NumericTask(description, problem, (x, _) -> {
            int chosen = (int) x[0];
            Member member = members.get(chosen);
            List<Double> values = new ArrayList<>(Collections.nCopies(members.size(), Double.NaN));
            values.set(chosen, member.function().value(Arrays.copyOfRange(x, 1, 1 + member.dimension())));
            return Outcome.of(values);
        });
    }
}
