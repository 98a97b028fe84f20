package org.optbench.analysis.algoperf;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.optbench.analysis.stats.Quantiles;

/**
 * Time to target of every submission on every workload.
 *
 * @param submissions names, rows
 * @param workloads   names, columns
 * @param seconds     shape {@code [submissions][workloads]}; infinity where the target was not reached or the workload not run
 */
public record TimeTable(List<String> submissions, List<String> workloads, double[][] seconds) {

    public TimeTable {
        submissions = List.copyOf(submissions);
        workloads = List.copyOf(workloads);
        seconds = Arrays.stream(seconds).map(double[]::clone).toArray(double[][]::new);
        int columns = workloads.size();
        if (seconds.length != submissions.size() || Arrays.stream(seconds).anyMatch(row -> row.length != columns)) {
            throw new IllegalArgumentException("the times must have " + submissions.size() + " rows of " + columns + " values");
        }
        if (Arrays.stream(seconds).flatMapToDouble(Arrays::stream).anyMatch(t -> !(t > 0))) {
            throw new IllegalArgumentException("a time to target is not positive.\nMaybe NaN was given for a run without a hit: use infinity.");
        }
    }

    /** The table of all trials: best trial of every study, median over the studies of a submission that were run. */
    public static TimeTable of(Collection<TrialTime> trials) {
        Map<String, Map<String, List<TrialTime>>> cells = trials.stream().collect(Collectors.groupingBy(TrialTime::submission, TreeMap::new,
                Collectors.groupingBy(TrialTime::workload, TreeMap::new, Collectors.toList())));
        List<String> workloads = List.copyOf(trials.stream().map(TrialTime::workload).collect(Collectors.toCollection(TreeSet::new)));
        double[][] seconds = cells.values().stream()
                .map(row -> workloads.stream().mapToDouble(workload -> workloadTime(row.getOrDefault(workload, List.of()))).toArray())
                .toArray(double[][]::new);
        return new TimeTable(List.copyOf(cells.keySet()), workloads, seconds);
    }

    /**
     * Time of a study: that of the trial that reached the target at the smallest evaluation index, ties by time; infinity when none did. The
     * smallest time alone does not reproduce the published scores.
     */
    static double studyTime(Collection<TrialTime> trials) {
        return trials.stream().filter(TrialTime::isReached)
                .min(Comparator.comparingInt(TrialTime::evaluationIndex).thenComparingDouble(TrialTime::seconds)).map(TrialTime::seconds)
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Median over the studies, infinity taking part; infinity without a study. */
    static double workloadTime(Collection<TrialTime> trials) {
        if (trials.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        return Quantiles.median(trials.stream().collect(Collectors.groupingBy(TrialTime::study)).values().stream()
                .mapToDouble(TimeTable::studyTime).toArray());
    }

    /** Column of a workload, or -1. */
    int column(String workload) {
        return workloads.indexOf(workload);
    }
}
