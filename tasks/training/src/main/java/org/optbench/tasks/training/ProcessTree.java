package org.optbench.tasks.training;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process and all that came from it. Descendants are found through the process table and, on Linux, by a token in their environment, so that those
 * whose parent has ended, and daemons, are found too.
 */
final class ProcessTree {

    /** Name of the environment variable that carries the token. */
    static final String TOKEN = "OPTBENCH_WORKER_TOKEN";

    private static final Path PROC = Path.of("/proc");
    private static final int ROUNDS = 20;
    private static final long PAUSE_MILLIS = 50;

    private final Process process;
    private final byte[] mark;

    ProcessTree(Process process, String token) {
        this.process = process;
        this.mark = (TOKEN + "=" + token).getBytes(StandardCharsets.US_ASCII);
    }

    /** The living processes of the tree, the root included. */
    List<ProcessHandle> living() {
        Set<ProcessHandle> found = new HashSet<>();
        found.add(process.toHandle());
        process.descendants().forEach(found::add);
        found.addAll(marked());
        found.removeIf(handle -> !handle.isAlive() || isZombie(handle.pid()));
        return new ArrayList<>(found);
    }

    /** Kills every process of the tree, again until none is left, and waits for the end of the root. */
    void kill() {
        boolean interrupted = false;
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> living = living();
            if (living.isEmpty()) {
                break;
            }
            living.forEach(ProcessHandle::destroyForcibly);
            try {
                if (!process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS) || living.size() > 1) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> marked() {
        if (!Files.isDirectory(PROC)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(PROC)) {
            return entries.map(entry -> entry.getFileName().toString()).filter(name -> name.chars().allMatch(Character::isDigit))
                    .filter(this::carriesMark).map(name -> ProcessHandle.of(Long.parseLong(name))).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean carriesMark(String pid) {
        try {
            return contains(Files.readAllBytes(PROC.resolve(pid).resolve("environ")));
        } catch (IOException e) {
            return false; // it ended meanwhile, or belongs to another user
        }
    }

    private boolean contains(byte[] environment) {
        for (int start = 0; start + mark.length <= environment.length; start++) {
            int length = 0;
            while (length < mark.length && environment[start + length] == mark[length]) {
                length++;
            }
            if (length == mark.length) {
                return true;
            }
        }
        return false;
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }
}
