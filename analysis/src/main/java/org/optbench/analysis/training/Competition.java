package org.optbench.analysis.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optbench.analysis.algoperf.AlgoPerfScores;
import org.optbench.analysis.algoperf.TimeTable;
import org.optbench.analysis.algoperf.TrialTime;
import org.optbench.analysis.stats.Quantiles;

/**
 * Submissions compared by their time to target as AlgoPerf does: a run is a study, its curves are the tuning trials. Trainings of the usual length are
 * external tuning, longer ones self-tuning.
 *
 * @param length length of the trainings as a multiple of the usual one
 * @param runs   of that length, on workloads with a target
 * @param table  times to target, {@code [submissions][workloads]}
 * @param scores profiles and scores, held-out variants gating their base workloads
 */
public record Competition(String length, List<TrainingRun> runs, TimeTable table, AlgoPerfScores scores) {

    public Competition {
        runs = List.copyOf(runs);
    }

    /** One competition a length, the usual one first; runs on workloads without a target take no part. */
    public static List<Competition> of(List<TrainingRun> runs) {
        Map<String, List<TrainingRun>> byLength = runs.stream().filter(run -> run.target().isPresent())
                .collect(Collectors.groupingBy(TrainingRun::length, () -> new TreeMap<>(Comparator.comparingDouble(Double::parseDouble)), Collectors.toList()));
        return byLength.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static Competition of(String length, List<TrainingRun> runs) {
        List<TrialTime> times = new ArrayList<>();
        Map<String, String> variants = new TreeMap<>();
        TreeSet<String> workloads = runs.stream().map(TrainingRun::workload).collect(Collectors.toCollection(TreeSet::new));
        for (TrainingRun run : runs) {
            List<TrialTime> ofRun = run.times();
            // A study of which every trial failed takes part without a hit.
            times.addAll(ofRun.isEmpty() ? List.of(TrialTime.unreached(run.optimizer(), run.workload(), Long.toString(run.seed()), "none")) : ofRun);
            String base = run.task().attributes().getOrDefault("held_out_of", "");
            if (workloads.contains(base)) {
                variants.put(run.workload(), base);
            }
        }
        TimeTable table = TimeTable.of(times);
        return new Competition(length, runs, table, AlgoPerfScores.of(table, variants));
    }

    /** Name of the ruleset. */
    public String ruleset() {
        return length.equals("1") ? "External tuning, the usual training" : "Self-tuning, " + length + " times the usual training";
    }

    /** Indices of the submissions from the best score to the worst, ties by name. */
    public List<Integer> order() {
        return IntStream.range(0, table.submissions().size()).boxed()
                .sorted(Comparator.comparingDouble((Integer s) -> -scores.scores()[s]).thenComparing(s -> table.submissions().get(s))).toList();
    }

    /** Number of workloads of which the target was reached by the median study. */
    public long solved(int submission) {
        return Arrays.stream(table.seconds()[submission]).filter(Double::isFinite).count();
    }

    /**
     * Geometric mean over the workloads of the time of one submission over that of another; a training that did not reach the target counts as the most
     * that any of its workload took and a second.
     */
    public double speedUp(int slow, int fast) {
        double[] budgets = table.workloads().stream().mapToDouble(workload -> runs.stream().filter(run -> run.workload().equals(workload))
                .flatMap(run -> run.curves().stream()).mapToDouble(curve -> curve.seconds().length == 0 ? 0 : curve.seconds()[curve.seconds().length - 1])
                .max().orElse(0)).toArray();
        return AlgoPerfScores.speedUp(table, slow, fast, IntStream.range(0, budgets.length).toArray(), budgets);
    }

    /** Most bytes of optimizer state of a submission on a workload; empty when not reported. */
    public OptionalDouble stateBytes(String submission, String workload) {
        return runs.stream().filter(run -> run.optimizer().equals(submission) && run.workload().equals(workload)).flatMap(run -> run.curves().stream())
                .filter(curve -> curve.extra().containsKey("state_bytes")).mapToDouble(curve -> curve.extra().get("state_bytes")).max();
    }

    /** Median over the studies of the best value of a submission on a workload; empty when no training reported one. */
    public OptionalDouble quality(String submission, String workload) {
        double[] values = runs.stream().filter(run -> run.optimizer().equals(submission) && run.workload().equals(workload))
                .flatMap(run -> run.best().stream()).mapToDouble(curve -> curve.best().orElseThrow()).toArray();
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantiles.median(values));
    }

    /**
     * The trial of a submission whose configuration serves all workloads best: the one that reaches the most targets, then the one with the smallest
     * geometric mean of the times (not reached counts twice the longest training). Only meaningful when trials of the same index have the same
     * configuration on all workloads, as quasi-random points that are the same everywhere have.
     */
    public OptionalInt calibrated(String submission) {
        Map<Integer, List<double[]>> byTrial = new TreeMap<>();
        for (TrainingRun run : runs) {
            if (run.optimizer().equals(submission)) {
                for (LearningCurve curve : run.curves()) {
                    OptionalInt at = curve.reaches(run.target().getAsDouble());
                    double longest = curve.seconds()[curve.seconds().length - 1];
                    byTrial.computeIfAbsent(curve.trial(), _ -> new ArrayList<>())
                            .add(at.isPresent() ? new double[]{1, curve.seconds()[at.getAsInt()]} : new double[]{0, 2 * longest});
                }
            }
        }
        return byTrial.entrySet().stream()
                .min(Comparator.comparingDouble((Map.Entry<Integer, List<double[]>> e) -> -e.getValue().stream().mapToDouble(v -> v[0]).sum())
                        .thenComparingDouble(e -> e.getValue().stream().mapToDouble(v -> Math.log(Math.max(v[1], 1e-9))).average().orElse(0)))
                .map(e -> OptionalInt.of(e.getKey())).orElse(OptionalInt.empty());
    }
}
