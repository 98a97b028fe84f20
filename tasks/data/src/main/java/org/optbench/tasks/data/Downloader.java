package org.optbench.tasks.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Downloads files over HTTP. What has arrived is kept beside the target as {@code NAME.part}, so that a broken download goes on where it stopped, at
 * once or when it is asked for again. The target appears only when it is whole.
 */
public final class Downloader {

    private static final int BUFFER = 1 << 16;
    private static final Duration HEADERS = Duration.ofSeconds(60);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final int attempts;
    private final Duration pause;
    private final Duration silence;

    /**
     * @param attempts times to begin or go on before giving up, 1 or more
     * @param pause    wait before the second attempt, doubled before each further one
     * @param silence  time without a byte after which a download counts as broken, positive
     */
    public Downloader(int attempts, Duration pause, Duration silence) {
        if (attempts < 1 || pause.isNegative() || !silence.isPositive()) {
            throw new IllegalArgumentException("Attempts " + attempts + ", pause " + pause + ", silence " + silence
                    + ": at least 1, no less than 0 and more than 0 are needed.");
        }
        this.attempts = attempts;
        this.pause = pause;
        this.silence = silence;
        client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(HEADERS).build();
    }

    /** Six attempts, after 1, 2, 4, 8 and 16 seconds; broken after a minute of silence. */
    public Downloader() {
        this(6, Duration.ofSeconds(1), HEADERS);
    }

    /**
     * Downloads a file, replacing the target.
     *
     * @param sha256 checksum it must have, where known
     * @throws DataException        when it cannot be got or has a wrong checksum; the target is left as it was
     * @throws InterruptedException when the thread is interrupted; what has arrived is kept
     */
    public void fetch(URI source, Path target, Optional<String> sha256, DataListener listener) throws IOException, InterruptedException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path tag = target.resolveSibling(target.getFileName() + ".part.tag");
        String why = "";
        for (int attempt = 1; attempt <= attempts; attempt++) {
            if (attempt > 1) {
                listener.note(source + ": " + why + ", attempt " + attempt + " of " + attempts);
                Thread.sleep(pause.multipliedBy(1L << (attempt - 2)));
            }
            try {
                Optional<String> problem = attempt(source, part, tag, sha256.isPresent(), listener);
                if (problem.isEmpty()) {
                    finish(source, part, tag, target, sha256);
                    return;
                }
                why = problem.get();
            } catch (DataException final_) {
                throw final_;
            } catch (IOException broken) {
                why = "broke off (" + broken + ")";
            }
        }
        throw new DataException("Downloading " + source + " failed " + attempts + " times: it " + why
                + ". Maybe the network is down; the same command goes on where this one stopped.");
    }

    /** One request; empty when the part is whole, else what was wrong. */
    private Optional<String> attempt(URI source, Path part, Path tag, boolean isChecked, DataListener listener) throws IOException, InterruptedException {
        Optional<String> known = Files.exists(tag) ? Optional.of(Files.readString(tag)) : Optional.empty();
        if (Files.exists(part) && known.isEmpty() && !isChecked) {
            Files.delete(part); // nothing would tell whether the rest belongs to it
        }
        long have = Files.exists(part) ? Files.size(part) : 0;
        HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(HEADERS).header("User-Agent", "optbench");
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
            known.ifPresent(value -> request.header("If-Range", value));
        }
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            int status = response.statusCode();
            if (status == NOT_SATISFIABLE) {
                Files.deleteIfExists(part);
                Files.deleteIfExists(tag);
                return Optional.of("has no bytes after " + have + ", so it is got anew");
            }
            if (status == TOO_MANY || status >= SERVER_ERROR) {
                return Optional.of("answered with status " + status);
            }
            if (status != OK && status != PARTIAL) {
                throw new DataException("Downloading " + source + " failed: the server answered with status " + status
                        + ". Maybe the publisher has moved it; put the file into the data folder by hand.");
            }
            boolean goesOn = status == PARTIAL && startOf(response) == have;
            if (status == PARTIAL && !goesOn) {
                Files.deleteIfExists(part);
                return Optional.of("sent another part than was asked for");
            }
            if (goesOn) {
                listener.note(source + ": goes on after " + have + " bytes");
            } else {
                response.headers().firstValue("ETag").filter(value -> !value.startsWith("W/"))
                        .or(() -> response.headers().firstValue("Last-Modified")).ifPresentOrElse(value -> write(tag, value), () -> delete(tag));
            }
            return receive(body, part, goesOn ? have : 0, total(response, goesOn ? have : 0), listener);
        }
    }

    private Optional<String> receive(InputStream body, Path part, long have, OptionalLong total, DataListener listener) throws IOException {
        String name = String.valueOf(part.getFileName()).replaceAll("\\.part$", "");
        long bytes = have;
        byte[] buffer = new byte[BUFFER];
        SilenceGuard guard = new SilenceGuard(body, silence);
        try (guard; OutputStream out = have > 0 ? Files.newOutputStream(part, StandardOpenOption.APPEND) : Files.newOutputStream(part)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                guard.heard();
                out.write(buffer, 0, n);
                bytes += n;
                listener.progress(name, bytes, total);
            }
        } catch (IOException broken) {
            if (!guard.hasCut()) {
                throw broken;
            }
        }
        if (guard.hasCut()) {
            return Optional.of("sent nothing for " + silence.toMillis() / 1000.0 + " s after " + bytes + " bytes");
        }
        return total.isPresent() && bytes != total.getAsLong() ? Optional.of("ended after " + bytes + " of " + total.getAsLong() + " bytes") : Optional.empty();
    }

    private static void finish(URI source, Path part, Path tag, Path target, Optional<String> sha256) throws IOException {
        if (sha256.isPresent()) {
            String found = Checksums.sha256(part);
            if (!found.equals(sha256.get())) {
                Files.delete(part);
                Files.deleteIfExists(tag);
                throw new DataException("The file from " + source + " has the SHA-256 " + found + ", it must be " + sha256.get()
                        + ". Maybe the publisher has changed it, or something between changed it on its way; nothing was kept.");
            }
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(tag);
    }

    /** First byte of {@code Content-Range: bytes FIRST-LAST/TOTAL}, -1 without one. */
    private static long startOf(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Range").filter(range -> range.matches("bytes \\d+-\\d+/(\\d+|\\*)"))
                .map(range -> Long.parseLong(range.substring("bytes ".length(), range.indexOf('-')))).orElse(-1L);
    }

    private static OptionalLong total(HttpResponse<?> response, long have) {
        OptionalLong length = response.headers().firstValueAsLong("Content-Length");
        return length.isPresent() ? OptionalLong.of(have + length.getAsLong()) : OptionalLong.empty();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
