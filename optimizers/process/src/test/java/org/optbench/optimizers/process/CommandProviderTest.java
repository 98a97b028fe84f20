package org.optbench.optimizers.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.Budget;
import org.optbench.model.Objective;
import org.optbench.model.Problem;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizer.AskRequest;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.UsageLedger;
import org.optbench.optimizers.testkit.OptimizerChecks;
import org.optbench.tasks.testkit.Check;

/** A program in plain Python passes the contract, and one that misbehaves is told from what it does. */
class CommandProviderTest {

    private static final Set<String> PROBLEMS = Set.of("mixed", "conditional", "permutation", "2 objectives constrained", "contextual");

    private static String python = "";

    @TempDir Path folder;

    @BeforeAll
    static void findPython() {
        Optional<String> found = Interpreter.with("", Optional.empty());
        assumeTrue(found.isPresent(), "no Python 3 on the PATH: programs cannot be run");
        python = found.get();
    }

    /** A part of the contract's problems, since each check starts several processes; {@code optbench check-plugin} runs them all. */
    @TestFactory
    Stream<DynamicTest> contract() {
        Map<String, String> options = Map.of("command", "env PYTHONPATH=" + BridgeFiles.folder() + " " + python + " -S -m optbench_bridge random_search");
        List<Check> checks = new OptimizerChecks(new CommandProvider(), 10, 1, options).checks().stream()
                .filter(check -> !check.name().contains(": ") || PROBLEMS.stream().anyMatch(problem -> check.name().startsWith(problem + ": "))).toList();
        assertThat(checks).hasSizeGreaterThan(40);
        return checks.stream().map(check -> DynamicTest.dynamicTest(check.name(), () -> check.action().run()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            import sys; sys.stderr.write('no licence'); sys.exit(3)     | exit code 3         | no licence
            print('hello')                                              | which is not JSON   | standard error
            print('[1]')                                                | an object is needed | [1]
            print('{"error": "too many parameters"}')                   | says                | too many parameters
            print('{"protocol": 7}')                                    | version 7           | update
            import time; input(); time.sleep(60)                        | did not answer      | killed
            """)
    void aProgramThatMisbehavesAtTheStartIsExplained(String code, String first, String second) throws IOException {
        assertThatThrownBy(() -> open(code, "3")).hasMessageContaining(first).hasMessageContaining(second);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"suggestions": []}                                          | 0 suggestions
            {"suggestions": [{"configuration": {"y": 1.0}}]}             | 'y', which is no parameter
            {"suggestions": [{"configuration": {"x": "big"}}]}           | x = "big", but it is FLOAT
            {"suggestions": [{"x": 1.0}]}                                | no object 'configuration'
            {"suggestions": [{"configuration": {}}, {"configuration": {}}]} | 2 suggestions
            """)
    void aSuggestionThatIsNoneIsExplained(String answer, String expected) throws IOException {
        try (Optimizer optimizer = open("input(); print('{\"protocol\": 1}', flush=True); input(); print(r'''" + answer + "''', flush=True); input()", "30")) {
            assertThatThrownBy(() -> optimizer.ask(AskRequest.one())).hasMessageContaining(expected);
        }
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new CommandProvider().create(context(Map.of("command", "/nonexistent/program --fast", "timeout_seconds", "5"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("/nonexistent/program --fast").hasMessageContaining("Maybe");
        assertThat(new CommandProvider().unavailable(Map.of())).hasValueSatisfying(reason -> assertThat(reason).contains("option 'command'"));
    }

    @Test
    void quotesKeepBlanks() {
        assertThat(CommandProvider.words("run \"a b\" --x \"say \\\"hi\\\"\"")).containsExactly("run", "a b", "--x", "say \"hi\"");
    }

    private Optimizer open(String code, String seconds) throws IOException {
        Path script = Files.writeString(folder.resolve("program.py"), code + "\n");
        return new CommandProvider().create(context(Map.of("command", python + " " + script, "timeout_seconds", seconds)));
    }

    private OptimizerContext context(Map<String, String> options) {
        Problem problem = Problem.of(SearchSpace.of(FloatParameter.linear("x", 0, 10)), Objective.minimize("value"));
        return new OptimizerContext(problem, Budget.ofTrials(5), 1, Configuration.empty(), options, RandomStreams.of(1), UsageLedger.none(),
                folder.resolve("work"));
    }
}
