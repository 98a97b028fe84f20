package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.results.ResultStores;

class VerifyCommandTest {

    @TempDir private Path folder;

    @Test
    void whatWasRecordedReproducesAndWhatWasChangedDoesNot() throws Exception {
        Path campaign = Files.writeString(folder.resolve("v.yaml"),
                "schema: 1\nname: v\nbudget: {trials: 20}\noptimizers: [random]\ntasks: [\"bbob/f{1,8}/d3/i1\"]\n");
        String results = folder.toString();
        assertThat(CommandTester.call("run", campaign.toString(), "--results", results, "--no-report").code()).isZero();
        CommandTester good = CommandTester.call("verify", "--results", results, "--sample", "30");
        assertThat(good.code()).as(good.out() + good.err()).isZero();
        assertThat(good.out()).contains("v: 30 of 30 sampled trials reproduce to the bit, 0 within 1e-9, 0 differ");
        try (Connection connection = DriverManager.getConnection(ResultStores.fileIn(folder)); Statement statement = connection.createStatement()) {
            statement.execute("UPDATE trial SET objective = objective + 1");
        }
        CommandTester bad = CommandTester.call("verify", "--results", results, "--sample", "30");
        assertThat(bad.code()).isEqualTo(OptbenchCommand.SOME_FAILED);
        assertThat(bad.out()).contains("v: 0 of 30 sampled trials reproduce to the bit, 0 within 1e-9, 30 differ", "different: trial ");
    }
}
