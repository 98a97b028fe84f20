package org.optbench.tasks.training;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.optbench.model.Direction;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.task.Availability;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskContext;
import org.optbench.model.task.TaskDescription;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskProvider;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.model.task.Trait;

/**
 * Tasks that users define by a command in a YAML file, {@code script/<name>}: any program that takes {@code --name value} and writes
 * {@code [tune-metric]: {json}} lines as for Syne Tune, or whose output regular expressions can read as for SageMaker and Katib.
 *
 * <p>The files are named by the setting {@code scripts} (files or folders, separated as on the PATH), by the environment variable OPTBENCH_SCRIPTS, or
 * are those in {@code scripts/} of the working directory that end in {@code .yaml} or {@code .yml}.
 */
public final class ScriptTaskProvider implements TaskProvider {

    private static final String PROVIDER = "script";
    private static final String DEFAULT_FOLDER = "scripts";

    @Override
    public String id() {
        return PROVIDER;
    }

    @Override
    public String summary() {
        return "training scripts of your own, defined by a command, a search space and metrics in a YAML file";
    }

    @Override
    public Stream<TaskDescription> catalog(TaskContext context) {
        return definitions(context).values().stream().map(definition -> describe(definition, context));
    }

    @Override
    public Task open(TaskId id, TaskContext context) {
        Map<String, ScriptDefinition> definitions = definitions(context);
        ScriptDefinition definition = definitions.get(id.base());
        if (definition == null) {
            throw new IllegalArgumentException("Task '" + id + "': the script files define only " + definitions.keySet()
                    + ". Maybe name the file by the setting 'scripts' or by OPTBENCH_SCRIPTS.");
        }
        TaskDescription description = describe(definition, context);
        if (description.availability() instanceof Availability.Missing missing) {
            throw new TaskUnavailableException(id, missing);
        }
        return new ScriptTask(definition, description, problem(definition), PythonInstallation.find(context).map(PythonInstallation::interpreter)
                .orElse("python3"));
    }

    private static Map<String, ScriptDefinition> definitions(TaskContext context) {
        TreeMap<String, ScriptDefinition> definitions = new TreeMap<>();
        for (Path file : files(context)) {
            for (ScriptDefinition definition : ScriptFile.read(file)) {
                if (definitions.put(PROVIDER + "/" + definition.name(), definition) != null) {
                    throw new IllegalArgumentException("Script '" + definition.name() + "' of file '" + file + "' is defined by another file too.");
                }
            }
        }
        return definitions;
    }

    private static List<Path> files(TaskContext context) {
        Optional<String> named = context.setting("scripts").or(() -> Optional.ofNullable(System.getenv("OPTBENCH_SCRIPTS")));
        List<Path> files = new ArrayList<>();
        for (String place : named.orElse(DEFAULT_FOLDER).split(File.pathSeparator)) {
            Path path = Path.of(place);
            if (Files.isDirectory(path)) {
                files.addAll(yamlFiles(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else if (named.isPresent()) {
                throw new IllegalArgumentException("Script file '" + place + "' named by the setting 'scripts' does not exist.");
            }
        }
        return files;
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.toString().endsWith(".yaml") || path.toString().endsWith(".yml")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of scripts '" + folder + "' cannot be read", e);
        }
    }

    private static TaskDescription describe(ScriptDefinition definition, TaskContext context) {
        TaskDescription description = TaskDescription.of(TaskId.of(PROVIDER + "/" + definition.name()), definition.version(), definition.summary(), PROVIDER,
                "ml", problem(definition)).withTraits(Trait.REAL, Trait.MEASURED);
        return description.withAvailability(availability(definition, context));
    }

    private static Availability availability(ScriptDefinition definition, TaskContext context) {
        if (!Files.isDirectory(definition.directory())) {
            return new Availability.Missing("The directory '" + definition.directory() + "' of script '" + definition.name() + "' does not exist.",
                    "mkdir -p '" + definition.directory() + "' and put the script there");
        }
        boolean needsPython = definition.command().getFirst().equals("{python}");
        return needsPython && PythonInstallation.find(context).isEmpty()
                ? new Availability.Missing("No Python interpreter was found.", "apt-get install python3")
                : Availability.available();
    }

    private static Problem problem(ScriptDefinition definition) {
        List<Objective> objectives = definition.metrics().stream()
                .map(metric -> metric.direction() == Direction.MAXIMIZE ? Objective.maximize(metric.name()) : Objective.minimize(metric.name())).toList();
        return Problem.of(definition.space(), objectives.toArray(Objective[]::new)).withNoise(true).withText(definition.summary())
                .withFidelities(definition.fidelity().map(FidelitySpace::of).orElse(FidelitySpace.none()));
    }
}
