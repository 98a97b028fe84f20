package org.optbench.tasks.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.optbench.model.Direction;
import org.optbench.model.space.Parameter;

/**
 * A workload: fixed data, model, metric.
 *
 * @param name       such as {@code fashion-mlp}
 * @param title      one line
 * @param dataSet    {@code synthetic}, {@code fashion-mnist} or {@code text}
 * @param metric     name of the validation metric
 * @param direction  of the metric
 * @param parameters hyperparameters of its own, such as label smoothing
 * @param presets    epochs and default batch size by preset
 * @param variants   held-out variants
 */
record Workload(String name, String title, String dataSet, String metric, Direction direction, List<Parameter> parameters, Map<String, Preset> presets,
        List<String> variants) {

    Workload {
        parameters = List.copyOf(parameters);
        presets = Map.copyOf(presets);
        variants = List.copyOf(variants);
    }

    /**
     * A size of a workload.
     *
     * @param epochs           of the full training, each followed by an evaluation
     * @param batchSize        default number of examples a step
     * @param examplesPerEpoch examples between two evaluations
     */
    record Preset(int epochs, int batchSize, int examplesPerEpoch) {
    }

    /**
     * The value to reach.
     *
     * @param value     of the validation metric
     * @param algorithm the training algorithm it was tuned with
     * @param command   that computed it
     */
    record Target(double value, String algorithm, String command) {
    }

    /** Names by which a choice of preset and variant is known, such as {@code fashion-mlp/cpu/tanh}. */
    static String key(String name, String preset, Optional<String> variant) {
        return name + "/" + preset + variant.map(text -> "/" + text).orElse("");
    }
}
