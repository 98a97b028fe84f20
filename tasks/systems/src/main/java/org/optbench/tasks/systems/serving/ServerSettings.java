package org.optbench.tasks.systems.serving;

import java.util.Arrays;
import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.SearchSpace;

/**
 * The settings of the server as a search space.
 *
 * @param devices     devices in use
 * @param parallel    devices that share a replica, at most all in use
 * @param memoryShare share of the memory of each device that the server may take
 */
record ServerSettings(int devices, int parallel, int sequences, int tokens, int block, double memoryShare, boolean chunked, boolean shortest, boolean swap) {

    private static final String DEVICES = "devices";
    private static final String PARALLEL = "tensor_parallel";
    private static final String SEQUENCES = "max_sequences";
    private static final String TOKENS = "max_tokens";
    private static final String BLOCK = "block_size";
    private static final String MEMORY = "memory_share";
    private static final String CHUNKED = "chunked_prefill";
    private static final String POLICY = "policy";
    private static final String PREEMPTION = "preemption";

    static SearchSpace space(Hardware hardware) {
        List<String> counts = Arrays.stream(new int[]{1, 2, 4, 8}).filter(n -> n <= hardware.devices()).mapToObj(Integer::toString).toList();
        return SearchSpace.of(new OrdinalParameter(DEVICES, counts, counts.getLast()), new OrdinalParameter(PARALLEL, counts, counts.getLast()),
                IntParameter.log(SEQUENCES, 1, 512).withDefault(64), IntParameter.log(TOKENS, 256, 16_384).withDefault(2048),
                new OrdinalParameter(BLOCK, List.of("4", "8", "16", "32", "64", "128"), "16"), FloatParameter.linear(MEMORY, 0.5, 0.99).withDefault(0.9),
                CategoricalParameter.of(CHUNKED, "off", "on"), CategoricalParameter.of(POLICY, "fcfs", "shortest"),
                CategoricalParameter.of(PREEMPTION, "recompute", "swap"));
    }

    static ServerSettings of(Configuration configuration) {
        int devices = Integer.parseInt(configuration.choice(DEVICES));
        return new ServerSettings(devices, Math.min(devices, Integer.parseInt(configuration.choice(PARALLEL))), (int) configuration.whole(SEQUENCES),
                (int) configuration.whole(TOKENS), Integer.parseInt(configuration.choice(BLOCK)), configuration.real(MEMORY),
                configuration.choice(CHUNKED).equals("on"), configuration.choice(POLICY).equals("shortest"),
                configuration.choice(PREEMPTION).equals("swap"));
    }

    int replicas() {
        return devices / parallel;
    }
}
