package org.optbench.analysis.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.optbench.analysis.Comparison;
import org.optbench.analysis.PerformanceTable;
import org.optbench.analysis.Policies;
import org.optbench.analysis.Ranking;
import org.optbench.analysis.Slice;
import org.optbench.analysis.stats.BayesianComparison;
import org.optbench.analysis.stats.BayesianSignedRank;
import org.optbench.analysis.stats.Portfolio;
import org.optbench.analysis.stats.SeedPower;
import org.optbench.analysis.stats.TestResult;
import org.optbench.analysis.stats.VarghaDelaney;

/** The summary of a campaign in sentences. */
final class Sentences {

    /** Distance of A12 from one half that Vargha and Delaney call negligible. */
    private static final double NEGLIGIBLE = 0.06;

    private Sentences() {
    }

    static List<Sentence> of(ReportInput input, List<ReportPage.SliceView> slices, Optional<PortfolioView> portfolio) {
        List<Sentence> sentences = new ArrayList<>();
        PerformanceTable table = input.table();
        sentences.addAll(changes(input));
        for (ReportPage.SliceView view : slices) {
            if (!view.slice().kind().equals("family")) {
                view.ranking().ifPresent(ranking -> sentences.addAll(ranking(table, view.slice(), ranking)));
            }
        }
        if (slices.stream().allMatch(view -> view.ranking().isEmpty())) {
            sentences.add(new Sentence("There is nothing to rank.", table.optimizers().size() < 2 ? "A ranking needs at least two optimizers."
                    : "No task was run by every optimizer."));
        }
        slices.getFirst().targets().ifPresent(view -> sentences.add(targets(view, table)));
        portfolio.ifPresent(view -> sentences.add(portfolio(view)));
        failures(input).ifPresent(sentences::add);
        return sentences;
    }

    private static List<Sentence> changes(ReportInput input) {
        if (input.changes().isEmpty()) {
            return List.of();
        }
        List<Comparison.Change> changed = input.changes().stream().filter(c -> c.p() <= input.policies().alpha()).toList();
        if (changed.isEmpty()) {
            double smallest = input.changes().stream().mapToDouble(Comparison.Change::p).min().orElseThrow();
            return List.of(new Sentence("No optimizer changed.", "smallest adjusted " + Format.p(smallest) + " of " + input.changes().size()));
        }
        return changed.stream().map(c -> new Sentence(c.optimizer() + " became " + (c.effect() > 0.5 ? "better." : "worse."),
                Format.p(c.p()) + ", mean A12 = " + Format.fixed(c.effect(), 2) + " (" + word(c.effect()) + "); better on " + c.better() + ", worse on "
                        + c.worse() + " of " + c.tasks() + " tasks"))
                .toList();
    }

    /** How far the best is from the second in the eyes of a Bayesian, and what more seeds would bring. */
    private static List<Sentence> closeRace(PerformanceTable table, Ranking ranking, int best, int second) {
        int[] tasks = ranking.tasks();
        double[][] x = runs(table, ranking, best, tasks);
        double[][] y = runs(table, ranking, second, tasks);
        if (tasks.length < 6 || tasks.length > 200 || Arrays.stream(x).anyMatch(v -> v.length < 2) || Arrays.stream(y).anyMatch(v -> v.length < 2)) {
            return List.of();
        }
        // Fixed: the same runs give the same report.
        SplittableRandom random = new SplittableRandom(20_260_101);
        double[] differences = new double[tasks.length];
        for (int i = 0; i < tasks.length; i++) {
            differences[i] = 0.5 - VarghaDelaney.a12(x[i], y[i]);
        }
        BayesianComparison posterior = BayesianSignedRank.compare(differences, NEGLIGIBLE, 20_000, random);
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(posterior(posterior, ranking.optimizers().get(best), ranking.optimizers().get(second)));
        int seeds = Arrays.stream(x).mapToInt(v -> v.length).min().orElseThrow();
        for (int factor = 1; factor <= 8; factor *= 2) {
            double power = SeedPower.ofCampaign(x, y, factor * seeds, ranking.policies().alpha(), 200, random);
            if (power >= 0.8) {
                sentences.add(new Sentence("About " + factor * seeds + " seeds a task would tell the two apart.",
                        "estimated power " + Format.fixed(power, 2) + " by resampling the seeds, of the two alone, without adjustment"));
                return sentences;
            }
        }
        sentences.add(new Sentence("More seeds would hardly tell the two apart: more tasks might.",
                "estimated power below 0.8 even with " + 8 * seeds + " seeds a task, by resampling the seeds"));
        return sentences;
    }

