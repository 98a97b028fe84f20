package org.optbench.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.optbench.results.ResultReader;
import org.optbench.results.StoreException;

/**
 * Serves the live view of a results database over HTTP, for reading only. The page asks for what is new every second or two; an answer without news
 * is empty. Nothing is read from the database while nobody looks.
 */
public final class LiveServer implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger("org.optbench.live");
    private static final String VENDOR = "/org/optbench/analysis/report/";
    private static final String JSON = "application/json";
    private static final Map<String, String[]> FILES = Map.of("/", new String[]{"live.html", "text/html; charset=utf-8"}, "/live.js",
            new String[]{"live.js", "text/javascript; charset=utf-8"}, "/live.css", new String[]{"live.css", "text/css; charset=utf-8"}, "/report.css",
            new String[]{VENDOR + "report.css", "text/css; charset=utf-8"}, "/uplot.js",
            new String[]{VENDOR + "vendor/uPlot-1.6.32.iife.min.js", "text/javascript; charset=utf-8"}, "/uplot.css",
            new String[]{VENDOR + "vendor/uPlot-1.6.32.min.css", "text/css; charset=utf-8"});

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Guard guard;
    private final LiveData data;
    private final Optional<String> token;

    private LiveServer(HttpServer server, Guard guard, LiveData data, Optional<String> token) {
        this.server = server;
        this.guard = guard;
        this.data = data;
        this.token = token;
    }

    /**
     * Starts to serve.
     *
     * @param reader  stays the caller's to close, after the server
     * @param address where to listen
     * @param port    0 for any that is free
     * @param token   what a request must bring; may be left out on a loopback address only
     * @throws IllegalArgumentException when a token is missing or too short
     * @throws UncheckedIOException     when the port is taken
     */
    public static LiveServer start(ResultReader reader, InetAddress address, int port, Optional<String> token) {
        Guard guard = new Guard(address, token);
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 0);
            LiveServer live = new LiveServer(http, guard, new LiveData(reader, Clock.systemUTC()), token);
            http.setExecutor(live.threads);
            http.createContext("/", live::handle);
            http.start();
            return live;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " of " + address.getHostAddress() + " cannot be used: " + e.getMessage()
                    + ". Maybe another program has it: choose another one, or 0 for any.", e);
        }
    }

    /** The address of the page, with the token when there is one. */
    public URI address() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().isLoopbackAddress() ? "127.0.0.1" : bound.getAddress().getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + bound.getPort() + "/"
                + token.map(text -> "?token=" + text).orElse(""));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'self'");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (!guard.isAllowed(exchange)) {
                send(exchange, 403, "text/plain; charset=utf-8", "This view needs the address that 'optbench serve' printed, with its token.\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain; charset=utf-8", "This view is for reading only.\n");
            } else if (guard.isInAddress(exchange) && exchange.getRequestURI().getPath().equals("/")) {
                exchange.getResponseHeaders().set("Set-Cookie", guard.cookie());
                exchange.getResponseHeaders().set("Location", "/");
                exchange.sendResponseHeaders(303, -1);
            } else {
                answer(exchange);
            }
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "the reader of an answer went away", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String[] file = FILES.get(path);
        if (file != null) {
            send(exchange, 200, file[1], resource(file[0]));
            return;
        }
        try {
            if (path.equals("/api/campaigns")) {
                send(exchange, 200, JSON, data.campaigns().toString());
                return;
            }
            String name = Guard.parameter(exchange, "name").orElse("");
            Optional<LiveCampaign> campaign = path.startsWith("/api/") ? data.campaign(name) : Optional.empty();
            if (campaign.isEmpty()) {
                send(exchange, 404, JSON, "{\"error\":\"There is nothing here.\"}");
                return;
            }
            campaign(exchange, path, name, campaign.get());
        } catch (StoreException | IllegalArgumentException e) {
            // The database is away for a moment: the page says so and asks again.
            LOGGER.log(System.Logger.Level.DEBUG, "no answer to " + path, e);
            send(exchange, 503, "text/plain; charset=utf-8", String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.WARNING, "no answer to " + path + ": " + e, e);
            send(exchange, 500, "text/plain; charset=utf-8", "The view broke: " + e);
        }
    }

    private void campaign(HttpExchange exchange, String path, String name, LiveCampaign campaign) throws IOException {
        long version = campaign.look();
        switch (path) {
            case "/api/campaign" -> {
                if (Guard.parameter(exchange, "since").orElse("").equals(Long.toString(version))) {
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    send(exchange, 200, JSON, data.overview(campaign, version).toString());
                }
            }
            case "/api/task" -> {
                Optional<String> task = data.task(campaign, Guard.parameter(exchange, "task").orElse("")).map(Object::toString);
                send(exchange, task.isPresent() ? 200 : 404, JSON, task.orElse("{\"error\":\"The campaign has no such task.\"}"));
            }
            case "/api/failures" -> send(exchange, 200, JSON, data.failures(campaign, name).toString());
            default -> send(exchange, 404, JSON, "{\"error\":\"There is nothing here.\"}");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String resource(String name) {
        try (InputStream in = LiveServer.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource '" + name + "' of the live view is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
