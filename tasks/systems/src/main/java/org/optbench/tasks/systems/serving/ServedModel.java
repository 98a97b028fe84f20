package org.optbench.tasks.systems.serving;

import java.util.Locale;

/** Language models in 16-bit weights, with grouped-query attention of eight key-value heads of width 128. */
enum ServedModel {
    /** 8e9 parameters, 32 layers of width 4096. */
    M8B(8e9, 32, 4096, 1.0),
    /** 70e9 parameters, 80 layers of width 8192; it gets a fifth of the requests. */
    M70B(70e9, 80, 8192, 0.2);

    private static final int KEY_VALUE_WIDTH = 8 * 128;
    private static final int BYTES = 2;

    private final double parameters;
    private final int layers;
    private final int width;
    private final double load;

    ServedModel(double parameters, int layers, int width, double load) {
        this.parameters = parameters;
        this.layers = layers;
        this.width = width;
        this.load = load;
    }

    double parameters() {
        return parameters;
    }

    int layers() {
        return layers;
    }

    int width() {
        return width;
    }

    /** Share of the arrival rate of a workload. */
    double load() {
        return load;
    }

    /** Bytes of the weights. */
    double weightBytes() {
        return BYTES * parameters;
    }

    /** Bytes of keys and values of one token. */
    double cacheBytes() {
        return 2.0 * BYTES * layers * KEY_VALUE_WIDTH;
    }

    /** The segment of task ids. */
    String id() {
        return name().toLowerCase(Locale.ROOT).substring(1);
    }
}
