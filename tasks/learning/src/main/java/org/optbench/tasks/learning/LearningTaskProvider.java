package org.optbench.tasks.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Finding;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.model.task.Trait;

/** The collection {@code learn}: learner x data set, with and without fidelity and second objective. */
public final class LearningTaskProvider implements TaskProvider {

    private static final String VERSION = "1";

    private final Map<String, LearningId> ids = new LinkedHashMap<>();

    public LearningTaskProvider() {
        LearningId.all().forEach(id -> ids.put(id.id().text(), id));
    }

    @Override
    public String id() {
        return "learn";
    }

    @Override
    public String summary() {
        return "hyperparameter optimization of real learners on real data, cross-validated in the JVM";
    }

    @Override
    public List<Finding> examine(TaskContext context) {
        return List.of(switch (Blas.availability()) {
            case Availability.Available() -> new Finding("OpenBLAS", true, System.mapLibraryName("openblas"), "");
            case Availability.Missing(String reason, String remedy) -> new Finding("OpenBLAS", false, reason, remedy);
        });
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return ids.values().stream().map(LearningTaskProvider::describe);
    }

    @Override
    public Optional<TaskDescription> describe(TaskId id, TaskContext context) {
        return Optional.ofNullable(ids.get(id.base())).map(LearningTaskProvider::describe);
    }

    private static TaskDescription describe(LearningId id) {
        TaskDescription description = TaskDescription
                .of(id.id(), VERSION, id.summary(), id.isSelection() ? "selection" : id.learners().getFirst().id(), "ml", id.problem())
                .withTraits(Trait.REAL).withAttributes(Map.of("dataset", id.data().name(), "examples", Integer.toString(id.data().size()), "metric",
                        id.data().isRegression() ? "rmse" : "error"))
                .withAvailability(id.needsBlas() ? Blas.availability() : Availability.available());
        return id.second().equals(Optional.of("time")) ? description.withTraits(Trait.MEASURED) : description;
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        LearningId known = ids.get(id.base());
        if (known == null) {
            throw new IllegalArgumentException("Task '" + id + "': there is no such learner or data set. Maybe list them: optbench list tasks 'learn/**'");
        }
        TaskDescription description = describe(known);
        if (description.availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(id, missing);
        }
        return new LearningTask(description, known.problem(), known, DataSets.load(known.data()));
    }
}
