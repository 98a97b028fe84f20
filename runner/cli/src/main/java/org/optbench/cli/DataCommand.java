package org.optbench.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.optbench.tasks.data.DataCatalog;
import org.optbench.tasks.data.DataCollection;
import org.optbench.tasks.data.DataFolder;
import org.optbench.tasks.data.DataListener;
import org.optbench.tasks.data.Downloader;
import org.optbench.tasks.data.FileStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists, gets and verifies the data that some tasks need. */
@Command(name = "data",
        description = "List, get or verify the collections of data that some tasks need. They come from their publishers under their own licences.", footer = {
                "  optbench data list", "  optbench data get yahpo/lcbench              a broken download goes on where it stopped",
                "  optbench data verify all --data /shared/data"})
final class DataCommand implements Callable<Integer> {

    /** What to do with collections. */
    enum Action {
        LIST, GET, VERIFY
    }

    private static final long SHOW_EVERY_BYTES = 5_000_000;

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") private Action action;

    @Parameters(index = "1", arity = "0..1", defaultValue = "all", paramLabel = "NAME",
            description = "A collection, a folder of collections such as yahpo, or all (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private String name;

    @Option(names = "--data", paramLabel = "DIR", defaultValue = "data", description = "Folder of the collections (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") private Path folder;

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        DataFolder data = new DataFolder(folder, new Downloader());
        boolean isComplete = true;
        for (DataCollection collection : DataCatalog.standard().select(name)) {
            switch (action) {
                case LIST -> out.println(collection.name() + "  " + data.present(collection) + " of " + collection.files().size() + " files here  "
                        + collection.licence().id() + "  " + collection.summary());
                case GET -> isComplete &= tell(out, collection, data.get(collection, new Display(out)));
                case VERIFY -> isComplete &= tell(out, collection, data.verify(collection));
            }
            out.flush();
        }
        return isComplete ? OptbenchCommand.OK : OptbenchCommand.SOME_FAILED;
    }

    private static boolean tell(PrintWriter out, DataCollection collection, List<FileStatus> files) {
        files.stream().filter(file -> file.state() != FileStatus.State.INTACT)
                .forEach(file -> out.println("  " + file.file().path() + ": " + file.state().name().toLowerCase(java.util.Locale.ROOT) + ", " + file.detail()));
        boolean isUsable = files.stream().allMatch(FileStatus::isUsable);
        out.println(collection.name() + ": " + (isUsable ? "complete" : "not complete. Maybe run: optbench data get " + collection.name()));
        return isUsable;
    }

    private static final class Display implements DataListener {

        private final PrintWriter out;
        private long shown;

        Display(PrintWriter out) {
            this.out = out;
        }

        @Override
        public void started(DataCollection collection) {
            out.println(collection.name() + ": " + collection.summary() + ". Licence: " + collection.licence());
            out.flush();
        }

        @Override
        public void progress(String file, long bytes, OptionalLong total) {
            if (bytes < shown || bytes - shown >= SHOW_EVERY_BYTES) {
                shown = bytes;
                out.println("  " + file + ": " + (bytes >> 20) + " MiB" + (total.isPresent() ? " of " + (total.getAsLong() >> 20) : ""));
                out.flush();
            }
        }

        @Override
        public void note(String line) {
            out.println("  " + line);
            out.flush();
        }
    }
}
