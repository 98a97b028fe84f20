package org.optbench.tasks.systems.support.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a measured program says of itself on its standard output. */
public final class Measurements {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final int USER_TICKS = 11;
    private static final double TICKS_A_SECOND = 100.0;

    private Measurements() {
    }

    /** Prints a measurement. */
    public static void print(String name, double value) {
        System.out.println("optbench:" + name + "=" + value);
    }

    /** Prints {@code memory_mb}, the largest resident size (where the system tells, else the size of the heap), and {@code cpu_seconds} where known. */
    public static void printResources() {
        double megabytes = Runtime.getRuntime().totalMemory() / 1e6;
        try {
            megabytes = Files.readAllLines(STATUS).stream().filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1.024e-3).findFirst().orElse(megabytes);
            String stat = Files.readString(STAT);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            print("cpu_seconds", (Double.parseDouble(fields[USER_TICKS]) + Double.parseDouble(fields[USER_TICKS + 1])) / TICKS_A_SECOND);
        } catch (IOException e) {
            print("heap_only", 1.0); // no such files on this system
        }
        print("memory_mb", megabytes);
    }
}
