package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckPluginCommandTest {

    @ParameterizedTest
    @CsvSource({"check-plugin grid --trials 10 --samples 1, grid:", "check-plugin bbob --task bbob/f1/d2/i1, bbob:"})
    void whatKeepsTheContractPasses(String command, String expected) {
        CommandTester done = CommandTester.call(command.split(" "));
        assertThat(done.code()).as(done.out()).isEqualTo(OptbenchCommand.OK);
        assertThat(done.out()).contains(expected).contains("checks passed").doesNotContain("BROKEN");
    }

    @Test
    void aProgramThatBreaksTheContractIsToldWhatItBroke(@TempDir Path folder) throws IOException {
        Path program = Files.writeString(folder.resolve("liar.sh"),
                "while read -r line; do echo '{\"protocol\": 1, \"suggestions\": [{\"configuration\": {}}]}'; done\n");
        CommandTester done = CommandTester.call("check-plugin", "process", "--option", "command=sh " + program, "--trials", "10", "--samples", "1");
        assertThat(done.code()).isEqualTo(OptbenchCommand.SOME_FAILED);
        assertThat(done.out()).contains("BROKEN").contains("process:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            check-plugin nope                          | 'nope' is unknown
            check-plugin process                       | No program was named
            check-plugin grid --trials 3               | at least 10
            check-plugin grid --option x=1             | 'x'
            check-plugin nope --task bbob/f1/d2/i1     | no provider of tasks 'nope'
            """)
    void whatCannotBeCheckedIsRefused(String command, String expected) {
        CommandTester done = CommandTester.call(command.split(" +"));
        assertThat(done.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(done.err()).contains(expected);
    }
}
