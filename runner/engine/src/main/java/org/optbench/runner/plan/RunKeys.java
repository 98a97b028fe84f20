package org.optbench.runner.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.optbench.model.Budget;
import org.optbench.model.task.TaskDescription;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.runner.campaign.WorkerSpec;

/** The identity of a run. */
final class RunKeys {

    private RunKeys() {
    }

    /** Covers everything that determines the trials, and the optimizer's name in reports. */
    static String key(String name, String streamKey) {
        return sha256("name " + name + "\n" + streamKey);
    }

    /** Covers everything that determines the trials: two runs with one stream key have the same trials. */
    static String streamKey(OptimizerVariant variant, TaskDescription task, Budget budget, WorkerSpec workers, long seed, Duration trialTimeLimit) {
        OptimizerDescription optimizer = variant.provider().description();
        String identity = String.join("\n", "optimizer " + optimizer.id(), "version " + optimizer.version(), "settings " + variant.settings().canonicalText(),
                "options " + variant.options(), "task " + task.id(), "version " + task.version(), "budget " + budget, "workers " + workers, "seed " + seed,
                "limit " + trialTimeLimit);
        return sha256(identity);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
