package org.optbench.analysis.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.optbench.analysis.stats.Quantiles;
import org.optbench.analysis.training.Competition;
import org.optbench.analysis.training.LearningCurve;
import org.optbench.analysis.training.TrainingRun;
import org.optbench.analysis.training.TrainingRuns;
import org.optbench.model.Direction;
import org.optbench.model.space.Configuration;
import org.optbench.results.ResultReader;

/**
 * The page on the trainings of a campaign: learning curves with the trainings that were cut short, time to target, best configurations, and the training
 * algorithms under the rulesets of AlgoPerf. One HTML file, which loads nothing.
 */
public final class TrainingReport {

    private static final int MOST_CURVES = 200;
    private static final String ALGORITHM = "algorithm";

    private TrainingReport() {
    }

    /**
     * Writes the page.
     *
     * @return whether there was anything to write: a campaign without finished training runs has no page
     * @throws UncheckedIOException when it cannot be written
     */
    public static boolean write(ResultReader reader, String campaign, Path file) {
        List<TrainingRun> runs = TrainingRuns.read(reader, campaign);
        if (runs.isEmpty()) {
            return false;
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, html(campaign, runs));
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written to " + file + ": " + e.getMessage(), e);
        }
        return true;
    }

    /** The page as text. */
    public static String html(String campaign, List<TrainingRun> runs) {
        StringOutput output = new StringOutput(1 << 18);
        TemplateEngine.createPrecompiled(null, ContentType.Html, TrainingReport.class.getClassLoader(), "org.optbench.analysis.report.jte")
                .render("training.jte", page(campaign, runs), output);
        return output.toString();
    }

    static TrainingPage page(String campaign, List<TrainingRun> runs) {
        List<Competition> competitions = Competition.of(runs).stream().filter(c -> c.table().submissions().size() > 1).toList();
        long trainings = runs.stream().mapToLong(run -> run.curves().size()).sum();
        long workloads = runs.stream().map(run -> run.workload()).distinct().count();
        String lead = Format.plural(trainings, "training") + " in " + Format.plural(runs.size(), "run") + " on " + Format.plural(workloads, "workload")
                + ", " + Format.duration(runs.stream().mapToDouble(TrainingRun::secondsSpent).sum()) + " of training";
        List<Sentence> summary = new ArrayList<>();
        competitions.forEach(competition -> summary.add(finding(competition)));
        List<TrainingPage.CompetitionView> views = new ArrayList<>();
        competitions.forEach(competition -> views.add(view("c" + views.size(), competition)));
        return new TrainingPage(campaign, lead, summary, views, algorithms(competitions), workloads(runs), ReportWriter.resource("report.css"));
    }

    private static Sentence finding(Competition competition) {
        List<Integer> order = competition.order();
        int best = order.getFirst();
        int second = order.get(1);
        return new Sentence(competition.ruleset() + ": " + competition.table().submissions().get(best) + " scores highest with "
                + Format.fixed(competition.scores().scores()[best], 4) + ".",
                "Targets of " + competition.solved(best) + " of " + competition.table().workloads().size() + " workloads reached; "
                        + competition.table().submissions().get(second) + " follows with " + Format.fixed(competition.scores().scores()[second], 4)
                        + " and takes " + Format.fixed(competition.speedUp(second, best), 2) + " times as long (geometric mean). Scores are relative to the "
                        + competition.table().submissions().size() + " submissions compared.");
    }

    private static TrainingPage.CompetitionView view(String id, Competition competition) {
        List<TrainingPage.ScoreRow> rows = new ArrayList<>();
        int first = competition.order().getFirst();
        for (int s : competition.order()) {
            List<String> times = new ArrayList<>();
            for (double seconds : competition.table().seconds()[s]) {
                times.add(Double.isFinite(seconds) ? Format.duration(seconds) : "not reached");
            }
            rows.add(new TrainingPage.ScoreRow(competition.table().submissions().get(s), Format.fixed(competition.scores().scores()[s], 4),
                    Format.fixed(competition.scores().exactScores()[s], 4), competition.solved(s) + " of " + competition.table().workloads().size(),
                    Format.fixed(competition.speedUp(first, s), 2), times));
        }
        return new TrainingPage.CompetitionView(id, competition.ruleset(), competition.table().workloads(), rows, profile(competition), memory(competition),
                competition.length().equals("1") ? calibrated(competition) : List.of());
    }

    private static String profile(Competition competition) {
        double[] tau = IntStream.range(0, 121).mapToDouble(i -> 1 + i * 3 / 120.0).toArray();
        List<LinePlot.Line> lines = new ArrayList<>();
        for (int s : competition.order()) {
            double[] shares = new double[tau.length];
            for (int i = 0; i < tau.length; i++) {
                shares[i] = competition.scores().profile(s, tau[i]);
            }
            lines.add(new LinePlot.Line(s, competition.table().submissions().get(s), shares, java.util.Optional.empty()));
        }
        return svg(new LinePlot("Performance profiles, " + competition.ruleset(), "time over the fastest, tau", "share of workloads", tau, lines, false, false,
                true));
    }

    private static List<String> memory(Competition competition) {
        List<String> charts = new ArrayList<>();
        for (String workload : competition.table().workloads()) {
            Map<Integer, double[]> points = new LinkedHashMap<>();
            for (int s : competition.order()) {
                String name = competition.table().submissions().get(s);
                OptionalDouble bytes = competition.stateBytes(name, workload);
                OptionalDouble quality = competition.quality(name, workload);
                if (bytes.isPresent() && quality.isPresent()) {
                    points.put(s, new double[]{Math.max(1, bytes.getAsDouble()) / 1024, quality.getAsDouble()});
                }
            }
            // Where all have the same state there is nothing to weigh against quality.
            if (points.values().stream().mapToDouble(point -> point[0]).distinct().count() > 1) {
                charts.add(scatter(competition, workload, points));
            }
        }
        return charts;
    }

    private static String scatter(Competition competition, String workload, Map<Integer, double[]> points) {
        double low = points.values().stream().mapToDouble(p -> p[0]).min().orElseThrow() / 1.5;
        double high = points.values().stream().mapToDouble(p -> p[0]).max().orElseThrow() * 1.5;
        double[] x = {low, high};
        List<LinePlot.Line> lines = new ArrayList<>();
        List<LinePlot.Mark> marks = new ArrayList<>();
        points.forEach((s, point) -> {
            // Invisible lines give the scale and the legend.
            lines.add(new LinePlot.Line(s, competition.table().submissions().get(s), new double[]{point[1], Double.NaN}, java.util.Optional.empty()));
            marks.add(new LinePlot.Mark(s, point[0], point[1]));
        });
        String metric = competition.runs().stream().filter(run -> run.workload().equals(workload)).findFirst().orElseThrow().metric().name();
        return svg(
                new LinePlot("State memory against quality, " + workload, workload + ": optimizer state, KiB", metric, x, lines, false, false, false, marks));
    }

    /** The configuration of each submission that serves all workloads best, where trials have the same configuration on every workload. */
    private static List<TrainingPage.CalibratedRow> calibrated(Competition competition) {
        List<TrainingPage.CalibratedRow> rows = new ArrayList<>();
        for (int s : competition.order()) {
            String name = competition.table().submissions().get(s);
            OptionalInt trial = competition.calibrated(name);
            if (trial.isEmpty()) {
                continue;
            }
            List<LearningCurve> curves = competition.runs().stream().filter(run -> run.optimizer().equals(name)).flatMap(run -> run.curves().stream())
                    .filter(curve -> curve.trial() == trial.getAsInt()).toList();
            Configuration common = common(curves);
            long reached = competition.runs().stream().filter(run -> run.optimizer().equals(name)).filter(run -> run.curves().stream()
                    .anyMatch(curve -> curve.trial() == trial.getAsInt() && curve.reaches(run.target().orElseThrow()).isPresent())).count();
            if (common.active().size() > 1) {
                rows.add(new TrainingPage.CalibratedRow(name, Integer.toString(trial.getAsInt()), reached + " of " + curves.size(), common.canonicalText()));
            }
        }
        return rows;
    }

    /** The values that all curves share. */
    private static Configuration common(List<LearningCurve> curves) {
        List<Configuration> all = curves.stream().map(curve -> Configuration.parse(curve.configuration())).toList();
        TreeMap<String, org.optbench.model.space.Value> shared = new TreeMap<>(all.getFirst().active());
        shared.entrySet().removeIf(entry -> !all.stream().allMatch(c -> entry.getValue().equals(c.active().get(entry.getKey()))));
        return Configuration.of(shared);
    }

    /** The submissions of the longest trainings by training algorithm, such as defaults beside a calibrated configuration. */
    private static List<TrainingPage.AlgorithmRow> algorithms(List<Competition> competitions) {
        List<TrainingPage.AlgorithmRow> rows = new ArrayList<>();
        for (Competition competition : competitions) {
            Map<String, List<Integer>> byAlgorithm = new TreeMap<>();
            for (int s : competition.order()) {
                algorithm(competition, s).ifPresent(name -> byAlgorithm.computeIfAbsent(name, _ -> new ArrayList<>()).add(s));
            }
            byAlgorithm.values().removeIf(submissions -> submissions.size() < 2);
            byAlgorithm.forEach((name, submissions) -> {
                int first = submissions.stream().min(Comparator.comparing(s -> competition.table().submissions().get(s).length())).orElseThrow();
                for (int s : submissions.stream().sorted(Comparator.comparing(s -> competition.table().submissions().get(s))).toList()) {
                    rows.add(new TrainingPage.AlgorithmRow(name, competition.table().submissions().get(s), Format.fixed(competition.scores().scores()[s], 4),
                            competition.solved(s) + " of " + competition.table().workloads().size(), Format.fixed(competition.speedUp(first, s), 2)));
                }
            });
        }
        return rows;
    }

    private static java.util.Optional<String> algorithm(Competition competition, int submission) {
        TreeSet<String> names = competition.runs().stream().filter(run -> run.optimizer().equals(competition.table().submissions().get(submission)))
                .flatMap(run -> run.curves().stream()).map(curve -> Configuration.parse(curve.configuration())).filter(c -> c.isActive(ALGORITHM))
                .map(c -> c.choice(ALGORITHM)).collect(Collectors.toCollection(TreeSet::new));
        return names.size() == 1 ? java.util.Optional.of(names.first()) : java.util.Optional.empty();
    }

    private static List<TrainingPage.WorkloadView> workloads(List<TrainingRun> runs) {
        Map<String, List<TrainingRun>> byTask = runs.stream().collect(Collectors.groupingBy(run -> run.task().id().text(), TreeMap::new, Collectors.toList()));
        return byTask.entrySet().stream().map(entry -> workload(entry.getKey(), entry.getValue())).toList();
    }

    private static TrainingPage.WorkloadView workload(String task, List<TrainingRun> runs) {
        TrainingRun any = runs.getFirst();
        String title = task + ": " + any.metric().name() + (any.metric().direction() == Direction.MAXIMIZE ? ", to be maximised" : ", to be minimised")
                + (any.target().isPresent() ? ", target " + Format.number(any.target().getAsDouble()) : "");
        Map<String, List<TrainingRun>> byOptimizer = runs.stream()
                .collect(Collectors.groupingBy(TrainingRun::optimizer, LinkedHashMap::new, Collectors.toList()));
        boolean maximise = any.metric().direction() == Direction.MAXIMIZE;
        Comparator<Map.Entry<String, List<TrainingRun>>> byBest = Comparator.comparingDouble(entry -> entry.getValue().stream()
                .flatMap(run -> run.best().stream()).mapToDouble(curve -> maximise ? -curve.best().orElseThrow() : curve.best().orElseThrow()).min()
                .orElse(Double.POSITIVE_INFINITY));
        List<TrainingPage.WorkloadRow> rows = byOptimizer.entrySet().stream().sorted(byBest).map(entry -> row(entry.getKey(), entry.getValue())).toList();
        return new TrainingPage.WorkloadView(title, curves(any, byOptimizer), rows);
    }

    private static String curves(TrainingRun any, Map<String, List<TrainingRun>> byOptimizer) {
        double[] epochs = byOptimizer.values().stream().flatMap(List::stream).flatMap(run -> run.curves().stream())
                .flatMapToDouble(curve -> java.util.Arrays.stream(curve.epochs())).filter(e -> e > 0).distinct().sorted().toArray();
        if (epochs.length < 2) {
            return "";
        }
        double[] shown = shown(any, byOptimizer);
        List<LinePlot.Line> lines = new ArrayList<>();
        List<LinePlot.Mark> marks = new ArrayList<>();
        List<String> names = new ArrayList<>(new TreeSet<>(byOptimizer.keySet()));
        byOptimizer.forEach((name, runs) -> {
            int color = names.indexOf(name);
            runs.stream().flatMap(run -> run.curves().stream()).limit(MOST_CURVES).forEach(curve -> {
                double[] y = new double[epochs.length];
                java.util.Arrays.fill(y, Double.NaN);
                for (int i = 0; i < curve.epochs().length; i++) {
                    int at = java.util.Arrays.binarySearch(epochs, curve.epochs()[i]);
                    if (at >= 0) {
                        y[at] = Math.clamp(curve.values()[i], shown[0], shown[1]);
                    }
                }
                lines.add(new LinePlot.Line(color, name, y, java.util.Optional.empty()));
                int last = curve.epochs().length - 1;
                if (curve.isCutShort() && last >= 0 && Double.isFinite(curve.values()[last])) {
                    marks.add(new LinePlot.Mark(color, curve.epochs()[last], Math.clamp(curve.values()[last], shown[0], shown[1])));
                }
            });
        });
        any.target().ifPresent(target -> {
            double[] level = new double[epochs.length];
            java.util.Arrays.fill(level, target);
            lines.add(new LinePlot.Line(names.size(), "target", level, java.util.Optional.empty()));
        });
        return svg(new LinePlot("Learning curves, " + any.task().id().text(), any.task().fidelities().parameters().getFirst().name(), any.metric().name(),
                epochs, lines, false, false, false, marks));
    }

    /** Bounds of the values drawn: from the best to a bit beyond nine tenths of them, so that a training that diverged does not flatten the others. */
    private static double[] shown(TrainingRun any, Map<String, List<TrainingRun>> byOptimizer) {
        double[] values = byOptimizer.values().stream().flatMap(List::stream).flatMap(run -> run.curves().stream())
                .flatMapToDouble(curve -> java.util.Arrays.stream(curve.values())).filter(Double::isFinite).sorted().toArray();
        double lowest = values.length == 0 ? 0 : values[0];
        double highest = values.length == 0 ? 0 : values[values.length - 1];
        if (any.metric().direction() == Direction.MAXIMIZE) {
            double tenth = values.length == 0 ? 0 : values[values.length / 10];
            return new double[]{Math.max(lowest, tenth - 0.25 * (highest - tenth)), highest};
        }
        double tenth = values.length == 0 ? 0 : values[values.length - 1 - values.length / 10];
        return new double[]{lowest, Math.min(highest, tenth + 0.25 * (tenth - lowest))};
    }

    private static TrainingPage.WorkloadRow row(String name, List<TrainingRun> runs) {
        List<LearningCurve> curves = runs.stream().flatMap(run -> run.curves().stream()).toList();
        boolean maximise = runs.getFirst().metric().direction() == Direction.MAXIMIZE;
        List<LearningCurve> bests = runs.stream().flatMap(run -> run.best().stream())
                .sorted(Comparator.comparingDouble(curve -> maximise ? -curve.best().orElseThrow() : curve.best().orElseThrow())).toList();
        boolean hasTarget = runs.getFirst().target().isPresent();
        long reached = runs.stream().filter(run -> run.secondsUntilTarget().isPresent()).count();
        double[] until = runs.stream().mapToDouble(run -> run.secondsUntilTarget().orElse(Double.POSITIVE_INFINITY)).toArray();
        double[] fastest = runs.stream().mapToDouble(run -> run.times().stream().mapToDouble(time -> time.seconds()).min().orElse(Double.POSITIVE_INFINITY))
                .toArray();
        return new TrainingPage.WorkloadRow(name, bests.isEmpty() ? "-" : Format.number(bests.getFirst().best().orElseThrow()),
                hasTarget ? reached + " of " + runs.size() : "-", hasTarget ? seconds(until) : "-", hasTarget ? seconds(fastest) : "-",
                Format.duration(Quantiles.median(runs.stream().mapToDouble(TrainingRun::secondsSpent).toArray())),
                curves.size() + ", " + curves.stream().filter(LearningCurve::isCutShort).count() + " cut short",
                Integer.toString(runs.stream().mapToInt(TrainingRun::failures).sum()), bests.isEmpty() ? "-" : bests.getFirst().configuration());
    }

    /** The median, infinity taking part. */
    private static String seconds(double[] values) {
        double median = Quantiles.median(values);
        return Double.isFinite(median) ? Format.duration(median) : "not reached";
    }

    private static String svg(LinePlot plot) {
        SvgCanvas canvas = new SvgCanvas(LinePlot.WIDTH, plot.height());
        plot.draw(canvas);
        return canvas.document(plot.title());
    }
}
