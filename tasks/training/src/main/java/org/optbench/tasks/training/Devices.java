package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The NVIDIA cards of this machine, asked once a JVM. */
final class Devices {

    private static final Pattern CARD = Pattern.compile("(?m)^GPU \\d+:");
    private static final long PROBE_SECONDS = 20;

    private Devices() {
    }

    /** {@code cuda:0}, {@code cuda:1}, ...; empty without a card or its driver. */
    static List<String> cuda() {
        return Holder.CUDA;
    }

    private static final class Holder {
        private static final List<String> CUDA = probe();
    }

    private static List<String> probe() {
        try {
            Process process = new ProcessBuilder("nvidia-smi", "-L").redirectError(ProcessBuilder.Redirect.DISCARD).start();
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return List.of();
            }
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? count((int) CARD.matcher(text).results().count()) : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static List<String> count(int cards) {
        return IntStream.range(0, cards).mapToObj(card -> "cuda:" + card).toList();
    }
}
