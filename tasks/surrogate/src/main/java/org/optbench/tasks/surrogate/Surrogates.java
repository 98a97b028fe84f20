package org.optbench.tasks.surrogate;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.tasks.configspace.ConfigSpaceReader;

/** What the tasks of a scenario share: its surrogate, search space, encodings and recorded ranges. Each is loaded once, and kept. */
final class Surrogates {

    /**
     * The parts that are shipped with this module.
     *
     * @param space what is searched: without the instance and the fidelities
     * @param codes code of each category of each categorical input
     */
    record Parts(SearchSpace space, Map<String, Map<String, Integer>> codes, Ranges ranges) {
    }

    private final Map<Path, OnnxSurrogate> surrogates = new ConcurrentHashMap<>();
    private final Map<String, Parts> parts = new ConcurrentHashMap<>();

    /**
     * The surrogate in a file; a file that failed is tried again the next time.
     *
     * @throws IllegalArgumentException when the file is no ONNX model or not the surrogate of the scenario
     */
    OnnxSurrogate surrogate(Path file, Scenario scenario) {
        return surrogates.computeIfAbsent(file.toAbsolutePath().normalize(), path -> OnnxSurrogate.load(path, scenario));
    }

    Parts parts(Scenario scenario) {
        return parts.computeIfAbsent(scenario.name(), _ -> new Parts(space(scenario), InputEncoder.codes(scenario), Ranges.load(scenario)));
    }

    private static SearchSpace space(Scenario scenario) {
        SearchSpace whole = ConfigSpaceReader.parse(Scenarios.text(scenario.name() + "/config_space.json"));
        SearchSpace.Builder searched = SearchSpace.builder();
        for (Parameter parameter : whole.parameters()) {
            boolean isInstance = scenario.instance().filter(parameter.name()::equals).isPresent();
            boolean isFidelity = scenario.fidelities().stream().anyMatch(knob -> knob.name().equals(parameter.name()));
            if (isInstance || isFidelity) {
                continue;
            }
            Condition activation = whole.activations().get(parameter.name());
            if (activation == null) {
                searched.add(parameter);
            } else {
                searched.add(parameter, activation);
            }
        }
        whole.forbidden().forEach(searched::forbid);
        return searched.build();
    }
}
