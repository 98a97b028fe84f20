package org.optbench.tasks.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.optbench.model.task.TaskContext;

/** Runs the unit tests of the Python packages with the interpreter that the tasks would use. */
class PythonPackagesTest {

    @Test
    void theirUnitTestsPass() throws Exception {
        TaskContext context = Torch.context(Path.of("none"), Map.of());
        Torch.assume(context);
        ProcessBuilder builder = new ProcessBuilder(PythonInstallation.find(context).orElseThrow().interpreter(), "-B", "-m", "unittest", "discover", "-s",
                "tests", "-t", ".").directory(Path.of("python").toFile()).redirectErrorStream(true);
        builder.environment().put("OMP_NUM_THREADS", "1");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).containsPattern("Ran \\d{2,} tests").contains("OK");
    }
}
