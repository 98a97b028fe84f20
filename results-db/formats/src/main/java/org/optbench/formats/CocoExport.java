package org.optbench.formats;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.optbench.model.Constraint;
import org.optbench.model.Objective;
import org.optbench.results.ResultReader;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunStatus;
import org.optbench.results.RunView;
import org.optbench.results.TaskSnapshot;

/**
 * Writes finished runs on functions of COCO's suites as COCO data, format {@code bbob-new2}: a folder {@code SUITE/OPTIMIZER}
 * for each optimizer, which {@code cocopp} takes as an algorithm. The {@code .dat} files hold every improvement, the {@code .tdat} files the numbers of evaluations at which COCO records.
 * Other tasks have no number in a suite and are left out.
 */
public final class CocoExport {

    private static final Pattern FUNCTION = Pattern.compile("(?:coco/)?(bbob(?:-[a-z]+)?)/f(\\d+)/d(\\d+)/i(\\d+)");
    /** What COCO writes in place of a value that is no number. */
    private static final double NOT_A_NUMBER = 8.8888e88;
    private static final int TRIGGERS_PER_DECADE = 20;
    private static final int MOST_VARIABLES = 22;
    private static final double[] DIGIT_LIMITS = {0, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1};

    private final ResultReader reader;
    private final Map<String, String> leftOut = new TreeMap<>();
    private int runs;

    /** The place of a task in COCO. */
    private record Function(String suite, int number, int dimension, int instance) implements Comparable<Function> {
        @Override
        public int compareTo(Function other) {
            int order = suite.compareTo(other.suite);
            order = order != 0 ? order : Integer.compare(number, other.number);
            order = order != 0 ? order : Integer.compare(dimension, other.dimension);
            return order != 0 ? order : Integer.compare(instance, other.instance);
        }

        Function anyInstance() {
            return new Function(suite, number, dimension, 0);
        }
    }

    private CocoExport(ResultReader reader) {
        this.reader = reader;
    }