    private static Sentence posterior(BayesianComparison posterior, String first, String second) {
        String evidence = "Bayesian signed-rank test on A12, equivalent: within " + NEGLIGIBLE + " of one half";
        double most = Math.max(posterior.firstBetter(), posterior.secondBetter());
        if (posterior.equivalent() >= most) {
            return new Sentence(first + " and " + second + " are practically equivalent with posterior probability "
                    + Format.fixed(posterior.equivalent(), 2) + ".", evidence);
        }
        boolean isFirst = posterior.firstBetter() == most;
        return new Sentence((isFirst ? first : second) + " is practically better than " + (isFirst ? second : first) + " with posterior probability "
                + Format.fixed(most, 2) + ", equivalent with " + Format.fixed(posterior.equivalent(), 2) + ".", evidence);
    }

    private static double[][] runs(PerformanceTable table, Ranking ranking, int optimizer, int[] tasks) {
        return Arrays.stream(tasks).mapToObj(t -> table.scores(ranking.policies().criterion(), optimizer, t)).toArray(double[][]::new);
    }

    private static String word(double effect) {
        return VarghaDelaney.magnitude(effect).name().toLowerCase(Locale.ROOT);
    }

    private static List<Sentence> ranking(PerformanceTable table, Slice slice, Ranking ranking) {
        List<Sentence> sentences = new ArrayList<>();
        String where = slice.kind().equals("all") ? "over all " + Format.plural(ranking.tasks().length, "task")
                : "on the " + ranking.tasks().length + " " + slice.label() + " task" + (ranking.tasks().length == 1 ? "" : "s");
        int best = ranking.groups().order().getFirst();
        int second = ranking.groups().order().get(1);
        String name = ranking.optimizers().get(best);
        String test = ranking.policies().postHoc() == Policies.PostHoc.NEMENYI ? "Nemenyi" : "Wilcoxon signed-rank with Holm";
        List<Integer> peers = peers(ranking, best);
        String ranks = "mean rank " + Format.fixed(ranking.meanRanks()[best], 2) + " against " + Format.fixed(ranking.meanRanks()[second], 2) + " of "
                + ranking.optimizers().get(second);
        if (ranking.tasks().length < 2) {
            sentences.add(new Sentence(name + " is ahead " + where + "; one task is too few to test.", ranks));
            return sentences;
        }
        if (peers.isEmpty()) {
            sentences.add(new Sentence(name + " is better than every other optimizer " + where + ".", ranks + "; largest adjusted "
                    + Format.p(largest(ranking, best)) + " (" + test + ")"));
        } else {
            String others = names(ranking, peers);
            sentences.add(new Sentence(name + " has the best mean rank " + where + ", but is not told apart from " + others + ".",
                    ranks + "; " + pair(ranking, best, peers.getFirst()) + " (" + test + ")"));
            if (slice.kind().equals("all")) {
                sentences.addAll(closeRace(table, ranking, best, peers.getFirst()));
            }
        }
        List<Integer> worse = ranking.groups().order().stream().filter(o -> o != best && !peers.contains(o)).toList();
        if (!peers.isEmpty() && !worse.isEmpty()) {
            sentences.add(new Sentence(name + " is better than " + names(ranking, worse) + " " + where + ".",
                    pair(ranking, best, worse.getFirst()) + " for the closest of them"));
        }
        ranking.omnibus().filter(omnibus -> omnibus.p() > ranking.policies().alpha() && slice.kind().equals("all"))
                .ifPresent(omnibus -> sentences.add(noDifference(omnibus)));
        return sentences;
    }

