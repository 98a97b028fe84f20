package org.optbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in a process of its own, to be killed, frozen and stopped. */
final class ChildProcess {

    private ChildProcess() {
    }

    /** The words that start a class of the tests with arguments; the class path goes through a file, it is long. */
    static List<String> command(Class<?> main, Path folder, String... arguments) throws IOException {
        Path file = Files.writeString(folder.resolve("java.args"), "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED\n"
                + "-cp \"" + System.getProperty("java.class.path").replace("\\", "\\\\") + "\"\n");
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + file, main.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    /** @param log where both outputs go */
    static Process start(Class<?> main, Path log, String... arguments) throws IOException {
        return new ProcessBuilder(command(main, log.toAbsolutePath().getParent(), arguments)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** Waits until the log holds a text. */
    static void awaitLine(Path log, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 3000; i++) {
            if (Files.exists(log) && Files.readString(log).contains(text)) {
                return;
            }
            Thread.sleep(20);
        }
        assertThat(log).content().contains(text);
    }

    /** Sends a signal, such as STOP or CONT; whether there was a process to take it. */
    static boolean signal(long pid, String signal) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor() == 0;
    }
}
