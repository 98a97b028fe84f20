package org.optbench.formats;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.results.Lease;
import org.optbench.results.OptimizerSnapshot;
import org.optbench.results.Provenance;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStore;
import org.optbench.results.RunEvent;
import org.optbench.results.RunKey;
import org.optbench.results.RunQuery;
import org.optbench.results.RunRecord;
import org.optbench.results.RunSummary;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreException;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.TrialRecord;
import org.optbench.results.TrialStatus;

/**
 * Imports records of other platforms as finished runs of a campaign, with their origin in the provenance. Nothing that is recorded is changed: a run
 * that is there already is passed over, and one that differs from what the campaign holds under the same optimizer, task and seed is refused.
 */
public final class ResultImport {

    private static final Duration LEASE = Duration.ofHours(1);
    private static final String WORKER = "import";
    private static final String PROVIDER = "imported";
    private static final double SAME_OPTIMUM = 1e-9;

    private final ImportFormat format;
    private final ResultStore store;
    private final ImportOptions options;
    private final Map<String, RunKey> recorded = new HashMap<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int runs;
    private int there;
    private int matched;
    private long trials;

    private ResultImport(ImportFormat format, ResultStore store, ImportOptions options) {
        this.format = format;
        this.store = store;
        this.options = options;
    }

    /**
     * Imports a file or a folder. The source is read through once before anything is recorded, so that a broken one leaves nothing behind.
     *
     * @throws StoreException of kind BAD_FILE when the source is not what it should be, of kind CONFLICT when the campaign holds another run in place
     *                        of one of these
     */
    public static ImportSummary read(ImportFormat format, Path source, ResultStore store, ImportOptions options) {
        if (!Files.exists(source)) {
            throw BadFile.of(source, "there is no such file or folder.", "the path is wrong.");
        }
        ResultImport importer = new ResultImport(format, store, options);
        importer.recorded();
        int[] found = new int[1];
        format.source().read(source, run -> {
            importer.plan(run);
            found[0]++;
        });
        if (found[0] == 0) {
            throw BadFile.of(source, "it holds no run in the format " + format.label() + ".", "another format or folder is meant.");
        }
        if (store.reader().campaigns().stream().noneMatch(campaign -> campaign.name().equals(options.campaign()))) {
            store.registerCampaign(options.campaign(), "# imported from " + format.label() + " " + source.getFileName());
        }
        format.source().read(source, importer::record);
        store.flush();
        return new ImportSummary(importer.runs, importer.there, importer.trials, importer.matched, List.copyOf(importer.notes));
    }

    private void recorded() {
        ResultReader reader = store.reader();
        if (reader.campaigns().stream().anyMatch(campaign -> campaign.name().equals(options.campaign()))) {
            reader.runs(RunQuery.ofCampaign(options.campaign()), view -> recorded.put(place(view.run()), view.run().key()));
        }
    }

    /** The run as it will stand here; refuses what would stand in place of another one. */
    private Planned plan(ForeignRun foreign) {
        Planned planned = planned(options.optimizer().map(foreign::withOptimizer).orElse(foreign));
        RunKey other = recorded.putIfAbsent(place(planned.record), planned.record.key());
        if (other != null && !other.equals(planned.record.key())) {
            throw new StoreException(StoreException.Kind.CONFLICT, "Campaign '" + options.campaign() + "' holds another run of '"
                    + planned.record.optimizer().variant() + "' on '" + planned.record.task().id() + "' with seed " + planned.record.seed()
                    + ": nothing was imported. Maybe import into another campaign, or give the optimizer another name.");
        }
        return planned;
    }

    private record Planned(RunRecord record, ForeignRun run, boolean isMatched) {
    }

