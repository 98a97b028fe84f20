package org.optbench.runner.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What Slurm is asked for.
 *
 * @param partition empty: the default one
 * @param timeLimit of a worker in Slurm's notation, such as 08:00:00; empty: that of the partition. A minute before it the worker stops gracefully
 * @param gpus      GPU slots of a worker, 0 or above
 * @param cpus      processors of a worker, 1 or above
 * @param extra     further directives as on the command line of sbatch, such as {@code --account=me}
 * @param template  the user's own sbatch script; empty path: the one that comes with optbench
 */
public record SlurmOptions(String partition, String timeLimit, int gpus, int cpus, List<String> extra, Path template) {

    public SlurmOptions {
        extra = List.copyOf(extra);
        if (gpus < 0 || cpus < 1) {
            throw new IllegalArgumentException("Slurm worker with " + gpus + " GPUs and " + cpus + " processors: at least 0 and 1 are needed.");
        }
        if (extra.stream().anyMatch(line -> !line.startsWith("-") || line.contains("\n"))) {
            throw new IllegalArgumentException("Slurm directives " + extra + ": each must be one option of sbatch. Maybe write --account=me");
        }
    }

    /** The lines of the script that ask for all this. */
    String directives() {
        List<String> lines = new ArrayList<>(List.of("#SBATCH --cpus-per-task=" + cpus));
        if (!partition.isEmpty()) {
            lines.add("#SBATCH --partition=" + partition);
        }
        if (!timeLimit.isEmpty()) {
            lines.add("#SBATCH --time=" + timeLimit);
        }
        if (gpus > 0) {
            lines.add("#SBATCH --gres=gpu:" + gpus);
        }
        extra.forEach(option -> lines.add("#SBATCH " + option));
        return String.join("\n", lines);
    }
}
