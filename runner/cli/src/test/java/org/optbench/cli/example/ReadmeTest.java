package org.optbench.cli.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.task.TaskProvider;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizers.testkit.OptimizerContract;
import org.optbench.tasks.testkit.TaskContract;

/** The examples of the README are the sources here, and they keep the contracts. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..", "..");

    @ParameterizedTest
    @CsvSource({"HillClimber, optimizer", "Parabola, task"})
    void theReadmeShowsTheCompiledSource(String file, String snippet) throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/optbench/cli/example", file + ".java"));
        int from = source.indexOf("// readme: " + snippet);
        assertThat(from).isPositive();
        String code = source.substring(source.indexOf('\n', from) + 1, source.indexOf("    // readme: end", from)).stripTrailing().stripIndent().strip();
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains(code);
    }

    @Test
    void theReadmeNamesEveryFolder() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        for (String folder : new String[]{"optimizers/", "tasks/", "runner/", "analysis/", "subsets/", "results-db/", "notebooks/"}) {
            assertThat(readme).contains("`" + folder + "`");
            assertThat(ROOT.resolve(folder)).isDirectory();
        }
    }

    @Nested
    class HillClimberContract extends OptimizerContract {

        @Override
        protected OptimizerProvider provider() {
            return new HillClimber();
        }
    }

    @Nested
    class ParabolaContract extends TaskContract {

        @Override
        protected TaskProvider provider() {
            return new Parabola();
        }
    }
}
