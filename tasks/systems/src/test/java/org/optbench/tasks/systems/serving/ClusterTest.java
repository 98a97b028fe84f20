package org.optbench.tasks.systems.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.optbench.model.random.RandomStreams;

/** Traces worked out by hand, and queues with closed forms. */
class ClusterTest {

    private static final IterationTime SECOND = (_, _, _, _) -> 1.0;

    @Test
    void twoSequencesShareTheIterations() {
        // whole prompts first: 0-1 reads A (first token at 1), 1-2 reads B, 2-3 both write, then A is done (3 tokens at 4), B at 5
        Cluster.Served served = Cluster.serve(engine(8, 100, 1, 100, false, 0.0), SECOND, 1, List.of(new Request(0, 5, 3), new Request(0.5, 5, 4)));
        assertThat(served.sequences().get(0).timeToFirst()).isEqualTo(1.0);
        assertThat(served.sequences().get(1).timeToFirst()).isEqualTo(1.5);
        assertThat(served.sequences().get(0).latency()).isEqualTo(4.0);
        assertThat(served.sequences().get(1).latency()).isEqualTo(4.5);
        assertThat(served.sequences().get(1).timePerToken()).isEqualTo(1.0);
        assertThat(served.seconds()).isEqualTo(5.0);
    }

    @Test
    void chunksAreReadBesideRunningSequences() {
        // budget 4: 0-1 A reads 4 of 4 and writes; then each iteration A writes and B reads 3 of 6: B's first token at 3, not stopping A, done at 3
        Cluster.Served served = Cluster.serve(engine(8, 4, 1, 100, true, 0.0), SECOND, 1, List.of(new Request(0, 4, 3), new Request(0.5, 6, 1)));
        assertThat(served.sequences().get(0).latency()).isEqualTo(3.0);
        assertThat(served.sequences().get(1).latency()).isEqualTo(2.5);
    }

    @Test
    void aBatchOfOneServesOneAfterTheOther() {
        Cluster.Served served = Cluster.serve(engine(1, 100, 1, 100, false, 0.0), SECOND, 1, List.of(new Request(0, 5, 3), new Request(0, 5, 2)));
        assertThat(served.sequences().get(0).latency()).isEqualTo(3.0);
        assertThat(served.sequences().get(1).latency()).isEqualTo(5.0);
        Cluster.Served two = Cluster.serve(engine(1, 100, 1, 100, false, 0.0), SECOND, 2, List.of(new Request(0, 5, 3), new Request(0, 5, 2)));
        assertThat(two.seconds()).isEqualTo(3.0);
    }

    @Test
    void aFullCacheMakesTheLastSequenceGiveWay() {
        // 12 blocks of one token: A and B with 4 tokens each fit, until both have written 2; then B gives way and reads again when A is done
        List<Request> trace = List.of(new Request(0, 4, 6), new Request(0, 4, 6));
        Cluster.Served again = Cluster.serve(engine(8, 100, 1, 12, false, 0.0), SECOND, 1, trace);
        Cluster.Served roomy = Cluster.serve(engine(8, 100, 1, 100, false, 0.0), SECOND, 1, trace);
        Cluster.Served swapped = Cluster.serve(engine(8, 100, 1, 12, false, 0.01), SECOND, 1, trace);
        assertThat(roomy.seconds()).isEqualTo(6.0);
        assertThat(again.sequences().get(0).latency()).isEqualTo(6.0);
        assertThat(again.sequences().get(1).latency()).isEqualTo(10.0);
        // 6 tokens out and in at 0.01 s each, and no iteration for reading again
        assertThat(swapped.sequences().get(1).latency()).isCloseTo(10.0 + 0.12, within(1e-9));
    }

    @Test
    void theShortestPromptMayGoFirst() {
        List<Request> trace = List.of(new Request(0, 5, 2), new Request(0.1, 9, 1), new Request(0.2, 3, 1));
        Engine shortest = new Engine(1, 100, 1, 100, false, true, 0.0);
        Cluster.Served served = Cluster.serve(shortest, SECOND, 1, trace);
        assertThat(served.sequences().get(2).latency()).isCloseTo(2.8, within(1e-12));
        assertThat(served.sequences().get(1).latency()).isCloseTo(3.9, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7})
    void constantServiceIsAnMD1Queue(double load) {
        // ten iterations of 0.1 s: mean wait rho / (2 (1 - rho)) services (Pollaczek-Khinchine); standard error about 1 % at these lengths
        double wait = meanWait(load, _ -> 10);
        assertThat(wait).isCloseTo(load / (2.0 * (1.0 - load)), within(0.05 * load / (2.0 * (1.0 - load))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.7})
    void geometricServiceIsAnMM1QueueInTheLimit(double load) {
        // geometric lengths of mean m = 50 in steps of 1/m: E[S^2] = 2 - 1/m, so wait = rho (1 - 1 / (2 m)) / (1 - rho), which is M/M/1 as m grows
        double expected = load * (1.0 - 0.01) / (1.0 - load);
        double wait = meanWait(load, random -> 1 + (int) Math.floor(StrictMath.log(1.0 - random.nextDouble()) / StrictMath.log(1.0 - 1.0 / 50.0)));
        assertThat(wait).isCloseTo(expected, within(0.06 * expected));
    }

    /** Mean wait in units of the mean service, of a server for one sequence at a time. */
    private static double meanWait(double load, ToIntFunction<RandomGenerator> length) {
        RandomGenerator random = RandomStreams.of("queue " + load).stream("requests");
        int n = 150_000;
        List<Request> trace = new ArrayList<>(n);
        double now = 0.0;
        double mean = 0.0;
        for (int i = 0; i < n; i++) {
            now -= StrictMath.log(1.0 - random.nextDouble()) / load;
            int tokens = length.applyAsInt(random);
            mean += tokens / (double) n;
            trace.add(new Request(now, 1, tokens));
        }
        double step = 1.0 / Math.rint(mean);
        Cluster.Served served = Cluster.serve(engine(1, 100, 4096, 100, false, 0.0), (_, _, _, _) -> step, 1, trace);
        return served.mean(Sequence::latency) - mean * step;
    }

    @Test
    void moreCacheNeverEndsLaterUnderTheSameLoad() {
        List<Request> trace = Workload.CHAT.trace(1.0, 200, 1);
        double[] seconds = IntStream.of(600, 1200, 4800, 50_000).mapToDouble(blocks -> Cluster
                .serve(engine(256, 4096, 16, blocks, false, 0.0), new Roofline(Hardware.L4X8, ServedModel.M8B, 1), 2, trace).quantile(0.95, Sequence::latency))
                .toArray();
        assertThat(seconds[0]).isGreaterThan(seconds[1]);
        assertThat(seconds[1]).isGreaterThanOrEqualTo(seconds[2]);
        assertThat(seconds[2]).isGreaterThanOrEqualTo(seconds[3]);
    }

    @Test
    void anIdleDeviceWritesAtTheSpeedOfItsMemory() {
        // one sequence, short context: 16 GB of weights at 0.8 x 2.04 TB/s take 9.80 ms, plus scheduling
        double seconds = new Roofline(Hardware.A100X8, ServedModel.M8B, 1).seconds(0, 1, 100, 7);
        assertThat(seconds).isCloseTo(16e9 / (0.8 * 2.04e12) + 404e-6, within(2e-5));
    }

    private static Engine engine(int sequences, int tokens, int block, int blocks, boolean chunked, double swap) {
        return new Engine(sequences, tokens, block, blocks, chunked, false, swap);
    }
}
