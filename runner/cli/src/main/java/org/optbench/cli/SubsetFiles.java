package org.optbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.optbench.analysis.report.SubsetReport;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskList;
import org.optbench.runner.plan.TaskLists;
import org.optbench.subsets.RedundancyMap;
import org.optbench.subsets.Selection;
import org.optbench.subsets.SubsetCurve;
import org.optbench.subsets.SubsetValidation;

/**
 * Writes what a selection gave: a list for each split, the curve as CSV, and the page with its figures.
 *
 * @param name  of the campaign or matrix, the beginning of the files' names
 * @param lead  a sentence on the space
 */
record SubsetFiles(Path folder, String name, PerformanceSpace space, String lead, long seed) {

    private static final int RANDOM_SUBSETS = 1000;
    private static final double SAME = 0.01;

    /** Writes everything; the findings on each chosen subset, for the screen. */
    List<SubsetReport.Subset> write(SubsetCurve curve) throws IOException {
        Files.createDirectories(folder);
        writeCurve(curve);
        SubsetCurve.At best = curve.smallestTotal();
        List<SubsetReport.Subset> subsets = new ArrayList<>();
        for (int i = 0; i < curve.splits().size(); i++) {
            subsets.add(subset(curve.splits().get(i), best.selections().get(i)));
        }
        RedundancyMap map = RedundancyMap.of(space.points(), SAME);
        List<SubsetReport.Group> groups = map.groups().stream()
                .map(group -> new SubsetReport.Group(group.representative(), group.members().stream().mapToInt(m -> m).toArray())).toList();
        new SubsetReport("Subsets of " + name, lead, space.axes(), space.tasks(), space.points(), subsets,
                curve.points().stream().mapToInt(SubsetCurve.At::size).toArray(), best.size(), curves(curve), SAME, groups).write(folder, name + "-subsets");
        return subsets;
    }

    private static List<SubsetReport.Curve> curves(SubsetCurve curve) {
        List<SubsetReport.Curve> curves = new ArrayList<>();
        for (int i = 0; i < curve.splits().size(); i++) {
            int split = i;
            curves.add(new SubsetReport.Curve(curve.splits().get(i), curve.points().stream().mapToDouble(at -> at.selections().get(split).value()).toArray(),
                    curve.points().stream().mapToDouble(at -> at.selections().get(split).lowerBound()).toArray()));
        }
        return curves;
    }

    private void writeCurve(SubsetCurve curve) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("size,split,discrepancy,lower_bound");
        for (SubsetCurve.At at : curve.points()) {
            for (int i = 0; i < curve.splits().size(); i++) {
                Selection selection = at.selections().get(i);
                lines.add(at.size() + "," + curve.splits().get(i) + "," + selection.value() + "," + selection.lowerBound());
            }
        }
        Files.write(folder.resolve(name + "-curve.csv"), lines);
    }

    /** Writes the list of a split. */
    private SubsetReport.Subset subset(String split, Selection selection) throws IOException {
        String summary = String.format(Locale.ROOT, "%d of %d tasks of %s, star discrepancy %.6f, proved to be at least %.6f", selection.size(),
                space.tasks().size(), name, selection.value(), selection.lowerBound());
        Path file = writeList(split, summary, selection.indices());
        List<String> findings = new ArrayList<>(List.of(file + ": " + summary));
        if (space.optimizers().size() > 1) {
            SubsetValidation validation = SubsetValidation.of(space.points(), space.costs(), selection.indices(), RANDOM_SUBSETS, seed);
            SubsetValidation.Agreement own = validation.subset();
            SubsetValidation.Agreement medoids = validation.medoids();
            double[] random = Arrays.stream(validation.random()).mapToDouble(SubsetValidation.Agreement::discrepancy).sorted().toArray();
            findings.add(String.format(Locale.ROOT,
                    "Ranks of the %d optimizers on it against all tasks: Kendall %.3f, Spearman %.3f, largest error of a mean rank %.3f, which is no larger than that of %.0f %% of %d random subsets",
                    space.optimizers().size(), own.kendall(), own.spearman(), own.rankError(), 100 * validation.betterThanRandom(), RANDOM_SUBSETS));
            findings.add(String.format(Locale.ROOT,
                    "For comparison: %d medoids have star discrepancy %.6f, Kendall %.3f, largest error %.3f; random subsets have star discrepancy %.6f in the median, %.6f at best",
                    selection.size(), medoids.discrepancy(), medoids.kendall(), medoids.rankError(), random[random.length / 2], random[0]));
        }
        return new SubsetReport.Subset(split, selection.indices(), findings);
    }

    /** Writes {@code NAME-SPLIT.tasks}, which campaigns cite. */
    Path writeList(String split, String summary, int[] members) throws IOException {
        Files.createDirectories(folder);
        List<TaskId> ids = Arrays.stream(members).mapToObj(i -> TaskId.of(space.tasks().get(i))).toList();
        Path file = folder.resolve(name + "-" + split + ".tasks");
        TaskLists.write(new TaskList(name + "-" + split, summary, ids), file);
        return file;
    }
}
