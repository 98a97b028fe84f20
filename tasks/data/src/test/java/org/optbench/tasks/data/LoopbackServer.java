package org.optbench.tasks.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A publisher on this machine whose downloads can be made to break off. */
final class LoopbackServer implements AutoCloseable {

    /**
     * @param hasRanges whether parts may be asked for
     * @param tag       value of the header ETag; empty for none
     */
    private record Page(byte[] body, boolean hasRanges, Optional<String> tag) {
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Integer> cuts = new ArrayList<>();
    private final List<Integer> statuses = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean isSilent;

    LoopbackServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI publish(String path, byte[] body) {
        return publish(path, body, true, Optional.of("\"v1\""));
    }

    URI publish(String path, byte[] body, boolean hasRanges, Optional<String> tag) {
        pages.put(path, new Page(body, hasRanges, tag));
        return uri(path);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next answers break off after so many bytes each. */
    synchronized void breakAfter(int... bytes) {
        for (int count : bytes) {
            cuts.add(count);
        }
    }

    /** The next answer stops after so many bytes, and its connection stays open. */
    synchronized void fallSilentAfter(int bytes) {
        breakAfter(bytes);
        isSilent = true;
    }

    private synchronized boolean isSilentNow() {
        boolean silent = isSilent;
        isSilent = false;
        return silent;
    }

    /** The next answers have these statuses and no body. */
    synchronized void failWith(int... codes) {
        for (int code : codes) {
            statuses.add(code);
        }
    }

    /** Path and range of every request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized Optional<Integer> next(List<Integer> plan) {
        return plan.isEmpty() ? Optional.empty() : Optional.of(plan.removeFirst());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String range = exchange.getRequestHeaders().getFirst("Range");
            String condition = exchange.getRequestHeaders().getFirst("If-Range");
            requests.add(path + (range == null ? "" : " " + range));
            Optional<Integer> status = next(statuses);
            Page page = pages.get(path);
            if (status.isPresent() || page == null) {
                exchange.sendResponseHeaders(status.orElse(404), -1);
                return;
            }
            page.tag().ifPresent(tag -> exchange.getResponseHeaders().add("ETag", tag));
            boolean isSame = condition == null || page.tag().equals(Optional.of(condition));
            int from = range != null && page.hasRanges() && isSame ? Integer.parseInt(range.substring("bytes=".length(), range.length() - 1)) : 0;
            if (from >= page.body().length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (from > 0) {
                exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + (page.body().length - 1) + "/" + page.body().length);
            }
            int rest = page.body().length - from;
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest);
            OutputStream out = exchange.getResponseBody();
            int sent = Math.min(rest, next(cuts).orElse(rest));
            out.write(page.body(), from, sent);
            out.flush();
            if (sent == rest) {
                out.close();
            } else if (isSilentNow()) {
                closed.await();
            } // else closing the exchange cuts the connection before all promised bytes are out
        } catch (IOException cut) {
            // what is meant by breaking off
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
