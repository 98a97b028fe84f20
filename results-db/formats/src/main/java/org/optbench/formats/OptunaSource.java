package org.optbench.formats;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.optbench.model.FailureKind;
import org.optbench.model.Fidelity;
import org.optbench.model.FidelityParameter;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Measurement;
import org.optbench.model.Objective;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialClock;

/**
 * The storage of Optuna (since version 3) in an SQLite file, opened for reading only. Every study becomes a run; its user attributes {@code task},
 * {@code optimizer} and {@code seed} say of what, otherwise it is the run of {@code optuna} with seed 1 on a task of the study's name. Steps of
 * intermediate values become a fidelity: a pruned trial stopped at its last step, a complete one went to the end. Trials that are still running or
 * waiting are left out.
 */
final class OptunaSource implements RunSource {

    private static final String STEP = "step";

    @Override
    public void read(Path source, Consumer<ForeignRun> receiver) {
        for (Path file : SourceFiles.find(source, name -> name.endsWith(".db") || name.endsWith(".sqlite") || name.endsWith(".sqlite3"))) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath().toString().replace("%", "%25")
                    .replace("?", "%3f").replace("#", "%23") + "?mode=ro")) {
                OptunaTables tables = new OptunaTables(file, connection);
                for (OptunaTables.Study study : tables.studies()) {
                    run(file, study, tables.trials(study)).ifPresent(receiver);
                }
            } catch (SQLException e) {
                throw BadFile.of(file, "it is no readable SQLite file of Optuna (" + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + ").",
                        "another file is meant.", e);
            }
        }
    }

    private static Optional<ForeignRun> run(Path file, OptunaTables.Study study, List<OptunaTables.Trial> all) {
        List<OptunaTables.Trial> trials = all.stream().filter(trial -> !trial.state().equals("RUNNING") && !trial.state().equals("WAITING"))
                .sorted((a, b) -> a.complete() == b.complete() ? Integer.compare(a.number(), b.number()) : Long.compare(a.complete(), b.complete())).toList();
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        int steps = trials.stream().flatMap(trial -> trial.curve().keySet().stream()).mapToInt(step -> step + 1).max().orElse(0);
        boolean isPruned = trials.stream().anyMatch(trial -> trial.state().equals("PRUNED"));
        FidelitySpace fidelities = steps > 0 && isPruned ? FidelitySpace.of(FidelityParameter.steps(STEP, 1, steps)) : FidelitySpace.none();
        long begin = trials.stream().mapToLong(OptunaTables.Trial::start).min().orElse(0);
        RunLog log = new RunLog();
        List<Long> free = new ArrayList<>();
        for (OptunaTables.Trial trial : trials) {
            int worker = worker(free, trial);
            add(file, log, study, trial, fidelities, begin, worker);
        }
        TreeMap<String, String> origin = new TreeMap<>(Map.of("source", SourceFiles.name(file), "study", study.name()));
        origin.put("optuna_version", study.version());
        Optional<TaskId> same = Optional.ofNullable(study.attributes().get("task")).filter(text -> text.contains("/")).map(TaskId::of);
        return Optional.of(new ForeignRun(study.attributes().getOrDefault("optimizer", "optuna"), "optuna " + study.version(),
                task(study, trials, fidelities), same, false, seed(file, study), free.size(), log.spent(), "recorded", log.events(), origin));
    }

    /** The first worker that is free when the trial begins; the list holds when each becomes free. */
    private static int worker(List<Long> free, OptunaTables.Trial trial) {
        for (int worker = 0; worker < free.size(); worker++) {
            if (free.get(worker) <= trial.start()) {
                free.set(worker, trial.complete());
                return worker;
            }
        }
        free.add(trial.complete());
        return free.size() - 1;
    }

    private static void add(Path file, RunLog log, OptunaTables.Study study, OptunaTables.Trial trial, FidelitySpace fidelities, long begin, int worker) {
        Fidelity full = fidelities.full();
        RunLog.Ending ending = ending(file, study, trial);
        Fidelity reached = full;
        List<Measurement> curve = new ArrayList<>();
        if (!fidelities.isEmpty()) {
            trial.curve().forEach((step, value) -> curve.add(new Measurement(Fidelity.of(STEP, step + 1.0), List.of(value), List.of(), OptionalDouble.empty(),
                    new TreeMap<>())));
            if (trial.state().equals("PRUNED")) {
                reached = trial.curve().isEmpty() ? Fidelity.of(STEP, 1) : Fidelity.of(STEP, trial.curve().lastKey() + 1.0);
            }
        }
        TrialClock clock = new TrialClock((trial.start() - begin) / 1e6, (Math.max(trial.start(), trial.complete()) - begin) / 1e6,
                fidelities.isEmpty() ? 1 : fidelities.fullEvaluations(reached), worker, 0);
        log.add(trial.configuration(), full, reached, ending, clock, curve);
    }

    private static RunLog.Ending ending(Path file, OptunaTables.Study study, OptunaTables.Trial trial) {
        boolean isComplete = trial.state().equals("COMPLETE");
        if (isComplete && trial.values().length != study.directions().size()) {
            throw BadFile.of(file, "trial " + trial.number() + " of study '" + study.name() + "' has " + trial.values().length + " values, the study "
                    + study.directions().size() + " objectives.", "the file was copied while Optuna wrote it.");
        }
        if (isComplete) {
            return RunLog.Ending.ofValues(trial.values());
        }
        if (trial.state().equals("PRUNED")) {
            double value = trial.curve().isEmpty() ? Double.NaN : trial.curve().lastEntry().getValue();
            return Double.isFinite(value) ? RunLog.Ending.stopped(value)
                    : RunLog.Ending.failed(FailureKind.NOT_A_NUMBER, "The trial was pruned before it had a value.");
        }
        return RunLog.Ending.failed(FailureKind.CRASH, "Optuna recorded the state " + trial.state() + ".");
    }

    private static TaskSnapshot task(OptunaTables.Study study, List<OptunaTables.Trial> trials, FidelitySpace fidelities) {
        List<Objective> objectives = new ArrayList<>();
        for (int i = 0; i < study.directions().size(); i++) {
            String name = study.directions().size() == 1 ? "value" : "value" + i;
            objectives.add(study.directions().get(i).equals("MAXIMIZE") ? Objective.maximize(name) : Objective.minimize(name));
        }
        int dimension = (int) Math.max(1, trials.stream().flatMap(trial -> trial.configuration().active().keySet().stream()).distinct().count());
        String name = study.attributes().getOrDefault("task", study.name());
        return ForeignTasks.snapshot(ForeignTasks.id("optuna", name.replace('/', '-')), "optuna", dimension, TaskClock.WALL, objectives, fidelities,
                Map.of("study", name));
    }

    private static long seed(Path file, OptunaTables.Study study) {
        String seed = study.attributes().getOrDefault("seed", "1");
        if (!seed.matches("\\d{1,18}")) {
            throw BadFile.of(file, "study '" + study.name() + "' has the user attribute seed = '" + seed + "', but a whole number is needed.",
                    "set another one in Optuna.");
        }
        return Long.parseLong(seed);
    }
}
