package org.optbench.tasks.systems.steplaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.optbench.model.random.RandomStreams;

/** The published optimum, and convexity with a plateau. */
class StepLawTest {

    private static final StepLaw LAW = new StepLaw(1e9, 100e9);

    @Test
    void theOptimumIsThePublishedOne() {
        // arXiv:2503.04715, equation 1, evaluated with Python 3: 1.79 * 1e9**-0.713 * 1e11**0.307, 0.58 * 1e11**0.571
        assertThat(LAW.learningRate()).isCloseTo(1.632499402447079e-3, within(1e-15));
        assertThat(LAW.batchSize()).isCloseTo(1_107_714.8899684167, within(1e-6));
        assertThat(LAW.loss(LAW.learningRate(), LAW.batchSize())).isEqualTo(LAW.lowestLoss());
        // Hoffmann et al. (2022), equation 10: Chinchilla, 70 billion parameters on 1.4 trillion tokens
        assertThat(new StepLaw(70e9, 1.4e12).lowestLoss()).isCloseTo(1.9366454705587173, within(1e-12));
    }

    @Test
    void thereIsAPlateauAndTooLargeARateCostsMost() {
        double lowest = LAW.lowestLoss();
        assertThat(LAW.loss(1.3 * LAW.learningRate(), LAW.batchSize())).isEqualTo(lowest);
        assertThat(LAW.loss(LAW.learningRate() / 1.5, LAW.batchSize())).isEqualTo(lowest);
        double above = LAW.loss(8.0 * LAW.learningRate(), LAW.batchSize());
        double below = LAW.loss(LAW.learningRate() / 8.0, LAW.batchSize());
        assertThat(above).isGreaterThan(below);
        assertThat(below).isGreaterThan(lowest * 1.005);
    }

    @Test
    void theSurfaceIsConvexInTheLogarithms() {
        RandomGenerator random = RandomStreams.of("step law").stream("segments");
        for (int i = 0; i < 5000; i++) {
            double a = random.nextDouble(-5, 5);
            double b = random.nextDouble(-5, 5);
            double c = random.nextDouble(-5, 5);
            double d = random.nextDouble(-5, 5);
            assertThat(at((a + c) / 2, (b + d) / 2)).isLessThanOrEqualTo((at(a, b) + at(c, d)) / 2 + 1e-12);
        }
    }

    private static double at(double rate, double batch) {
        return LAW.loss(LAW.learningRate() * Math.exp(rate), LAW.batchSize() * Math.exp(batch));
    }
}
