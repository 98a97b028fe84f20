package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.optbench.model.task.Evaluation;
import org.optbench.model.task.Progress;

/** Prepares the checkpoint folder of a trial. */
final class Checkpoints {

    private static final String OWNER = "trial.txt";

    private Checkpoints() {
    }

    /**
     * The folder a trial writes to. A resumed trial gets a copy of the checkpoint it goes on from, so that one paused trial can be resumed twice. A
     * trial that was broken off with its machine goes on from its own checkpoint; what another configuration or seed left there is deleted.
     */
    static Path prepare(Evaluation evaluation, Progress progress) throws IOException {
        Path folder = progress.checkpoints(evaluation.trial());
        Optional<Evaluation.Resumed> resumed = evaluation.resumed();
        String owner = evaluation.configuration().canonicalText() + "\n" + resumed.map(Evaluation.Resumed::seed).orElse(evaluation.seed());
        Path mark = folder.resolve(OWNER);
        boolean isOwn = Files.isRegularFile(mark) && Files.readString(mark).equals(owner);
        if (!isOwn) {
            clear(folder);
        }
        if (resumed.isPresent() && resumed.get().trial() != evaluation.trial()) {
            copy(progress.checkpoints(resumed.get().trial()), folder);
        }
        Files.writeString(mark, owner);
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Path parent = target.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void clear(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
