package org.optbench.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.results.ResultStore;
import org.optbench.results.ResultStores;
import org.optbench.results.RunRecord;
import org.optbench.results.RunWriter;
import org.optbench.results.StoreOptions;

/** Opens the live view in headless Chromium at three widths in both themes, while runs end. Skipped where there is no Chromium. */
class LiveInBrowserTest {

    /** Runs inside the page, which a proxy hands out with it: waits for news, then tells the page around it what it found. */
    private static final String PROBE = """
            const problems = [];
            window.addEventListener("error", e => problems.push("error: " + e.message));
            window.addEventListener("unhandledrejection", e => problems.push("rejection: " + e.reason));
            const wait = ms => new Promise(r => setTimeout(r, ms));
            (async () => {
              for (let i = 0; i < 200 && !document.querySelector("#ranks canvas"); i++) await wait(50);
              const firstDone = document.getElementById("done").textContent;
              await fetch("finish");
              for (let i = 0; i < 400 && document.getElementById("done").textContent === firstDone; i++) await wait(50);
              const painted = [...document.querySelectorAll(".chart canvas")].every(c => new Uint32Array(c.getContext("2d").getImageData(0, 0, c.width, c.height).data.buffer).some(p => p !== 0));
              if (document.documentElement.scrollWidth > innerWidth + 1) problems.push("page is " + document.documentElement.scrollWidth + " wide");
              for (const e of document.querySelectorAll("h1,h2,.lead,.card,.chart canvas,.tablewrap,.tiles,.legend button,#failures details")) {
                const r = e.getBoundingClientRect();
                if (r.width > 0 && (r.right > innerWidth + 1 || r.left < -1)) problems.push(e.tagName + "." + e.className + " leaves the page");
              }
              const before = document.documentElement.dataset.theme;
              document.getElementById("theme").click();
              document.querySelector(".legend button").click();
              const task = document.getElementById("task");
              task.selectedIndex = 1;
              task.dispatchEvent(new Event("change"));
              await wait(1500);
              parent.postMessage({width: innerWidth, theme: before, switched: before !== document.documentElement.dataset.theme, firstDone,
                lastDone: document.getElementById("done").textContent, charts: document.querySelectorAll(".chart canvas").length, painted,
                running: document.querySelectorAll("#running tr").length, failures: document.querySelectorAll("#failures details").length,
                escaped: document.querySelectorAll("#failures pre b").length === 0, task: task.value, pressed: document.querySelector(".legend button").getAttribute("aria-pressed"),
                problems}, "*");
            })();
            """;

    @TempDir private Path folder;

    @Test
    void showsRunsAsTheyEndAtThreeWidthsInBothThemes() throws Exception {
        Optional<Path> chromium = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(dir, name))).filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(chromium.isPresent(), "no chromium on the PATH: the live view was not opened in a browser");
        try (ResultStore store = ResultStores.open("jdbc:h2:mem:browser", StoreOptions.defaults())) {
            RunRecord held = Campaigns.run("good", 3, 2);
            RunRecord last = Campaigns.run("an optimizer with a rather long name", 3, 2);
            Campaigns.register(store, List.of(Campaigns.run("good", 2, 1), Campaigns.run("bad", 2, 1), Campaigns.run("good", 3, 1), Campaigns.run("bad", 3, 1),
                    Campaigns.run(last.optimizer().variant(), 2, 1), held, last));
            Campaigns.finish(store, Campaigns.run("good", 2, 1), 5);
            Campaigns.finish(store, Campaigns.run("bad", 2, 1), 500);
            Campaigns.finish(store, Campaigns.run(last.optimizer().variant(), 2, 1), 3);
            try (RunWriter writer = Campaigns.writer(store, Campaigns.claim(store, held))) {
                Campaigns.append(writer, 0, 12, 7);
            }
            store.flush();
            try (LiveServer server = LiveServer.start(store.reader(), InetAddress.getLoopbackAddress(), 0, Optional.empty())) {
                check(chromium.orElseThrow(), server, () -> {
                    if (store.reader().progress(Campaigns.NAME).done() == 3) {
                        Campaigns.finish(store, last, 4);
                        store.flush();
                    }
                });
            }
        }
    }

    private void check(Path chromium, LiveServer server, Runnable finish) throws Exception {
        StringBuilder all = new StringBuilder("<!DOCTYPE html><html><body><pre id=out></pre><script>addEventListener('message', e => { "
                + "out.textContent += JSON.stringify(e.data) + '\\n'; });</script>");
        for (int width : new int[]{360, 820, 1440}) {
            for (String theme : List.of("light", "dark")) {
                all.append("<iframe width=").append(width).append(" height=900 src='/?every=300&theme=").append(theme).append("'></iframe>");
            }
        }
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor(); HttpClient client = HttpClient.newHttpClient()) {
            proxy.setExecutor(threads);
            proxy.createContext("/", exchange -> pass(exchange, client, server.address(), all.toString(), finish));
            proxy.start();
            String dom = dump(chromium, URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + "/all.html"));
            List<String> results = dom.lines().map(line -> line.replaceFirst("^.*<pre id=\"out\">", "")).filter(line -> line.startsWith("{\"width\"")).toList();
            assertThat(results).as(dom.length() > 3000 ? dom.substring(0, 3000) : dom).hasSize(6)
                    .allSatisfy(result -> assertThat(result).contains("\"problems\":[]").contains("\"charts\":2").contains("\"painted\":true")
                            .contains("\"lastDone\":\"4 / 7\"").contains("\"running\":1").contains("\"failures\":4").contains("\"escaped\":true")
                            .contains("\"switched\":true").contains("\"task\":\"test/sphere/d3\"").contains("\"pressed\":\"false\""));
            assertThat(results).anyMatch(result -> result.contains("\"width\":360,\"theme\":\"dark\""))
                    .as("the page that saw the campaign go on").anyMatch(result -> result.contains("\"firstDone\":\"3 / 7\""));
        } finally {
            proxy.stop(0);
        }
    }

    private static void pass(HttpExchange exchange, HttpClient client, URI upstream, String all, Runnable finish) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String text = "";
            String type = "text/html; charset=utf-8";
            int status = 200;
            switch (exchange.getRequestURI().getPath()) {
                case "/all.html" -> text = all;
                case "/finish" -> finish.run();
                case "/probe.js" -> {
                    text = PROBE;
                    type = "text/javascript";
                }
                default -> {
                    HttpResponse<String> answer = client.send(HttpRequest.newBuilder(upstream.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
                    status = answer.statusCode();
                    type = answer.headers().firstValue("Content-Type").orElse(type);
                    text = answer.body().replace("<body>", "<body><script src='probe.js'></script>");
                }
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String dump(Path chromium, URI page) throws IOException, InterruptedException {
        Path out = folder.resolve("dom.html");
        Process process = new ProcessBuilder(chromium.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-proxy-server",
                "--user-data-dir=" + folder.resolve("profile"), "--virtual-time-budget=30000", "--dump-dom", page.toString())
                .redirectOutput(out.toFile()).redirectError(folder.resolve("log.txt").toFile()).start();
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Assumptions.assumeTrue(ended, "chromium did not end within 100 s on this machine");
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
