package org.optbench.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.optbench.results.Lease;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunRecord;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LiveServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static int databases;

    private final HttpClient client = HttpClient.newHttpClient();
    private ResultStore store = ResultStores.open("jdbc:h2:mem:live" + databases, StoreOptions.defaults());

    @BeforeEach
    void countDatabases() {
        databases++;
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void followsACampaignFromTheFirstTrialToTheLast() throws Exception {
        RunRecord good = Campaigns.run("good", 2, 1);
        RunRecord bad = Campaigns.run("bad", 2, 1);
        try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
            assertThat(json(server, "api/campaigns").path("campaigns")).isEmpty();
            Campaigns.register(store, List.of(good, bad));
            assertThat(json(server, "api/campaigns").path("campaigns").path(0).path("open").asInt()).isEqualTo(2);
            JsonNode first = json(server, "api/campaign?name=followed&since=-1");
            assertThat(first.path("trials").asInt()).isZero();
            assertThat(first.path("ranks").isMissingNode()).isTrue();

            Lease lease = Campaigns.claim(store, good);
            try (RunWriter writer = Campaigns.writer(store, lease)) {
                Campaigns.append(writer, 0, 10, 5);
                writer.flush();
                JsonNode running = later(server, first).path("running").path(0);
                assertThat(running.path("trials").asInt()).isEqualTo(10);
                assertThat(running.path("best").asDouble()).isEqualTo(0.5);
                assertThat(running.path("holder").asString()).isEqualTo("worker-1");
                Campaigns.append(writer, 10, 25, 5);
                writer.flush();
                JsonNode more = later(server, first);
                assertThat(more.path("running").path(0).path("trials").asInt()).isEqualTo(25);
                assertThat(more.path("trials").asInt()).isEqualTo(25);
                JsonNode task = json(server, "api/task?name=followed&task=test/sphere/d2");
                assertThat(task.path("running").path(0).path("y").path(0).asDouble()).isEqualTo(5);
                assertThat(task.path("running").path(0).path("x")).hasSize(26);
            }
            store.release(lease);
            store.flush();
            Thread.sleep(900);
            Lease again = Campaigns.claim(store, good);
            try (RunWriter writer = Campaigns.writer(store, again)) {
                Campaigns.append(writer, 25, Campaigns.BUDGET, 5);
            }
            store.complete(again, new org.optbench.results.RunSummary("trials", Campaigns.BUDGET, 0, Campaigns.BUDGET, Campaigns.BUDGET));
            Campaigns.finish(store, bad, 500);
            store.flush();
            JsonNode done = later(server, first);
            assertThat(done.path("done").asInt()).isEqualTo(2);
            assertThat(done.path("trials").asInt()).isEqualTo(2 * Campaigns.BUDGET);
            assertThat(done.path("failures").asInt()).isEqualTo(4);
            assertThat(done.path("running")).isEmpty();
            JsonNode ranks = done.path("ranks").path("series");
            assertThat(ranks.path(0).path("name").asString()).isEqualTo("bad");
            assertThat(ranks.path(0).path("y").path(63).asDouble()).isEqualTo(2);
            assertThat(ranks.path(1).path("y").path(63).asDouble()).isEqualTo(1);
            JsonNode task = json(server, "api/task?name=followed&task=test/sphere/d2");
            // quality / (trial + 1) at the end of the budget
            assertThat(task.path("series").path(1).path("y").path(63).asDouble()).isEqualTo(5.0 / Campaigns.BUDGET);
            JsonNode failures = json(server, "api/failures?name=followed").path("trials");
            assertThat(failures).hasSize(4);
            assertThat(failures.path(0).path("log").asString()).isEqualTo("loss is <b>not</b> a number\nat step 7\n[stderr]\nTraceback");
            long version = done.path("version").asLong();
            assertThat(get(server, "api/campaign?name=followed&since=" + version).statusCode()).as("no news").isEqualTo(204);
        }
    }

    @Test
    void onlyThisMachineMayLookWithoutAToken() throws Exception {
        try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
            assertThat(get(server, "").statusCode()).isEqualTo(200);
            assertThat(raw(server, "evil.example")).startsWith("HTTP/1.1 403");
            assertThat(raw(server, "localhost:1")).startsWith("HTTP/1.1 200");
            assertThat(get(server, "api/nothing").statusCode()).isEqualTo(404);
            assertThat(get(server, "../secret").statusCode()).isEqualTo(404);
            HttpRequest post = HttpRequest.newBuilder(server.address().resolve("/")).POST(HttpRequest.BodyPublishers.ofString("x")).build();
            assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        }
        assertThatThrownBy(() -> LiveServer.start(store.reader(), InetAddress.getByName("0.0.0.0"), 0, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a token is needed").hasMessageContaining("Maybe");
        assertThatThrownBy(() -> LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.of("short")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("16 or more");
    }

    @Test
    void aTokenIsAskedForAndMovesIntoACookie() throws Exception {
        try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.of(TOKEN))) {
            URI page = server.address().resolve("/");
            assertThat(status(page.resolve("api/campaigns"), "X-Nothing", "x")).isEqualTo(403);
            assertThat(status(page.resolve("api/campaigns"), "Authorization", "Bearer wrong")).isEqualTo(403);
            assertThat(status(page.resolve("api/campaigns"), "Authorization", "Bearer " + TOKEN)).isEqualTo(200);
            HttpResponse<String> first = client.send(HttpRequest.newBuilder(server.address()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(first.statusCode()).isEqualTo(303);
            assertThat(first.headers().firstValue("Location")).hasValue("/");
            String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
            assertThat(status(page, "Cookie", "other=1; " + cookie.substring(0, cookie.indexOf(';')))).isEqualTo(200);
        }
    }

    @Test
    void aTakenPortIsExplained() {
        try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
            assertThatThrownBy(() -> LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), server.address().getPort(), Optional.empty()))
                    .hasMessageContaining("cannot be used").hasMessageContaining("Maybe");
        }
    }

    @Test
    @Tag("slow")
    void keepsUpWithAMillionTrials() throws Exception {
        List<RunRecord> runs = new ArrayList<>();
        for (int seed = 1; seed <= 2500; seed++) {
            for (int o = 0; o < 10; o++) {
                runs.add(Campaigns.run("optimizer" + o, 1 + seed % 20, seed));
            }
        }
        Campaigns.register(store, runs);
        for (RunRecord run : runs) {
            Campaigns.finish(store, run, 1 + run.optimizer().variant().hashCode() % 7);
        }
        store.flush();
        RunRecord last = Campaigns.run("optimizer0", 30, 1);
        Campaigns.register(store, List.of(last));
        try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.empty());
                RunWriter writer = Campaigns.writer(store, Campaigns.claim(store, last))) {
            long start = System.nanoTime();
            HttpResponse<String> first = get(server, "api/campaign?name=followed");
            long whole = System.nanoTime() - start;
            assertThat(JSON.readTree(first.body()).path("trials").asInt()).isEqualTo(1_000_000);
            assertThat(first.body().length()).as("size of an answer").isLessThan(100_000);
            long slowest = 0;
            for (int look = 0; look < 5; look++) {
                Campaigns.append(writer, look * 5, look * 5 + 5, 3);
                writer.flush();
                Thread.sleep(900);
                start = System.nanoTime();
                JsonNode news = json(server, "api/campaign?name=followed");
                slowest = Math.max(slowest, System.nanoTime() - start);
                assertThat(news.path("trials").asInt()).isEqualTo(1_000_000 + look * 5 + 5);
            }
            System.getLogger("org.optbench.live").log(System.Logger.Level.INFO, "a million trials: first look " + whole / 1_000_000 + " ms, slowest of 5 later "
                    + slowest / 1_000_000 + " ms, " + first.body().length() + " characters");
        }
    }

    /** The state once the pause between two looks has passed. */
    private JsonNode later(LiveServer server, JsonNode before) throws Exception {
        Thread.sleep(900);
        JsonNode now = json(server, "api/campaign?name=followed&since=" + before.path("version").asLong());
        assertThat(now.path("version").asLong()).isGreaterThan(before.path("version").asLong());
        return now;
    }

    private JsonNode json(LiveServer server, String path) throws Exception {
        HttpResponse<String> answer = get(server, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(LiveServer server, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(server.address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private int status(URI address, String header, String value) throws Exception {
        return client.send(HttpRequest.newBuilder(address).header(header, value).build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String raw(LiveServer server, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            socket.getOutputStream().write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
