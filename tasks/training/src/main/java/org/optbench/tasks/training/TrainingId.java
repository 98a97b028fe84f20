package org.optbench.tasks.training;

import java.util.List;
import java.util.Optional;
import org.optbench.model.task.TaskId;

/**
 * What an id of the provider {@code train} says: {@code train/<workload>/<preset>[/<part>]...} where a part is {@code algorithm=<name>} ({@code any} for
 * the conditional choice among all), {@code variant=<name>}.
 */
record TrainingId(Workload workload, String preset, String algorithm, Optional<String> variant) {

    /** The word for the conditional choice among all algorithms. */
    static final String ANY = "any";
    /** The algorithm of ids that name none. */
    static final String DEFAULT_ALGORITHM = "adamw";
    static final String PROVIDER = "train";

    private static final String ALGORITHM = "algorithm=";
    private static final String VARIANT = "variant=";

    /** Reads an id; empty when there is no such task. */
    static Optional<TrainingId> parse(TaskId id, TrainingCatalog catalog) {
        List<String> segments = id.segments();
        if (segments.size() < 3 || !segments.getFirst().equals(PROVIDER)) {
            return Optional.empty();
        }
        Optional<Workload> workload = catalog.workload(segments.get(1)).filter(found -> found.presets().containsKey(segments.get(2)));
        String algorithm = DEFAULT_ALGORITHM;
        Optional<String> variant = Optional.empty();
        for (String part : segments.subList(3, segments.size())) {
            if (part.startsWith(ALGORITHM)) {
                algorithm = part.substring(ALGORITHM.length());
            } else if (part.startsWith(VARIANT)) {
                variant = Optional.of(part.substring(VARIANT.length()));
            } else {
                return Optional.empty();
            }
        }
        if (workload.isEmpty() || !(algorithm.equals(ANY) || catalog.algorithms().contains(algorithm))
                || variant.isPresent() && !workload.get().variants().contains(variant.get())) {
            return Optional.empty();
        }
        TrainingId parsed = new TrainingId(workload.get(), segments.get(2), algorithm, variant);
        return parsed.taskId().text().equals(id.base()) ? Optional.of(parsed) : Optional.empty();
    }

    /** The one spelling of this id. */
    TaskId taskId() {
        return TaskId.of(PROVIDER + "/" + workload.name() + "/" + preset + (algorithm.equals(DEFAULT_ALGORITHM) ? "" : "/" + ALGORITHM + algorithm)
                + variant.map(name -> "/" + VARIANT + name).orElse(""));
    }
}
