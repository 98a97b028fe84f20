package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.optbench.model.task.Finding;
import org.optbench.model.task.TaskContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what the training tasks find on this machine and which command gets the rest. Imports torch, so it takes some seconds. */
public final class TrainingDoctor {

    private static final long LIMIT_SECONDS = 120;

    private TrainingDoctor() {
    }

    /** What is found with the settings of a context ({@code python}); the missing ones are findings too. Never throws for what is missing. */
    public static List<Finding> examine(TaskContext context) {
        Optional<PythonInstallation> installation = PythonInstallation.find(context);
        if (installation.isEmpty()) {
            return List.of(new Finding("interpreter", false, "no Python interpreter was found", "apt-get install python3 && " + PythonInstallation.REMEDY));
        }
        String interpreter = installation.get().interpreter();
        try {
            return parse(output(interpreter));
        } catch (IOException | JacksonException e) {
            return List
                    .of(new Finding("interpreter", false, interpreter + ": " + e.getMessage(), PythonInstallation.REMEDY + " and set python=/usr/bin/python3"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Finding("interpreter", false, interpreter + ": the examination was interrupted", "run it again"));
        }
    }

    private static String output(String interpreter) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(interpreter, "-m", "optbench_training", "doctor").redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PYTHONPATH", PythonSources.folder().toString());
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not answer within " + LIMIT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("it ended with exit code " + process.exitValue());
        }
        return text;
    }

    private static List<Finding> parse(String text) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode node : JsonMapper.builder().build().readTree(text).path("findings")) {
            findings.add(new Finding(node.get("name").asString(), node.get("found").asBoolean(), node.get("detail").asString(),
                    node.get("remedy").asString()));
        }
        return List.copyOf(findings);
    }
}
