package org.optbench.tasks.systems.jvm.worker;

import org.optbench.tasks.systems.support.worker.Measurements;

/** Runs a kernel so many times in this virtual machine: {@code <kernel> <repeats> <tile>}. Prints the check sum of its results and its resources. */
public final class KernelMain {

    private KernelMain() {
    }

    public static void main(String[] arguments) {
        Kernel kernel = Kernel.valueOf(arguments[0]);
        int repeats = Integer.parseInt(arguments[1]);
        int tile = Integer.parseInt(arguments[2]);
        double check = 0.0;
        for (int i = 0; i < repeats; i++) {
            check += kernel.run(tile);
        }
        Measurements.print("check", check);
        Measurements.printResources();
    }
}
