package org.optbench.model.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    @Test
    void theSameKeyAndPurposeGiveTheSameStream() {
        RandomStreams streams = RandomStreams.of("run 1");
        streams.stream("other").nextLong();
        assertThat(draws(streams, "a")).isEqualTo(draws(RandomStreams.of("run 1"), "a"));
        assertThat(draws(streams, "a")).isEqualTo(draws(streams, "a"));
    }

    @Test
    void keysPurposesAndPartsGiveDifferentStreams() {
        RandomStreams streams = RandomStreams.of("run 1");
        assertThat(draws(streams, "a")).isNotEqualTo(draws(streams, "b"));
        assertThat(draws(streams, "a")).isNotEqualTo(draws(RandomStreams.of("run 2"), "a"));
        assertThat(draws(streams, "a")).isNotEqualTo(draws(streams.sub("part"), "a"));
        assertThat(streams.sub("x").seed("a")).isNotEqualTo(streams.sub("y").seed("a"));
        assertThat(streams.seed("e", 1)).isNotEqualTo(streams.seed("e", 2)).isEqualTo(streams.seed("e", 1));
    }

    /** Seeds are part of results already recorded, so they must never change: the first eight bytes of SHA-256(SHA-256("seed 1") + "evaluation"), by Python's hashlib. */
    @Test
    void seedsNeverChange() {
        assertThat(RandomStreams.of(1).seed("evaluation")).isEqualTo(-5782029887842339721L);
    }

    private static long[] draws(RandomStreams streams, String purpose) {
        return LongStream.generate(streams.stream(purpose)::nextLong).limit(10).toArray();
    }
}
