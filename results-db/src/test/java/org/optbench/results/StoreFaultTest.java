package org.optbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, lost connections and bad places: what was durable stays, nothing is doubled, and every refusal is one clear message. */
class StoreFaultTest {

    @TempDir Path folder;

    private static void register(String url, int runs) {
        try (ResultStore store = ResultStores.open(url, StoreOptions.defaults())) {
            store.registerCampaign(StoreChild.CAMPAIGN, "name: bench");
            store.register(StoreChild.CAMPAIGN, Samples.runs(Samples.sphere(), "random", runs));
        }
    }

    private static BufferedReader lines(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII));
    }

    private void killAgainAndAgain(String url) throws IOException, InterruptedException {
        register(url, 1);
        RunKey run = Samples.run(Samples.sphere(), "random", 1).key();
        int last = 0;
        for (int reports : new int[]{1, 4, 9}) {
            Process child = StoreChild.start("append", url);
            int durable = last;
            try (BufferedReader out = lines(child)) {
                for (int i = 0; i < reports; i++) {
                    String line = out.readLine();
                    assertThat(line).as("what the child reported; see optbench-store-child.log").isNotNull();
                    durable = Integer.parseInt(String.valueOf(line));
                }
                child.destroyForcibly();
            }
            assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
            try (ResultStore store = ResultStores.open(url, StoreOptions.defaults())) {
                List<TrialRecord> trials = store.reader().trials(run);
                assertThat(trials.size()).isGreaterThanOrEqualTo(durable).isGreaterThan(last);
                for (int i = 0; i < trials.size(); i++) {
                    assertThat(trials.get(i)).isEqualTo(Samples.sequential(i));
                }
                last = trials.size();
            }
        }
        try (ResultStore store = ResultStores.open(url, StoreOptions.defaults())) {
            assertThat(store.reader().attempts(run)).extracting(AttemptRecord::ending).containsExactly("lease ran out", "lease ran out", "");
        }
    }

    @Test
    void whatWasFlushedSurvivesKillsOnH2() throws IOException, InterruptedException {
        killAgainAndAgain(ResultStores.fileIn(folder));
    }

    @Test
    void whatWasFlushedSurvivesKillsOnPostgres() throws IOException, InterruptedException {
        killAgainAndAgain(Postgres.newDatabase());
    }

    @Test
    void sixteenProcessesNeverHoldOneRun() throws IOException, InterruptedException {
        int processes = 16;
        int runs = 160;
        String url = Postgres.newDatabase();
        register(url, runs);
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            children.add(StoreChild.start("claim", url));
        }
        // all begin together: on a quiet machine the first would be done before the second has started
        List<BufferedReader> outputs = new ArrayList<>();
        for (Process child : children) {
            BufferedReader output = child.inputReader();
            assertThat(output.readLine()).isEqualTo("ready");
            outputs.add(output);
        }
        for (Process child : children) {
            child.getOutputStream().write('\n');
            child.getOutputStream().flush();
        }
        List<String> claims = new ArrayList<>();
        int busy = 0;
        for (int i = 0; i < processes; i++) {
            Process child = children.get(i);
            List<String> mine = outputs.get(i).lines().toList();
            assertThat(child.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(child.exitValue()).isZero();
            claims.addAll(mine);
            busy += mine.isEmpty() ? 0 : 1;
        }
        assertThat(claims).hasSize(runs).doesNotHaveDuplicates().allMatch(claim -> claim.endsWith(" 1"));
        assertThat(busy).isGreaterThan(1);
        try (ResultReader reader = ResultStores.openReader(url, StoreOptions.defaults())) {
            assertThat(reader.progress(StoreChild.CAMPAIGN)).isEqualTo(new CampaignProgress(0, 0, runs, 0, (long) runs * StoreChild.TRIALS_A_RUN, 0));
            reader.scan(RunQuery.all(), trials -> assertThat(trials.index()).containsExactly(0, 1, 2, 3, 4));
        }
    }

    @Test
    void connectionsThatBreakLoseAndDoubleNothing() throws SQLException {
        String url = Postgres.newDatabase();
        int faults = 30;
        int between = 40;
        register(url, 1);
        RunKey run = Samples.run(Samples.sphere(), "random", 1).key();
        int broken = 0;
        try (ResultStore store = ResultStores.open(url, StoreOptions.defaults().withConnections(3));
                Connection killer = DriverManager.getConnection(url);
                Statement kill = killer.createStatement()) {
            Lease lease = store.claim(run, "w", Duration.ofMinutes(10)).orElseThrow();
            try (RunWriter writer = store.writer(lease, Samples.HERE)) {
                for (int i = 0; i < faults * between; i++) {
                    writer.append(Samples.ask(i));
                    writer.append(Samples.sequential(i));
                    if (i % between == 7) {
                        broken += terminateOthers(kill);
                    }
                    if (i % between == between - 1) {
                        writer.flush();
                    }
                }
            }
            store.complete(lease, new RunSummary("trials", faults * between, 0, faults * between, 1));
            store.flush();
            List<TrialRecord> trials = store.reader().trials(run);
            assertThat(trials).hasSize(faults * between);
            for (int i = 0; i < trials.size(); i++) {
                assertThat(trials.get(i)).isEqualTo(Samples.sequential(i));
            }
        }
        assertThat(broken).isGreaterThanOrEqualTo(faults);
    }

    private static int terminateOthers(Statement kill) throws SQLException {
        int killed = 0;
        try (ResultSet rows = kill.executeQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
                + "AND backend_type = 'client backend' AND datname = current_database()")) {
            while (rows.next()) {
                killed++;
            }
        }
        return killed;
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Path file = folder.resolve("results.mv.db");
        try (ResultStore store = ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())) {
            store.registerCampaign("a", "name: a");
        }
        byte[] content = Files.readAllBytes(file);
        Files.write(file, new byte[content.length]);
        assertThatThrownBy(() -> ResultStores.open(ResultStores.fileIn(folder), StoreOptions.defaults())).isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened").hasMessageContaining("Maybe");
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        String url = ResultStores.fileIn(folder);
        register(url, 1);
        try (Connection connection = DriverManager.getConnection(url); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO \"optbench_schema\" (\"installed_rank\", \"version\", \"description\", \"type\", \"script\", \"checksum\", "
                    + "\"installed_by\", \"execution_time\", \"success\") VALUES (99, '99', 'future', 'SQL', 'V99__future.sql', 1, 'x', 1, TRUE)");
        }
        for (boolean readOnly : new boolean[]{false, true}) {
            assertThatThrownBy(() -> {
                if (readOnly) {
                    ResultStores.openReader(url, StoreOptions.defaults()).close();
                } else {
                    ResultStores.open(url, StoreOptions.defaults()).close();
                }
            }).isInstanceOfSatisfying(StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.NEWER_SCHEMA))
                    .hasMessageContaining("schema version 99").hasMessageContaining("Maybe update the program");
        }
    }

    @Test
    void wrongPlacesAreRefused() throws IOException {
        StoreOptions options = StoreOptions.defaults();
        assertThatThrownBy(() -> ResultStores.open("jdbc:mysql://localhost/x", options)).isInstanceOf(StoreException.class)
                .hasMessageContaining("must begin with jdbc:h2: or jdbc:postgresql:");
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThatThrownBy(() -> ResultStores.open(ResultStores.fileIn(file), options)).isInstanceOfSatisfying(StoreException.class,
                e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.READ_ONLY));
        assertThatThrownBy(() -> ResultStores.openReader(ResultStores.fileIn(folder.resolve("none")), options)).isInstanceOfSatisfying(
                StoreException.class, e -> assertThat(e.kind()).isEqualTo(StoreException.Kind.CANNOT_OPEN));
        assertThat(folder.resolve("none")).doesNotExist();
        assertThatThrownBy(() -> ResultStores.open("jdbc:postgresql://127.0.0.1:1/none", options)).isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be opened");
    }

    @Test
    void aReaderLooksOnWhileAStoreIsOpen() {
        String url = ResultStores.fileIn(folder);
        register(url, 3);
        try (ResultStore store = ResultStores.open(url, StoreOptions.defaults());
                ResultReader reader = ResultStores.openReader(url, StoreOptions.defaults())) {
            assertThat(reader.progress(StoreChild.CAMPAIGN).open()).isEqualTo(3);
            store.claimNext(StoreChild.CAMPAIGN, "w", Duration.ofMinutes(1), 1);
            assertThat(reader.progress(StoreChild.CAMPAIGN).running()).isEqualTo(1);
        }
    }
}