    private static Sentence noDifference(TestResult omnibus) {
        return new Sentence("Taken together the optimizers do not differ: read the order with care.",
                omnibus.test() + " F = " + Format.number(omnibus.statistic()) + ", " + Format.p(omnibus.p()));
    }

    private static List<Integer> peers(Ranking ranking, int of) {
        return ranking.groups().order().stream().filter(o -> o != of && ranking.pValues()[of][o] > ranking.policies().alpha()).toList();
    }

    private static double largest(Ranking ranking, int of) {
        double largest = 0;
        for (int o = 0; o < ranking.optimizers().size(); o++) {
            largest = o == of ? largest : Math.max(largest, ranking.pValues()[of][o]);
        }
        return largest;
    }

    private static String pair(Ranking ranking, int a, int b) {
        double effect = ranking.effects()[a][b];
        return Format.p(ranking.pValues()[a][b]) + ", mean A12 = " + Format.fixed(effect, 2) + " ("
                + word(effect) + ") against " + ranking.optimizers().get(b);
    }

    private static String names(Ranking ranking, List<Integer> optimizers) {
        List<String> names = optimizers.stream().map(ranking.optimizers()::get).toList();
        if (names.size() > 4) {
            return String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " others";
        }
        return names.size() == 1 ? names.getFirst() : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    private static Sentence targets(TargetsView view, PerformanceTable table) {
        TargetsView.Row first = view.rows().stream().max((a, b) -> Double.compare(a.share(), b.share())).orElseThrow();
        String next = view.rows().stream().filter(row -> row.optimizer() != first.optimizer()).max((a, b) -> Double.compare(a.share(), b.share()))
                .map(row -> "; next: " + row.name() + " with " + row.fastest()).orElse("");
        return new Sentence(first.name() + " needs the least expected effort for " + first.fastest() + " of the " + Format.plural(view.targets(), "target")
                + " that anyone attained, and at most twice the least for " + first.within() + ".",
                "expected " + table.effort().label() + " with restarts" + next + "; " + Format.plural(view.unattained(), "target") + " nobody attained");
    }

    private static Sentence portfolio(PortfolioView view) {
        Portfolio portfolio = view.portfolio();
        String single = view.rows().stream().filter(row -> row.optimizer() == portfolio.single()).findFirst().orElseThrow().name();
        return new Sentence(
                "Choosing the best optimizer for every task would attain " + PortfolioView.percent(portfolio.virtualBest()) + " of the targets, " + single
                        + " alone attains " + PortfolioView.percent(portfolio.singleBest()) + ".",
                "virtual best against single best solver over " + Format.plural(view.tasks(), "task") + " with targets; largest Shapley value: "
                        + view.rows().getFirst().name() + " with " + view.rows().getFirst().shapley());
    }

    private static Optional<Sentence> failures(ReportInput input) {
        PerformanceTable table = input.table();
        long failures = table.totalFailures();
        if (failures == 0) {
            return Optional.of(new Sentence("No trial failed.", Format.plural(table.totalTrials(), "trial")));
        }
        String worst = "";
        int most = -1;
        for (int o = 0; o < table.optimizers().size(); o++) {
            for (int t = 0; t < table.tasks().size(); t++) {
                if (table.failures(o, t) > most) {
                    most = table.failures(o, t);
                    worst = most + " of " + table.trials(o, t) + " by " + table.optimizers().get(o) + " on " + table.tasks().get(t).id();
                }
            }
        }
        return Optional.of(new Sentence(Format.plural(failures, "trial") + " failed.",
                Format.fixed(100.0 * failures / table.totalTrials(), 2) + " % of " + Format.count(table.totalTrials()) + "; most: " + worst));
    }
}
