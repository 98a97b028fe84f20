package org.optbench.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.optbench.live.LiveServer;
import org.optbench.results.ResultReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the live view. */
@Command(name = "serve", description = "Serve a web page that shows campaigns as they run: progress, running trials, incumbents, ranks, failures. "
        + "It reads only and may be started and stopped at any time.",
        footer = {"  optbench serve                              then open the address it prints",
                "  optbench serve --bind 0.0.0.0 --port 8484   for other machines, with a token"})
final class ServeCommand implements Callable<Integer> {

    private static final int TOKEN_BYTES = 16;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, which only this machine reaches). Any other one asks for a token.")
    @SuppressWarnings("NullAway.Init") private String bind;

    @Option(names = "--port", defaultValue = "8484", description = "Port; 0 for any that is free (default: ${DEFAULT-VALUE}).") private int port;

    @Option(names = "--token", paramLabel = "TEXT", defaultValue = "${env:OPTBENCH_TOKEN:-}",
            description = "What whoever looks must know, 16 or more letters and digits; the environment variable OPTBENCH_TOKEN serves too. "
                    + "Made and printed when it is needed and not given.")
    @SuppressWarnings("NullAway.Init") private String token;

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new RefusedException("Port " + port + ": it must be in 0 .. 65535.");
        }
        InetAddress address = address();
        PrintWriter out = spec.commandLine().getOut();
        try (ResultReader reader = database.openReader(); LiveServer server = LiveServer.start(reader, address, port, token(address))) {
            out.println("Live view of " + database.place() + ": " + server.address());
            out.println("Stop it with Ctrl-C; campaigns do not notice.");
            out.flush();
            new CountDownLatch(1).await();
        }
        return OptbenchCommand.OK;
    }

    private Optional<String> token(InetAddress address) {
        if (!token.isEmpty() || address.isLoopbackAddress()) {
            return Optional.of(token).filter(text -> !text.isEmpty());
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Optional.of(HexFormat.of().formatHex(bytes));
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new RefusedException("Address '" + bind + "' is not known. Maybe use 127.0.0.1 or 0.0.0.0.");
        }
    }
}
