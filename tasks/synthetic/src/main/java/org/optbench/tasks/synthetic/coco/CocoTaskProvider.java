package org.optbench.tasks.synthetic.coco;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.Trait;
import org.optbench.tasks.synthetic.task.GeneratedTask;
import org.optbench.tasks.synthetic.task.GeneratedTaskProvider;
import org.optbench.tasks.synthetic.task.Segments;

/** A suite of COCO: ids {@code suite/f<function>/d<dimension>/i<instance>}. */
abstract class CocoTaskProvider extends GeneratedTaskProvider {

    private final int firstFunction;
    private final int lastFunction;
    private final int largestInstance;
    private final int[] listedDimensions;
    private final int listedInstances;

    /** What a listing says of one function in one dimension. */
    record Facts(String name, String group, int objectives, int constraints, Set<Trait> traits) {}

    CocoTaskProvider(String id, String summary, int functions, String dimensions, int largestInstance, int[] listedDimensions, int listedInstances) {
        this(id, summary, 1, functions, dimensions, largestInstance, listedDimensions, listedInstances);
    }

    CocoTaskProvider(String id, String summary, int firstFunction, int lastFunction, String dimensions, int largestInstance, int[] listedDimensions,
            int listedInstances) {
        super(id, summary, id + "/f<" + firstFunction + ".." + lastFunction + ">/d<" + dimensions + ">/i<1.."
                + (largestInstance < 1000 ? largestInstance : "") + ">");
        this.firstFunction = firstFunction;
        this.lastFunction = lastFunction;
        this.largestInstance = largestInstance;
        this.listedDimensions = listedDimensions;
        this.listedInstances = listedInstances;
    }

    /** Whether the suite has functions of this dimension. */
    abstract boolean hasDimension(int dimension);

    /** What is known without building the function. */
    abstract Facts facts(int function, int dimension);

    /** Builds the task. */
    abstract Task open(TaskDescription description, int function, int dimension, int instance);

    @Override
    protected final Optional<GeneratedTask> find(List<String> segments) {
        if (segments.size() != 3) {
            return Optional.empty();
        }
        int function = Segments.numberIn(segments.get(0), "f", firstFunction, lastFunction);
        int dimension = Segments.numberIn(segments.get(1), "d", 1, 1_000_000);
        int instance = Segments.numberIn(segments.get(2), "i", 1, largestInstance);
        boolean exists = function > 0 && dimension > 0 && instance > 0 && hasDimension(dimension);
        return exists ? Optional.of(generate(function, dimension, instance)) : Optional.empty();
    }

    @Override
    protected final Stream<GeneratedTask> generated() {
        return IntStream.rangeClosed(firstFunction, lastFunction).boxed().flatMap(function -> IntStream.of(listedDimensions).boxed().flatMap(
                dimension -> IntStream.rangeClosed(1, listedInstances).mapToObj(instance -> generate(function, dimension, instance))));
    }

    private GeneratedTask generate(int function, int dimension, int instance) {
        Facts facts = facts(function, dimension);
        TreeMap<String, String> attributes = new TreeMap<>(Map.of("suite", id(), "function", Integer.toString(function), "instance",
                Integer.toString(instance), "group", facts.group()));
        TaskDescription description = new TaskDescription(TaskId.of(id() + "/f" + function + "/d" + dimension + "/i" + instance), "1",
                facts.name() + ", " + dimension + "-D, instance " + instance, "f" + function, "synthetic", dimension, facts.objectives(),
                facts.constraints(), 0, TaskClock.WALL, facts.traits(), attributes, Availability.available());
        return new GeneratedTask(description, () -> open(description, function, dimension, instance));
    }
}
