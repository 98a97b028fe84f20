package org.optbench.tasks.systems.sor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.random.RandomStreams;

/** Moments of the laws of the shifts. */
class ShiftLawTest {

    private static final RandomStreams STREAMS = RandomStreams.of("shift law test");
    private static final int N = 20_000;

    @ParameterizedTest
    @CsvSource({"BETA_2_6, 2, 6", "BETA_HALF, 0.5, 1.5", "UNIFORM, 1, 1"})
    void momentsAreThoseOfTheBetaDistribution(ShiftLaw law, double a, double b) {
        double[] c = IntStream.range(0, N).mapToDouble(step -> law.place(step, STREAMS)).toArray();
        double mean = IntStream.range(0, N).mapToDouble(i -> c[i]).average().orElseThrow();
        double variance = IntStream.range(0, N).mapToDouble(i -> (c[i] - mean) * (c[i] - mean)).average().orElseThrow();
        double expected = a * b / ((a + b) * (a + b) * (a + b + 1.0));
        // the seed is fixed; five standard errors of the mean: false alarm below 1e-6
        assertThat(mean).isCloseTo(a / (a + b), within(5.0 * Math.sqrt(expected / N)));
        assertThat(variance).isCloseTo(expected, within(0.05 * expected));
    }

    @Test
    void driftAndJumpsStayInRangeAndKeepTheirPace() {
        for (int step = 0; step < 1000; step++) {
            assertThat(ShiftLaw.DRIFT.place(step, STREAMS)).isBetween(0.0, 1.0);
            assertThat(Math.abs(ShiftLaw.DRIFT.place(step, STREAMS) - ShiftLaw.DRIFT.place(step + 1, STREAMS))).isLessThan(0.12);
            assertThat(ShiftLaw.JUMP.place(step, STREAMS)).isEqualTo(ShiftLaw.JUMP.place(step - step % 100, STREAMS));
            assertThat(ShiftLaw.FIXED.place(step, STREAMS)).isEqualTo(0.25);
        }
        assertThat(ShiftLaw.JUMP.place(0, STREAMS)).isNotEqualTo(ShiftLaw.JUMP.place(100, STREAMS));
    }
}
