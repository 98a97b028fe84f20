package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.live.LiveServer;
import org.optbench.results.ResultReader;
import org.optbench.results.ResultStores;
import org.optbench.results.StoreException;
import org.optbench.results.StoreOptions;

/** Looking at a campaign that another process runs in the embedded database: neither keeps the other out. */
class ServeTest {

    private static final String CAMPAIGN = """
            schema: 1
            name: watched
            seeds: {count: %d}
            budget: {trials: 300}
            optimizers: [random, de]
            tasks: ["bbob/f{1,8}/d3/i1"]
            """;

    @TempDir private Path folder;

    @Test
    void aCampaignRunsOnWhileItIsWatchedAndWhenTheWatcherLeaves() throws Exception {
        Path results = folder.resolve("results");
        Path campaign = Files.writeString(folder.resolve("watched.yaml"), CAMPAIGN.formatted(1));
        assertThat(CommandTester.call("run", campaign.toString(), "--results", results.toString(), "--no-report").code()).isZero();
        Files.writeString(campaign, CAMPAIGN.formatted(30));
        Process run;
        // The watcher is there first, so that the campaign reaches the file through it.
        try (ResultReader reader = ResultStores.openReader(ResultStores.fileIn(results), StoreOptions.defaults());
                LiveServer server = LiveServer.start(reader, InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
            run = start(campaign, results);
            long done = 4;
            while (run.isAlive() && done < 6) {
                Thread.sleep(200);
                done = reader.progress("watched").done();
                assertThat(get(server.address().resolve("/api/campaign?name=watched"))).contains("\"optimizers\":[{\"name\":\"de\"");
            }
            assertThat(done).as("runs that came while watching").isGreaterThanOrEqualTo(6);
        }
        CommandTester status = CommandTester.call("status", "watched", "--watch", "--results", results.toString());
        assertThat(status.code()).as(status.err()).isZero();
        assertThat(status.out().lines().reduce((a, b) -> b).orElse("")).contains("watched: 120 of 120 runs done, 0 running, 0 open, 0 set aside; 36000 trials");
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).as(Files.readString(folder.resolve("run.log"))).isZero();
        // A newcomer finds the database as any other one.
        try (ResultReader reader = ResultStores.openReader(ResultStores.fileIn(results), StoreOptions.defaults());
                LiveServer server = LiveServer.start(reader, InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
            assertThat(get(server.address().resolve("/api/campaign?name=watched"))).contains("\"done\":120", "\"trials\":36000", "\"ranks\"");
        }
    }

    @Test
    void whatCannotBeServedIsOneClearError() {
        String nowhere = folder.resolve("nowhere").toString();
        CommandTester none = CommandTester.call("serve", "--port", "0", "--results", nowhere);
        assertThat(none.code()).isEqualTo(OptbenchCommand.REFUSED);
        assertThat(none.err()).contains("nowhere", "Maybe");
        assertThat(CommandTester.call("serve", "--port", "70000", "--results", nowhere).err()).contains("Port 70000: it must be in 0 .. 65535.");
        try (var store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            CommandTester weak = CommandTester.call("serve", "--port", "0", "--token", "short", "--results", folder.toString());
            assertThat(weak.code()).isEqualTo(OptbenchCommand.REFUSED);
            assertThat(weak.err()).contains("The token must have 16 or more");
            assertThat(store.reader().campaigns()).isEmpty();
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static String get(URI address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static Process start(Path campaign, Path results) throws IOException {
        Path arguments = Files.writeString(campaign.resolveSibling("java.args"), "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED\n"
                + "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + arguments, OptbenchCommand.class.getName(), "run",
                campaign.toString(), "--results", results.toString(), "--no-report").redirectErrorStream(true)
                .redirectOutput(campaign.resolveSibling("run.log").toFile()).start();
    }
}
