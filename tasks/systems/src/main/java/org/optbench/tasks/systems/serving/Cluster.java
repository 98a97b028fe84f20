package org.optbench.tasks.systems.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Replicas behind a router that gives each request to the one with the fewest unfinished. */
final class Cluster {

    private static final double RUNTIME_BYTES = 1.2e9;
    private static final double ACTIVATION_FACTOR = 40.0;
    private static final double HOST_LINK = 25e9;

    private Cluster() {
    }

    /** Cache blocks of a replica; or why it does not start. */
    record Memory(int blocks, Optional<String> objection) {
    }

    /** How many blocks of cache fit beside weights, activations and the runtime. */
    static Memory memory(Hardware hardware, ServedModel model, ServerSettings settings) {
        double spare = (1.0 - settings.memoryShare()) * hardware.memory();
        if (spare < RUNTIME_BYTES) {
            return new Memory(0, Optional.of("Out of device memory: memory_share " + settings.memoryShare() + " leaves " + Math.round(spare / 1e6)
                    + " MB to the runtime, which needs 1200."));
        }
        double activations = ACTIVATION_FACTOR * settings.tokens() * model.width();
        double cache = settings.parallel() * settings.memoryShare() * hardware.memory() - model.weightBytes() - activations;
        long blocks = (long) Math.floor(cache / (model.cacheBytes() * settings.block()));
        if (blocks * settings.block() <= Workload.longest()) {
            return new Memory(0, Optional.of("Out of device memory: the cache would hold " + Math.max(0L, blocks * settings.block())
                    + " tokens, but a request may need " + (Workload.longest() + 1) + "."));
        }
        return new Memory((int) Math.min(blocks, Integer.MAX_VALUE), Optional.empty());
    }

    /** The engine of each replica. */
    static Engine engine(ServedModel model, ServerSettings settings, int blocks) {
        return new Engine(settings.sequences(), settings.tokens(), settings.block(), blocks, settings.chunked(), settings.shortest(),
                settings.swap() ? model.cacheBytes() / (HOST_LINK * settings.parallel()) : 0.0);
    }

    /** Serves a trace to its end. */
    static Served serve(Engine engine, IterationTime time, int replicas, List<Request> trace) {
        List<Replica> all = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            all.add(new Replica(engine, time));
        }
        List<Sequence> sequences = new ArrayList<>(trace.size());
        for (Request request : trace) {
            Replica idlest = all.getFirst();
            for (Replica replica : all) {
                replica.runUntil(request.arrival());
                if (replica.load() < idlest.load()) {
                    idlest = replica;
                }
            }
            Sequence sequence = new Sequence(request);
            sequences.add(sequence);
            idlest.add(sequence);
        }
        double end = 0.0;
        for (Replica replica : all) {
            replica.drain();
            end = Math.max(end, replica.now());
        }
        return new Served(sequences, end);
    }

    /**
     * What was observed.
     *
     * @param seconds from the start to the last token
     */
    record Served(List<Sequence> sequences, double seconds) {

        /** The value that a share of the requests does not exceed. */
        double quantile(double share, ToDoubleFunction<Sequence> metric) {
            double[] values = sequences.stream().mapToDouble(metric).toArray();
            Arrays.sort(values);
            return values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
        }

        double mean(ToDoubleFunction<Sequence> metric) {
            return sequences.stream().mapToDouble(metric).sum() / sequences.size();
        }

        /** Tokens written. */
        long tokens() {
            return sequences.stream().mapToLong(sequence -> sequence.request().output()).sum();
        }

        /** Number of requests within both limits. */
        long within(double firstToken, double eachToken) {
            return sequences.stream().filter(sequence -> sequence.timeToFirst() <= firstToken && sequence.timePerToken() <= eachToken).count();
        }
    }
}
