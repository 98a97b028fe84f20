package org.optbench.tasks.systems.serving;

import java.util.Locale;

/** Machines with several accelerators. Peak figures are those of public data sheets; half of the arithmetic and 80 % of the bandwidth are reached. */
enum Hardware {
    /** Four devices of 989 TFLOP/s (bf16), 3.35 TB/s, 80 GB, 450 GB/s to each other. */
    H100X4(4, 989e12, 3.35e12, 80e9, 450e9),
    /** Eight devices of 312 TFLOP/s, 2.04 TB/s, 80 GB, 300 GB/s to each other. */
    A100X8(8, 312e12, 2.04e12, 80e9, 300e9),
    /** Eight devices of 121 TFLOP/s, 300 GB/s, 24 GB, 32 GB/s to each other. */
    L4X8(8, 121e12, 300e9, 24e9, 32e9);

    private static final double ARITHMETIC = 0.5;
    private static final double MEMORY = 0.8;

    private final int devices;
    private final double flops;
    private final double bandwidth;
    private final double memory;
    private final double link;

    Hardware(int devices, double flops, double bandwidth, double memory, double link) {
        this.devices = devices;
        this.flops = flops;
        this.bandwidth = bandwidth;
        this.memory = memory;
        this.link = link;
    }

    int devices() {
        return devices;
    }

    /** Floating-point operations a second that a device reaches. */
    double flops() {
        return ARITHMETIC * flops;
    }

    /** Bytes a second from the memory of a device. */
    double bandwidth() {
        return MEMORY * bandwidth;
    }

    /** Bytes of memory of a device. */
    double memory() {
        return memory;
    }

    /** Bytes a second between devices. */
    double link() {
        return link;
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
