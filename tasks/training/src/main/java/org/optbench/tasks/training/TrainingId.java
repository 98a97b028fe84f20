package org.optbench.tasks.training;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.optbench.model.task.TaskId;

/**
 * What an id of the provider {@code train} says: {@code train/<workload>/<preset>[/<part>]...} where a part is {@code algorithm=<name>} ({@code any} for
 * the conditional choice among all), {@code variant=<name>}, {@code length=<factor>} for a training that may take a multiple of the preset's epochs.
 */
record TrainingId(Workload workload, String preset, String algorithm, Optional<String> variant, double length) {

    /** The word for the conditional choice among all algorithms. */
    static final String ANY = "any";
    /** The algorithm of ids that name none. */
    static final String DEFAULT_ALGORITHM = "adamw";
    static final String PROVIDER = "train";

    private static final String ALGORITHM = "algorithm=";
    private static final String VARIANT = "variant=";
    private static final String LENGTH = "length=";
    /** The budgets of the self-tuning rulesets of AlgoPerf v0.6 and v0.5, and half of the usual length. */
    private static final List<String> LENGTHS = List.of("0.5", "1.5", "3");

    /** Reads an id; empty when there is no such task. */
    static Optional<TrainingId> parse(TaskId id, TrainingCatalog catalog) {
        List<String> segments = id.segments();
        if (segments.size() < 3 || !segments.getFirst().equals(PROVIDER)) {
            return Optional.empty();
        }
        Optional<Workload> workload = catalog.workload(segments.get(1)).filter(found -> found.presets().containsKey(segments.get(2)));
        String algorithm = DEFAULT_ALGORITHM;
        Optional<String> variant = Optional.empty();
        double length = 1;
        for (String part : segments.subList(3, segments.size())) {
            if (part.startsWith(ALGORITHM)) {
                algorithm = part.substring(ALGORITHM.length());
            } else if (part.startsWith(VARIANT)) {
                variant = Optional.of(part.substring(VARIANT.length()));
            } else if (part.startsWith(LENGTH) && LENGTHS.contains(part.substring(LENGTH.length()))) {
                length = Double.parseDouble(part.substring(LENGTH.length()));
            } else {
                return Optional.empty();
            }
        }
        if (workload.isEmpty() || !(algorithm.equals(ANY) || catalog.algorithms().contains(algorithm))
                || variant.isPresent() && !workload.get().variants().contains(variant.get())) {
            return Optional.empty();
        }
        TrainingId parsed = new TrainingId(workload.get(), segments.get(2), algorithm, variant, length);
        return parsed.taskId().text().equals(id.base()) ? Optional.of(parsed) : Optional.empty();
    }

    /** The one spelling of this id. */
    TaskId taskId() {
        return TaskId.of(PROVIDER + "/" + workload.name() + "/" + preset + (algorithm.equals(DEFAULT_ALGORITHM) ? "" : "/" + ALGORITHM + algorithm)
                + variant.map(name -> "/" + VARIANT + name).orElse("") + (length == 1 ? "" : "/" + LENGTH + lengthText()));
    }

    /** The factor as ids spell it. */
    String lengthText() {
        return length == Math.rint(length) ? Long.toString(Math.round(length)) : Double.toString(length);
    }

    /** Epochs of the full training. */
    int epochs() {
        int usual = Objects.requireNonNull(workload.presets().get(preset)).epochs();
        return (int) Math.max(1, Math.ceil(usual * length));
    }
}
