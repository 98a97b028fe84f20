package org.optbench.tasks.systems.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.optbench.tasks.systems.support.worker.Measurements;

/** A program for the tests of forks: {@code measure}, {@code fail}, {@code memory}, or {@code hang <file>}, which starts a child and writes its number. */
final class ForkedMain {

    private ForkedMain() {
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments[0]) {
            case "measure" -> {
                Measurements.print("answer", 42.5);
                Measurements.printResources();
            }
            case "memory" -> Measurements.print("bytes", new long[200_000_000].length);
            case "hang" -> {
                Process child = new ProcessBuilder("sleep", "120").start();
                Files.writeString(Path.of(arguments[1]), Long.toString(child.pid()));
                Thread.sleep(120_000);
            }
            default -> throw new IllegalStateException("failed on purpose");
        }
    }
}
