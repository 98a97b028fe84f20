package org.optbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.optbench.formats.ImportFormat;
import org.optbench.formats.ImportOptions;
import org.optbench.formats.ImportSummary;
import org.optbench.formats.ResultImport;
import org.optbench.model.task.Task;
import org.optbench.model.task.TaskCatalog;
import org.optbench.model.task.TaskId;
import org.optbench.model.task.TaskUnavailableException;
import org.optbench.results.ResultStore;
import org.optbench.results.TaskSnapshot;
import org.optbench.results.export.CsvImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports results that were recorded elsewhere. */
@Command(name = "import",
        description = "Import results of other platforms as finished runs of a campaign, so that they are analysed side by side with its own. "
                + "What is recorded is never changed.",
        footer = {"  optbench import --format coco BIPOP-CMA-ES.tgz --campaign bbob-2009",
                "  optbench import --format optuna study.db --campaign mine --optimizer optuna-tpe", "  optbench import --format csv export"})
final class ImportCommand implements Callable<Integer> {

    /** What to read. */
    enum Format {
        CARPS, COCO, CSV, HPOB, IOH, OPTUNA
    }

    @Parameters(index = "0", paramLabel = "SOURCE", description = "File or folder to read; COCO and IOH data may be packed (.zip, .tar.gz).")
    @SuppressWarnings("NullAway.Init") private Path source;

    @Option(names = "--format", required = true,
            description = "${COMPLETION-CANDIDATES}: run folders of carps, data of COCO, tables of optbench export, results of HPO-B, data of IOHprofiler, "
                    + "SQLite storage of Optuna.")
    @SuppressWarnings("NullAway.Init") private Format format;

    @Option(names = "--campaign", paramLabel = "NAME", defaultValue = "",
            description = "Campaign the runs become part of, a new one or one that is there (default: the name of the source).")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = "--optimizer", paramLabel = "NAME",
            description = "Name of the optimizer in place of the one the source gives.") private @Nullable String optimizer;

    @Mixin private final Database database = new Database();

    @Mixin private final Platform platform = new Platform();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() {
        String name = campaign.isEmpty() ? String.valueOf(source.toAbsolutePath().normalize().getFileName()).replaceFirst("\\.[A-Za-z.]+$", "") : campaign;
        PrintWriter out = spec.commandLine().getOut();
        try (ResultStore store = database.open()) {
            switch (format) {
                case CSV -> {
                    if (optimizer != null) {
                        throw new RefusedException("Tables of optbench keep their names: --optimizer cannot be given with --format csv.");
                    }
                    out.println("Imported " + CsvImport.read(source, store, name) + " runs into campaign '" + name + "'.");
                }
                case CARPS -> read(ImportFormat.CARPS, store, name);
                case COCO -> read(ImportFormat.COCO, store, name);
                case HPOB -> read(ImportFormat.HPOB, store, name);
                case IOH -> read(ImportFormat.IOH, store, name);
                case OPTUNA -> read(ImportFormat.OPTUNA, store, name);
            }
        }
        return OptbenchCommand.OK;
    }

    private void read(ImportFormat kind, ResultStore store, String name) {
        TaskCatalog tasks = platform.tasks();
        ImportOptions options = new ImportOptions(name, Optional.ofNullable(optimizer), id -> find(tasks, id));
        ImportSummary summary = ResultImport.read(kind, source, store, options);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Imported " + summary.runs() + " runs with " + summary.trials() + " recorded trials into campaign '" + name + "'"
                + (summary.there() > 0 ? "; " + summary.there() + " were there already" : "") + ".");
        out.println(summary.matched() + " of them are on tasks of this platform.");
        summary.notes().forEach(out::println);
        out.println("See them: optbench report " + name);
    }

    private Optional<TaskSnapshot> find(TaskCatalog tasks, TaskId id) {
        if (tasks.describe(id, platform.context()).filter(task -> task.isAvailable()).isEmpty()) {
            return Optional.empty();
        }
        try (Task task = tasks.open(id, platform.context())) {
            return Optional.of(TaskSnapshot.of(task.description(), task.problem()));
        } catch (TaskUnavailableException e) {
            return Optional.empty();
        }
    }
}
