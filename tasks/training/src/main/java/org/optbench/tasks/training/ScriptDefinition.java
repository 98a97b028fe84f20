package org.optbench.tasks.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.model.space.SearchSpace;

/**
 * A task that a user defines by a command.
 *
 * @param name          last segment of its id
 * @param summary       one line
 * @param command       program and arguments; {@code {python}} is the interpreter, {@code {name}} the value of a parameter or fidelity, {@code {seed}},
 *                      {@code {checkpoint}} and {@code {config}} what they say. A value that is named nowhere is appended as {@code --name value}
 * @param directory     the script runs in
 * @param environment   added to that of the platform
 * @param space         searched
 * @param metrics       objectives in order
 * @param fidelity      the number of epochs or steps, where the script has one
 * @param resource      the field or regular expression that tells the level of a report; without it reports are counted
 * @param appendsFlags  whether values are appended as flags
 * @param checkpointArgument name of the flag for the checkpoint folder; empty for a script that keeps none
 * @param configArgument     name of the flag for a JSON file with all values; empty for none
 * @param seedArgument       name of the flag for the seed; empty for none
 * @param limits        when a trial is given up
 * @param version       changes whenever the values of the task change
 */
record ScriptDefinition(String name, String summary, List<String> command, Path directory, Map<String, String> environment, SearchSpace space,
        List<Metric> metrics, Optional<FidelityParameter> fidelity, Metric.Source resource, boolean appendsFlags, String checkpointArgument,
        String configArgument, String seedArgument, TrialLimits limits, String version) {

    ScriptDefinition {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        metrics = List.copyOf(metrics);
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException("Script name '" + name + "': letters, digits and _ . - are allowed.");
        }
        if (command.isEmpty() || metrics.isEmpty()) {
            throw new IllegalArgumentException("Script '" + name + "': a command and at least one metric are needed.");
        }
    }

    /**
     * A number that the script reports.
     *
     * @param name      of the objective
     * @param direction which values are better
     * @param source    where the number stands
     */
    record Metric(String name, Direction direction, Source source) {

        /**
         * Where a number stands.
         *
         * @param field of Syne Tune's report lines
         * @param regex whose first group is the number in any line; empty to read report lines only
         */
        record Source(String field, Optional<Pattern> regex) {
        }
    }
}