    private Planned planned(ForeignRun foreign) {
        ForeignRun run = foreign;
        Optional<TaskSnapshot> known = foreign.same().flatMap(options.tasks()::find).filter(task -> fits(task, foreign));
        if (known.isPresent()) {
            double optimum = known.get().objectives().getFirst().optimum().orElse(0);
            run = foreign.withTask(known.get(), foreign.fromOptimum() ? RunLog.moved(foreign.log(), optimum) : foreign.log());
        }
        double budget = Math.max(run.fullEvaluations(), 1e-9);
        OptimizerSnapshot optimizer = new OptimizerSnapshot(run.optimizer(), PROVIDER, run.version(), "{}", new TreeMap<>());
        RunRecord record = new RunRecord(key(run), optimizer, run.task(), Budget.ofFullEvaluations(budget), run.workers(), run.seed(),
                new TreeMap<>(Map.of("imported", format.label())));
        return new Planned(record, run, known.isPresent());
    }

    private void record(ForeignRun foreign) {
        Planned planned = plan(foreign);
        matched += planned.isMatched ? 1 : 0;
        store.register(options.campaign(), List.of(planned.record));
        Optional<Lease> lease = store.claim(planned.record.key(), WORKER, LEASE);
        if (lease.isEmpty()) {
            there++;
            return;
        }
        TreeMap<String, String> facts = new TreeMap<>(planned.run.origin());
        facts.put("imported_from", format.label());
        int count = 0;
        int failures = 0;
        double seconds = 0;
        try (RunWriter writer = store.writer(lease.get(), new Provenance(Instant.now(), facts))) {
            for (RunEvent event : planned.run.log()) {
                writer.append(event);
                if (event instanceof TrialRecord trial) {
                    count++;
                    failures += trial.status() == TrialStatus.FAILED ? 1 : 0;
                    seconds = Math.max(seconds, trial.clock().finish());
                }
            }
        }
        store.complete(lease.get(), new RunSummary(planned.run.ending(), count, failures, planned.run.fullEvaluations(), seconds));
        runs++;
        trials += count;
    }

    /** Whether values of the foreign task can stand beside those of the platform's own. */
    private boolean fits(TaskSnapshot known, ForeignRun run) {
        TaskSnapshot task = run.task();
        Optional<String> difference = difference(known, task, run.fromOptimum());
        difference.ifPresent(text -> notes.add("Task '" + known.id() + "' of this platform " + text + ": its runs stand under '" + task.id() + "'."));
        return difference.isEmpty();
    }

    private static Optional<String> difference(TaskSnapshot known, TaskSnapshot task, boolean fromOptimum) {
        if (known.objectives().size() != task.objectives().size() || !known.constraints().isEmpty() || !task.constraints().isEmpty()
                || known.fidelities().isEmpty() != task.fidelities().isEmpty()) {
            return Optional.of("has other objectives, constraints or fidelities");
        }
        for (int i = 0; i < task.objectives().size(); i++) {
            Objective mine = known.objectives().get(i);
            if (mine.direction() != task.objectives().get(i).direction()) {
                return Optional.of("has objective '" + mine.name() + "' in the other direction");
            }
        }
        OptionalDouble mine = known.objectives().getFirst().optimum();
        OptionalDouble theirs = task.objectives().getFirst().optimum();
        if (fromOptimum) {
            return mine.isPresent() ? Optional.empty() : Optional.of("has no known optimum");
        }
        if (mine.isPresent() && theirs.isPresent()
                && Math.abs(mine.getAsDouble() - theirs.getAsDouble()) > SAME_OPTIMUM * Math.max(1, Math.abs(mine.getAsDouble()))) {
            return Optional.of("has the optimum " + mine.getAsDouble() + ", the source " + theirs.getAsDouble());
        }
        return Optional.empty();
    }

    private RunKey key(ForeignRun run) {
        StringBuilder text = new StringBuilder();
        run.log().forEach(event -> {
            if (event instanceof TrialRecord trial) {
                text.append(trial.configuration()).append(trial.status()).append(java.util.Arrays.toString(trial.objectives())).append(trial.clock())
                        .append('\n');
            }
        });
        return new RunKey(ForeignTasks.digest(String.join("\n", PROVIDER, format.label(), run.optimizer(), run.version(), run.task().id().text(),
                run.task().version(), "seed " + run.seed(), "spent " + run.fullEvaluations(), text)));
    }

    private static String place(RunRecord run) {
        return run.optimizer().variant() + "\n" + run.task().id() + "\n" + run.seed();
    }
}
