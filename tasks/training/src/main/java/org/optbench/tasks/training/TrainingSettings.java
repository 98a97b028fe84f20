package org.optbench.tasks.training;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.optbench.model.task.TaskContext;

/**
 * The settings of the training tasks.
 *
 * @param device        {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:1}
 * @param slots         workers that share one card, setting {@code gpu_slots}
 * @param threads       of a worker on the CPU
 * @param memoryMib     upper bound on a worker's memory, 0 for none, setting {@code memory_mib}
 * @param clock         which seconds a trial states as its cost: {@code wall}, or {@code cpu} for machines that are shared
 * @param isPersistent  whether workers stay for the next trial, setting {@code worker=persistent|one-shot}
 * @param limits        settings {@code timeout_seconds} and {@code silence_seconds}
 */
record TrainingSettings(String device, int slots, int threads, int memoryMib, String clock, boolean isPersistent, TrialLimits limits) {

    private static final double TOTAL_SECONDS = 3600;
    private static final double SILENCE_SECONDS = 900;

    static TrainingSettings of(TaskContext context) {
        String worker = choice(context, "worker", List.of("persistent", "one-shot"));
        return new TrainingSettings(context.setting("device").orElse("auto"), whole(context, "gpu_slots", 1, 1), whole(context, "threads", 1, 1),
                whole(context, "memory_mib", 0, 0), choice(context, "clock", List.of("wall", "cpu")), worker.equals("persistent"),
                new TrialLimits(seconds(context, "timeout_seconds", TOTAL_SECONDS), seconds(context, "silence_seconds", SILENCE_SECONDS)));
    }

    /** The devices trials of a preset run on: cards where there are any and the settings allow, else the CPU. */
    List<String> devices(List<String> cards) {
        return switch (device) {
            case "auto" -> cards.isEmpty() ? List.of("cpu") : cards;
            case "cuda" -> cards.isEmpty() ? List.of("cuda") : cards;
            default -> List.of(device);
        };
    }

    private static String choice(TaskContext context, String name, List<String> allowed) {
        Optional<String> value = context.setting(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw new IllegalArgumentException("Setting '" + name + "' is '" + value.get() + "': it must be one of " + allowed + ".");
        }
        return value.orElse(allowed.getFirst());
    }

    private static int whole(TaskContext context, String name, int otherwise, int least) {
        String text = context.setting(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException("Setting '" + name + "' is '" + text + "': it must be a whole number of at least " + least + ".");
        }
        return Integer.parseInt(text);
    }

    private static Duration seconds(TaskContext context, String name, double otherwise) {
        String text = context.setting(name).orElse(Double.toString(otherwise));
        try {
            return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Setting '" + name + "' is '" + text + "': it must be a number of seconds.", e);
        }
    }
}