    /**
     * Exports the runs of a query that are done. Memory stays that of the largest run.
     *
     * @param folder must not hold COCO data already
     * @throws IllegalArgumentException when it does
     * @throws UncheckedIOException     when it cannot be written
     */
    public static ExchangeSummary write(ResultReader reader, RunQuery query, Path folder) {
        CocoExport export = new CocoExport(reader);
        Map<String, Map<Function, List<RunView>>> algorithms = new TreeMap<>();
        reader.runs(query.withStatuses(RunStatus.DONE), view -> {
            RunRecord run = view.run();
            Optional<String> objection = objection(run.task());
            objection.ifPresentOrElse(reason -> export.leftOut.put(run.task().id().text(), reason),
                    () -> algorithms.computeIfAbsent(function(run.task()).suite + "/" + Names.of(run.optimizer().variant()), _ -> new TreeMap<>())
                            .computeIfAbsent(function(run.task()).anyInstance(), _ -> new ArrayList<>()).add(view));
        });
        try {
            for (Map.Entry<String, Map<Function, List<RunView>>> algorithm : algorithms.entrySet()) {
                Path home = Names.fresh(folder.resolve(algorithm.getKey()));
                for (Map.Entry<Function, List<RunView>> function : algorithm.getValue().entrySet()) {
                    export.function(home, SourceFiles.name(home), function.getKey(), function.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Export to '" + folder + "' failed: " + e + ". Maybe the disk is full or the folder cannot be written.", e);
        }
        return new ExchangeSummary(export.runs, new TreeMap<>(export.leftOut));
    }

    private static Optional<String> objection(TaskSnapshot task) {
        if (!FUNCTION.matcher(task.id().text()).matches()) {
            return Optional.of("It is no function of a suite of COCO.");
        }
        if (task.objectives().size() > 1) {
            return Optional.of("COCO's data of two objectives hold hypervolumes of archives, which are not recorded here.");
        }
        return task.objectives().getFirst().optimum().isEmpty() ? Optional.of("Its optimum is not known, from which COCO counts.") : Optional.empty();
    }

    private static Function function(TaskSnapshot task) {
        Matcher id = FUNCTION.matcher(task.id().text());
        if (!id.matches()) {
            throw new IllegalStateException("Task '" + task.id() + "' was to be left out.");
        }
        return new Function(id.group(1), Integer.parseInt(id.group(2)), Integer.parseInt(id.group(3)), Integer.parseInt(id.group(4)));
    }

    private void function(Path home, String algorithm, Function function, List<RunView> views) throws IOException {
        String data = "data_f" + function.number + "/bbobexp_f" + function.number + "_DIM" + function.dimension;
        Files.createDirectories(home.resolve("data_f" + function.number));
        StringBuilder index = new StringBuilder(String.format(Locale.ROOT, "suite = '%s', funcId = %d, DIM = %d, Precision = 1.000e-08, algId = '%s', "
                + "coco_version = 'optbench', logger = 'bbob', data_format = 'bbob-new2'%n%%%n%s.dat", function.suite, function.number,
                function.dimension, algorithm, data).replace(System.lineSeparator(), "\n"));
        views.sort((a, b) -> function(a.run().task()).compareTo(function(b.run().task())));
        try (BufferedWriter byTarget = Files.newBufferedWriter(home.resolve(data + ".dat"));
                BufferedWriter byTime = Files.newBufferedWriter(home.resolve(data + ".tdat"))) {
            for (RunView view : views) {
                BestSoFar run = BestSoFar.of(view.run(), reader.trials(view.run().key()));
                if (!run.steps().isEmpty()) {
                    double last = run(run, byTarget, byTime);
                    index.append(String.format(Locale.ROOT, ", %d:%d|%.1e", function(view.run().task()).instance, run.effort(), last));
                    runs++;
                }
            }
        }
        Path info = home.resolve("bbobexp_f" + function.number + ".info");
        Files.writeString(info, (Files.exists(info) ? Files.readString(info) : "") + index + "\n");
    }

    /** Writes a run; its last precision. */
    private static double run(BestSoFar run, BufferedWriter byTarget, BufferedWriter byTime) throws IOException {
        Objective objective = run.run().task().objectives().getFirst();
        double optimum = objective.toMinimize(objective.optimum().orElseThrow());
        String header = String.format(Locale.ROOT, "%% f evaluations | g evaluations | best noise-free fitness - Fopt (%s) + sum g_i+ | measured fitness | "
                + "best measured fitness or single-digit g-values | x1 | x2...\n", number(optimum));
        byTarget.write(header);
        byTime.write(header);
        double best = Double.POSITIVE_INFINITY;
        long evaluations = 0;
        for (int i = 0; i < run.steps().size(); i++) {
            BestSoFar.Step step = run.steps().get(i);
            double value = Double.isNaN(step.value()) ? NOT_A_NUMBER : objective.toMinimize(step.value());
            double precision = Math.max(value, optimum) - optimum + violation(run.run().task().constraints(), step);
            boolean isBetter = i == 0 || precision < best;
            best = isBetter ? precision : best;
            String line = line(run.run().task(), step, value, best, optimum);
            if (isBetter) {
                byTarget.write(line);
            }
            if (isDue(evaluations, step.evaluations(), run.run().task().dimension()) || i == run.steps().size() - 1) {
                byTime.write(line);
            }
            evaluations = step.evaluations();
        }
        return best;
    }

    private static double violation(List<Constraint> constraints, BestSoFar.Step step) {
        double sum = 0;
        for (int i = 0; i < constraints.size() && i < step.constraints().length; i++) {
            sum += Math.max(0, step.constraints()[i]);
        }
        return sum;
    }

    private static String line(TaskSnapshot task, BestSoFar.Step step, double value, double best, double optimum) {
        StringBuilder line = new StringBuilder().append(step.evaluations()).append(' ').append(task.constraints().isEmpty() ? 0 : step.evaluations())
                .append(' ').append(number(best)).append(' ').append(number(value)).append(' ');
        if (task.constraints().isEmpty()) {
            line.append(number(optimum + best));
        } else {
            for (int i = 0; i < task.constraints().size(); i++) {
                line.append(i < step.constraints().length ? digit(step.constraints()[i]) : DIGIT_LIMITS.length);
            }
        }
        if (step.x().length == task.dimension() && step.x().length < MOST_VARIABLES) {
            for (double x : step.x()) {
                line.append(' ').append(number(x));
            }
        }
        return line.append('\n').toString();
    }

    /** The size of a violation in one digit: 0 satisfied, 9 above 1. */
    private static int digit(double constraint) {
        int digit = 0;
        while (digit < DIGIT_LIMITS.length && !(constraint <= DIGIT_LIMITS[digit])) {
            digit++;
        }
        return digit;
    }

    /** COCO's own width is ten digits; seventeen read back to the bit. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%+.16e", value);
    }

    /** Whether one of the numbers of evaluations at which COCO records lies in (before, now]: floor(10^(k/20)) and dimension x 1, 2, 5 x 10^k. */
    static boolean isDue(long before, long now, int dimension) {
        double k = Math.floor(StrictMath.log10(now) * TRIGGERS_PER_DECADE + 1e-9);
        for (double step = Math.max(0, k - 1); step <= k + 1; step++) {
            long trigger = (long) Math.floor(StrictMath.pow(10, step / TRIGGERS_PER_DECADE) + 1e-9);
            if (trigger > before && trigger <= now) {
                return true;
            }
        }
        for (long decade = dimension; decade <= now; decade *= 10) {
            for (long factor : new long[]{1, 2, 5}) {
                if (factor * decade > before && factor * decade <= now) {
                    return true;
                }
            }
        }
        return false;
    }
}
