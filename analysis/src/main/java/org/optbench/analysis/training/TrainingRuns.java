package org.optbench.analysis.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.optbench.model.Direction;
import org.optbench.model.FidelityParameter;
import org.optbench.results.MeasurementRecord;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;

/** Reads the trainings of a campaign. */
public final class TrainingRuns {

    private static final List<String> PROVIDERS = List.of("train/", "script/");

    private TrainingRuns() {
    }

    /** Whether a task trains something and reports learning curves. */
    public static boolean isTraining(TaskSnapshot task) {
        return task.objectives().size() == 1 && !task.fidelities().parameters().isEmpty() && PROVIDERS.stream().anyMatch(task.id().text()::startsWith);
    }

    /** The finished runs of a campaign on training workloads, in the order of the reader; empty when it has none. */
    public static List<TrainingRun> read(ResultReader reader, String campaign) {
        List<RunView> views = new ArrayList<>();
        reader.runs(RunQuery.ofCampaign(campaign).withStatuses(RunStatus.DONE), view -> {
            if (isTraining(view.run().task())) {
                views.add(view);
            }
        });
        return views.stream().map(view -> run(view, reader.trials(view.run().key()), reader.measurements(view.run().key()))).toList();
    }

    /** Puts the reports of a run together. */
    static TrainingRun run(RunView view, List<TrialRecord> trials, List<MeasurementRecord> reports) {
        TaskSnapshot task = view.run().task();
        Direction direction = task.objectives().getFirst().direction();
        FidelityParameter epochs = task.fidelities().parameters().getFirst();
        String fidelity = epochs.name();
        OptionalDouble target = task.objectives().getFirst().targets().stream().mapToDouble(t -> t).findFirst();
        Map<Integer, TrialRecord> byIndex = new HashMap<>();
        trials.forEach(trial -> byIndex.put(trial.index(), trial));
        Map<Integer, Chain> chains = new TreeMap<>();
        // Seconds of the current part of every trial, so that the sum tells what was spent at any moment.
        Map<Integer, Double> current = new HashMap<>();
        double spent = 0;
        OptionalDouble until = OptionalDouble.empty();
        for (MeasurementRecord report : reports) {
            TrialRecord trial = byIndex.get(report.trial());
            if (trial == null) {
                continue;
            }
            double part = report.point().seconds().orElse(report.nanos() / 1e9);
            spent += part - current.getOrDefault(report.trial(), 0.0);
            current.put(report.trial(), part);
            int first = first(trial, byIndex);
            chains.computeIfAbsent(first, _ -> new Chain(fidelity)).add(report, part);
            double value = report.point().objectives().getFirst();
            if (until.isEmpty() && target.isPresent() && (direction == Direction.MAXIMIZE ? value >= target.getAsDouble() : value <= target.getAsDouble())) {
                until = OptionalDouble.of(spent);
            }
        }
        Map<Integer, TrialStatus> last = new HashMap<>();
        trials.forEach(trial -> last.put(first(trial, byIndex), trial.status()));
        List<LearningCurve> curves = new ArrayList<>();
        trials.forEach(trial -> {
            Chain chain = chains.get(trial.index());
            if (chain != null) {
                curves.add(chain.curve(trial.index(), trial.configuration(), last.getOrDefault(trial.index(), trial.status()), direction, epochs.upper()));
            }
        });
        int failures = (int) trials.stream().filter(trial -> trial.status() == TrialStatus.FAILED).count();
        return new TrainingRun(view.run().optimizer().variant(), task, view.run().seed(), curves, failures, until, spent);
    }

    /** The trial a chain of continuations began with. */
    private static int first(TrialRecord trial, Map<Integer, TrialRecord> byIndex) {
        TrialRecord at = trial;
        while (at.resumes().isPresent() && byIndex.containsKey(at.resumes().getAsInt())) {
            at = byIndex.get(at.resumes().getAsInt());
        }
        return at.index();
    }

    /** The reports of a trial and those that go on from it. */
    private static final class Chain {

        private final String fidelity;
        private final List<double[]> points = new ArrayList<>();
        private Map<String, Double> extra = Map.of();
        private int trial = -1;
        private double before;

        Chain(String fidelity) {
            this.fidelity = fidelity;
        }

        void add(MeasurementRecord report, double part) {
            if (report.trial() != trial) {
                trial = report.trial();
                before = points.isEmpty() ? 0 : points.getLast()[1];
            }
            points.add(new double[]{report.point().at().level(fidelity), before + part, report.point().objectives().getFirst()});
            extra = report.point().extra();
        }

        LearningCurve curve(int first, String configuration, TrialStatus status, Direction direction, double full) {
            return new LearningCurve(first, configuration, status, column(0), column(1), column(2), extra, direction, full);
        }

        private double[] column(int column) {
            return points.stream().mapToDouble(point -> point[column]).toArray();
        }
    }
}
