package org.optbench.live;

import com.sun.net.httpserver.HttpExchange;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may look. Without a token only requests that name this machine as their host, so that a page of another site cannot reach the view through a
 * name of its own; with a token only those who bring it, as a bearer, in a cookie, or once in the address.
 */
final class Guard {

    private static final String COOKIE = "optbench=";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Optional<String> token;

    Guard(InetAddress address, Optional<String> token) {
        this.token = token;
        if (token.isEmpty() && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException("Address " + address.getHostAddress() + " can be reached from other machines: a token is needed."
                    + " Maybe give one, or bind to 127.0.0.1.");
        }
        if (token.filter(text -> !text.matches("[A-Za-z0-9_-]{16,}")).isPresent()) {
            throw new IllegalArgumentException("The token must have 16 or more letters, digits, '_' or '-'. Maybe leave it out: one is made.");
        }
    }

    boolean isAllowed(HttpExchange exchange) {
        if (token.isEmpty()) {
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host")).orElse("");
            return LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
        }
        String bearer = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
        return isToken(bearer.replaceFirst("^Bearer ", "")) || cookies(exchange).stream().anyMatch(this::isToken) || isInAddress(exchange);
    }

    /** Whether the address itself brings the token: it then moves into a cookie and out of the address. */
    boolean isInAddress(HttpExchange exchange) {
        return token.isPresent() && isToken(parameter(exchange, "token").orElse(""));
    }

    String cookie() {
        return COOKIE + token.orElse("") + "; Path=/; HttpOnly; SameSite=Strict";
    }

    private static List<String> cookies(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream().flatMap(line -> List.of(line.split(";\\s*")).stream())
                .filter(cookie -> cookie.startsWith(COOKIE)).map(cookie -> cookie.substring(COOKIE.length())).toList();
    }

    /** In a time that does not depend on how much of it is right. */
    private boolean isToken(String text) {
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), token.orElse("").getBytes(StandardCharsets.UTF_8)) && !text.isEmpty();
    }

    static Optional<String> parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null) {
            return Optional.empty();
        }
        for (String pair : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }
}
