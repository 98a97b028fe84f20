package org.optbench.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.optbench.analysis.SimulatedRuns;

/** Opens the report in headless Chromium at three widths in both themes. Skipped where there is no Chromium. */
class ReportInBrowserTest {

    /** Runs inside the report: clicks through it, then reports what it found to the page around it. */
    private static final String PROBE = """
            <script>
            const problems = [];
            window.addEventListener("error", e => problems.push("error: " + e.message));
            window.addEventListener("unhandledrejection", e => problems.push("rejection: " + e.reason));
            const complain = console.error;
            console.error = (...a) => { problems.push("console: " + a.join(" ")); complain(...a); };
            const wait = ms => new Promise(r => setTimeout(r, ms));
            const overflow = where => {
              if (document.documentElement.scrollWidth > innerWidth + 1) problems.push(where + ": page is " + document.documentElement.scrollWidth + " wide");
              for (const e of document.querySelectorAll("h1,h2,h3,.lead,.findings li,.card,.chart canvas,.tablewrap,.tiles,.legend button,.facts div")) {
                const r = e.getBoundingClientRect();
                if (r.width > 0 && (r.right > innerWidth + 1 || r.left < -1)) problems.push(where + ": " + e.tagName + "." + e.className + " leaves the page");
              }
            };
            const overlap = where => {
              const boxes = [...document.querySelectorAll("h1,h2,h3,.lead,.help,.findings,.card,.tablewrap,.tiles,.legend,.filter,.facts,figure.scrollx")]
                .filter(e => e.offsetParent && e.getBoundingClientRect().height > 0);
              for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
                const a = boxes[i], b = boxes[j];
                if (a.contains(b) || b.contains(a)) continue;
                const r = a.getBoundingClientRect(), s = b.getBoundingClientRect();
                const x = Math.min(r.right, s.right) - Math.max(r.left, s.left), y = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
                if (x > 1 && y > 1) problems.push(where + ": " + a.tagName + "." + a.className + " overlaps " + b.tagName + "." + b.className);
              }
            };
            (async () => {
              for (let i = 0; i < 100 && !document.documentElement.dataset.ready; i++) await wait(20);
              if (!document.documentElement.dataset.ready) problems.push("not ready");
              await wait(300);
              overflow("start");
              overlap("start");
              const charts = document.querySelectorAll(".chart canvas").length;
              const painted = [...document.querySelectorAll(".chart canvas")].every(c => new Uint32Array(c.getContext("2d").getImageData(0, 0, c.width, c.height).data.buffer).some(p => p !== 0));
              document.querySelector("#tasktable tbody tr:first-child a").click();
              const targets = document.querySelectorAll("#target-table tbody tr").length;
              document.querySelector("#tasktable tbody tr:last-child a").click();
              await wait(50);
              document.querySelector("#tasktable thead th:nth-child(8)").click();
              const scope = document.getElementById("scope");
              scope.selectedIndex = scope.options.length - 1;
              scope.dispatchEvent(new Event("change"));
              const visible = [...document.querySelectorAll("#tasktable tbody tr")].filter(r => !r.hidden).length;
              const search = document.getElementById("filter");
              search.value = "no such task";
              search.dispatchEvent(new Event("input"));
              const none = [...document.querySelectorAll("#tasktable tbody tr")].filter(r => !r.hidden).length;
              document.querySelector(".legend button").click();
              const before = document.documentElement.dataset.theme;
              document.getElementById("theme").click();
              const switched = before !== document.documentElement.dataset.theme;
              await wait(200);
              overflow("end");
              overlap("end");
              const surfaces = !!document.querySelector("#chart-surfaces canvas");
              parent.postMessage({width: innerWidth, theme: before, charts, painted, visible, none, switched, surfaces, targets, problems}, "*");
            })();
            </script>
            """;

    private static Optional<Path> chromium = Optional.empty();

    @TempDir Path folder;

    @BeforeAll
    static void findChromium() {
        String path = System.getenv().getOrDefault("PATH", "");
        chromium = Arrays.stream(path.split(File.pathSeparator))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(dir, name)))
                .filter(Files::isExecutable).findFirst();
    }

    @Test
    void noErrorAndNoOverflowAtThreeWidthsInBothThemes() throws IOException, InterruptedException {
        Assumptions.assumeTrue(chromium.isPresent(), "no chromium on the PATH: the report was not opened in a browser");
        String html = ReportWriter.html(Samples.of(SimulatedRuns.tableWithTwoObjectives(7, 12, 5, 120)));
        Files.writeString(folder.resolve("report.html"), html.replace("<body>", "<body>" + PROBE));
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html><body><pre id=out></pre><script>addEventListener('message', e => { "
                + "out.textContent += JSON.stringify(e.data) + '\\n'; });</script>");
        for (int width : new int[]{360, 820, 1440}) {
            for (String theme : List.of("light", "dark")) {
                page.append("<iframe width=").append(width).append(" height=900 src='report.html?theme=").append(theme).append("'></iframe>");
            }
        }
        Files.writeString(folder.resolve("all.html"), page.append("</body></html>").toString());
        String dom = chromium(folder.resolve("all.html"));
        List<String> results = dom.lines().map(line -> line.replaceFirst("^.*<pre id=\"out\">", "")).filter(line -> line.startsWith("{\"width\"")).toList();
        assertThat(results).as(dom.length() > 3000 ? dom.substring(0, 3000) : dom).hasSize(6)
                .allSatisfy(result -> assertThat(result).contains("\"problems\":[]").contains("\"charts\":6")
                        .contains("\"painted\":true").contains("\"visible\":1,").contains("\"surfaces\":true").contains("\"targets\":7").contains("\"none\":0")
                        .contains("\"switched\":true"));
        assertThat(results).anyMatch(result -> result.contains("\"width\":360,\"theme\":\"dark\""));
    }

    private String chromium(Path page) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(chromium.orElseThrow().toString(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile"), "--virtual-time-budget=15000", "--dump-dom", page.toUri().toString()));
        Path out = folder.resolve("dom.html");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(folder.resolve("log.txt").toFile()).start();
        boolean ended = process.waitFor(50, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        Assumptions.assumeTrue(ended, "chromium did not end within 50 s on this machine");
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
