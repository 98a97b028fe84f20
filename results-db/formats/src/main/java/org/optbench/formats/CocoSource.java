package org.optbench.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.optbench.model.FidelitySpace;
import org.optbench.model.Objective;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Value;
import org.optbench.model.task.TaskClock;
import org.optbench.model.task.TaskId;
import org.optbench.results.TaskSnapshot;

/**
 * COCO data of one objective (Hansen et al., COCO: a platform for comparing continuous optimizers in a black-box setting, 2021), as a folder, a
 * {@code .zip} or a {@code .tar.gz}. The value of an entry is the best so far: COCO records an evaluation when it attains a target or at certain
 * numbers of evaluations. Runs on one instance are numbered 1, 2, ... as seeds.
 */
final class CocoSource implements RunSource {

    private final Map<String, Integer> seeds = new HashMap<>();

    @Override
    public void read(Path source, Consumer<ForeignRun> receiver) {
        Archives.open(source, folder -> {
            for (Path file : SourceFiles.find(folder, name -> name.endsWith(".info"))) {
                for (CocoInfo entry : CocoInfo.read(file)) {
                    entry.parts().forEach(part -> part(source, entry, part, receiver));
                }
            }
        });
    }

    private void part(Path source, CocoInfo entry, CocoInfo.Part part, Consumer<ForeignRun> receiver) {
        Path file = entry.file().resolveSibling(part.name());
        if (!Files.isRegularFile(file)) {
            throw BadFile.at(entry.file(), entry.line() + 2, "it names the data file '" + part.name() + "', which is not there.",
                    "the folder was copied without its data_f... folders.");
        }
        List<CocoData.Segment> byTarget = CocoData.read(file, entry.layout());
        Path other = file.resolveSibling(SourceFiles.name(file).replaceFirst("\\.dat$", ".tdat"));
        List<CocoData.Segment> byTime = Files.isRegularFile(other) && !other.equals(file) ? CocoData.read(other, entry.layout()) : List.of();
        requireAll(entry, part, file, byTarget.size());
        if (!byTime.isEmpty()) {
            requireAll(entry, part, other, byTime.size());
        }
        for (int i = 0; i < part.runs().size(); i++) {
            receiver.accept(run(source, entry, part.runs().get(i), file, byTarget.get(i), byTime.isEmpty() ? List.of() : byTime.get(i).rows()));
        }
    }

    private static void requireAll(CocoInfo entry, CocoInfo.Part part, Path file, int segments) {
        if (segments != part.runs().size()) {
            throw BadFile.of(file, "it holds " + segments + " runs, but '" + SourceFiles.name(entry.file()) + "' lists " + part.runs().size() + ".",
                    "the experiment was stopped within a run, or one was appended to another.");
        }
    }

    private ForeignRun run(Path source, CocoInfo entry, CocoInfo.Run run, Path file, CocoData.Segment segment, List<CocoData.Row> more) {
        TreeMap<Long, CocoData.Row> rows = new TreeMap<>();
        more.forEach(row -> rows.put(row.evaluations(), new CocoData.Row(row.evaluations(), row.constraints(), row.best(), new double[0])));
        segment.rows().forEach(row -> rows.put(row.evaluations(), row));
        CocoData.Row last = rows.lastEntry().getValue();
        long evaluations = Math.max(run.evaluations(), last.evaluations());
        if (run.evaluations() >= 0 && run.evaluations() < last.evaluations()) {
            throw BadFile.of(file, "a run on instance " + run.instance() + " goes to evaluation " + last.evaluations() + ", but '"
                    + SourceFiles.name(entry.file()) + "' says it has " + run.evaluations() + ".", "files of two experiments were mixed.");
        }
        double optimum = Double.isNaN(segment.optimum()) ? 0 : segment.optimum();
        RunLog log = new RunLog();
        rows.values().forEach(row -> log.value(row.evaluations(), optimum + row.best(), configuration(row.x(), entry.dimension())));
        if (evaluations > last.evaluations()) {
            log.value(evaluations, optimum + last.best(), Configuration.empty());
        }
        TaskSnapshot task = task(entry, run.instance(), segment.optimum(), rows.values().stream().anyMatch(row -> row.constraints() > 0));
        Optional<TaskId> same = Optional.of(ForeignTasks.id(entry.suite(), "f" + entry.function(), "d" + entry.dimension(), "i" + run.instance()));
        int seed = seeds.merge(entry.algorithm() + "\n" + task.id(), 1, Integer::sum);
        return new ForeignRun(entry.algorithm(), "coco " + entry.version(), task, same, false, seed, 1, evaluations,
                run.evaluations() < 0 ? "not closed" : "recorded", log.events(),
                new TreeMap<>(Map.of("source", SourceFiles.name(source) + ": " + SourceFiles.name(file))));
    }

    private static TaskSnapshot task(CocoInfo entry, int instance, double optimum, boolean isPenalized) {
        Objective value = Objective.minimize(isPenalized ? "value + violations" : "value");
        return ForeignTasks.snapshot(
                ForeignTasks.id("coco", entry.suite(), "f" + entry.function(), "d" + entry.dimension(), "i" + instance), "f" + entry.function(),
                entry.dimension(), TaskClock.WALL, List.of(Double.isNaN(optimum) ? value : value.withOptimum(optimum)), FidelitySpace.none(),
                Map.of("suite", entry.suite(), "function", "f" + entry.function(), "instance", Integer.toString(instance)));
    }

    private static Configuration configuration(double[] x, int dimension) {
        if (x.length != dimension) {
            return Configuration.empty();
        }
        Map<String, Value> values = new HashMap<>();
        for (int i = 0; i < x.length; i++) {
            values.put("x" + (i + 1), Value.of(x[i]));
        }
        return Configuration.of(values);
    }
}
