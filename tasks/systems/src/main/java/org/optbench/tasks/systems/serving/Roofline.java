package org.optbench.tasks.systems.serving;

/**
 * An iteration is bound by arithmetic ({@code 2 P} operations a token, and attention) or by memory traffic (all weights once, and the cache attended
 * to), both divided over the devices of a replica; to that come the all-reduces between them, two a layer, and the work of the scheduler.
 *
 * @param parallel devices of the replica
 */
record Roofline(Hardware hardware, ServedModel model, int parallel) implements IterationTime {

    private static final double SCHEDULING = 400e-6;
    private static final double SCHEDULING_A_SEQUENCE = 4e-6;
    private static final double SCHEDULING_A_BLOCK = 40e-9;
    private static final double COLLECTIVE = 12e-6;

    @Override
    public double seconds(int read, int sequences, long context, int blocks) {
        double tokens = (double) read + sequences;
        double attention = 4.0 * model.layers() * model.width() * context;
        double arithmetic = (2.0 * model.parameters() * tokens + attention) / (hardware.flops() * parallel);
        double traffic = (model.weightBytes() + model.cacheBytes() * context) / (hardware.bandwidth() * parallel);
        double exchange = parallel == 1 ? 0.0
                : 2.0 * model.layers() * (COLLECTIVE + 2.0 * (parallel - 1) / parallel * 2.0 * model.width() * tokens / hardware.link());
        return SCHEDULING + SCHEDULING_A_SEQUENCE * sequences + SCHEDULING_A_BLOCK * blocks + Math.max(arithmetic, traffic) + exchange;
    }
}
