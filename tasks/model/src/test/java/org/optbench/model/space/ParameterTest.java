package org.optbench.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ParameterTest {

    static Stream<Parameter> parameters() {
        return Stream.of(FloatParameter.linear("x", -5, 5), FloatParameter.log("x", 1e-8, 1e3), FloatParameter.linear("x", 1e300, 1.1e300),
                FloatParameter.linear("x", 0, Double.MIN_NORMAL), IntParameter.linear("n", -7, 12), IntParameter.log("n", 1, 100_000),
                IntParameter.linear("n", 3, 3), IntParameter.linear("n", 0, (1L << 53) - 1), CategoricalParameter.of("c", "a", "b", "c"),
                CategoricalParameter.of("c", "only"), OrdinalParameter.of("o", "low", "mid", "high"), new PermutationParameter("p", 7),
                new PermutationParameter("p", 1), FloatParameter.linear("x", 0, 10).withPrior(new Prior.Normal(3, 1)),
                FloatParameter.log("x", 1e-4, 1).withPrior(new Prior.Normal(1e-2, 0.5)), FloatParameter.linear("x", 0, 1).withPrior(new Prior.Beta(0.3, 4)),
                IntParameter.linear("n", 0, 9).withPrior(new Prior.Normal(100, 1)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void samplesAreLegalAndSurviveTheUnitCube(Parameter parameter) {
        RandomGenerator random = new SplittableRandom(1);
        double[] point = new double[parameter.width() + 2];
        for (int i = 0; i < 300; i++) {
            Value value = parameter.sample(random);
            assertThat(parameter.objection(value)).isEmpty();
            parameter.encode(value, point, 1);
            for (int k = 1; k <= parameter.width(); k++) {
                assertThat(point[k]).isBetween(0.0, 1.0);
            }
            Value back = parameter.decode(point, 1);
            assertThat(parameter.objection(back)).isEmpty();
            if (parameter instanceof FloatParameter floats) {
                double number = ((Value.FloatValue) value).value();
                assertThat(((Value.FloatValue) back).value()).isCloseTo(number, within(1e-12 * Math.max(Math.abs(floats.upper()), Math.abs(number))));
            } else if (parameter.cardinality() < 1e9 || parameter instanceof PermutationParameter) {
                assertThat(back).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void anyPointOfTheLineDecodesToALegalValue(Parameter parameter) {
        double[] point = new double[parameter.width()];
        for (double coordinate : new double[]{0, 1, -3, 4, 0.5, Math.nextDown(1.0), Double.MIN_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            Arrays.fill(point, coordinate);
            assertThat(parameter.objection(parameter.decode(point, 0))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void defaultsAndRepairedValuesAreLegal(Parameter parameter) {
        assertThat(parameter.objection(parameter.defaultValue())).isEmpty();
        for (Value foreign : List.of(Value.of(1e9), Value.of(-1e9), Value.of(5L), Value.of("no such choice"), Value.of(List.of(0, 1, 2)))) {
            Value repaired = parameter.repair(foreign);
            assertThat(parameter.objection(repaired)).isEmpty();
            assertThat(parameter.repair(repaired)).isEqualTo(repaired);
        }
    }

    /** 10 000 draws in 10 bins of expected 1 000: chi-squared with 9 degrees of freedom exceeds 27.9 with probability 0.001; the seed is fixed. */
    @ParameterizedTest
    @MethodSource("uniform")
    void withoutPriorSamplesAreUniformOnTheScale(Parameter parameter) {
        RandomGenerator random = new SplittableRandom(11);
        int[] bins = new int[10];
        double[] point = new double[1];
        for (int i = 0; i < 10_000; i++) {
            parameter.encode(parameter.sample(random), point, 0);
            bins[Math.min(9, (int) (point[0] * 10))]++;
        }
        double chi2 = 0;
        for (int bin : bins) {
            chi2 += (bin - 1000) * (bin - 1000) / 1000.0;
        }
        assertThat(chi2).isLessThan(27.9);
    }

    static Stream<Parameter> uniform() {
        return Stream.of(FloatParameter.linear("x", -5, 5), FloatParameter.log("x", 1e-8, 1e3), IntParameter.linear("n", 1, 10),
                CategoricalParameter.of("c", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"));
    }

    @Test
    void aNormalPriorCentresSamplesOnItsMean() {
        RandomGenerator random = new SplittableRandom(5);
        FloatParameter parameter = FloatParameter.log("x", 1e-4, 1).withPrior(new Prior.Normal(1e-2, 0.5));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 4000; i++) {
            double log = Math.log(((Value.FloatValue) parameter.sample(random)).value());
            sum += log;
            squares += log * log;
        }
        double mean = sum / 4000;
        assertThat(mean).isEqualTo(Math.log(1e-2), within(0.04)); // five standard errors
        assertThat(Math.sqrt(squares / 4000 - mean * mean)).isEqualTo(0.5, within(0.03));
    }

    /** Mean alpha / (alpha + beta) and variance of the beta distribution. */
    @Test
    void aBetaPriorHasItsMeanAndVariance() {
        RandomGenerator random = new SplittableRandom(6);
        FloatParameter parameter = FloatParameter.linear("x", 0, 1).withPrior(new Prior.Beta(2, 6));
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = ((Value.FloatValue) parameter.sample(random)).value();
            sum += x;
            squares += x * x;
        }
        double mean = sum / 10_000;
        assertThat(mean).isEqualTo(0.25, within(0.008));
        assertThat(squares / 10_000 - mean * mean).isEqualTo(2 * 6 / (64.0 * 9), within(0.0015));
    }

    @Test
    void intsOnALogScaleOwnLogarithmicIntervals() {
        IntParameter parameter = IntParameter.log("n", 1, 4);
        double total = Math.log(4.5 / 0.5);
        assertThat(parameter.fromUnit(Math.log(1.49 / 0.5) / total)).isEqualTo(1);
        assertThat(parameter.fromUnit(Math.log(1.51 / 0.5) / total)).isEqualTo(2);
        assertThat(parameter.fromUnit(Math.log(3.51 / 0.5) / total)).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 2", "0.5, 1, 0.5", "0.25, 0, 0.25"})
    void randomKeysSortItems(double first, double second, double third) {
        List<Integer> order = ((Value.PermutationValue) new PermutationParameter("p", 3).decode(new double[]{first, second, third}, 0)).order();
        assertThat(order).isSortedAccordingTo(Comparator.comparingDouble((Integer item) -> new double[]{first, second, third}[item])
                .thenComparing(item -> item));
    }

    @Test
    void illegalDeclarationsAreRefusedWithNameAndRule() {
        assertThatIllegalArgumentException().isThrownBy(() -> FloatParameter.linear("rate", 1, 1)).withMessageContaining("rate").withMessageContaining("<");
        assertThatIllegalArgumentException().isThrownBy(() -> FloatParameter.linear("rate", Double.NaN, 1)).withMessageContaining("finite");
        assertThatIllegalArgumentException().isThrownBy(() -> FloatParameter.log("rate", 0, 1)).withMessageContaining("positive");
        assertThatIllegalArgumentException().isThrownBy(() -> FloatParameter.linear("rate", 0, 1).withDefault(2)).withMessageContaining("2.0");
        assertThatIllegalArgumentException().isThrownBy(() -> IntParameter.log("n", 0, 4)).withMessageContaining("at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> IntParameter.linear("n", Long.MIN_VALUE, Long.MAX_VALUE)).withMessageContaining("2^53");
        assertThatIllegalArgumentException().isThrownBy(() -> CategoricalParameter.of("c", "a", "a")).withMessageContaining("differ");
        assertThatIllegalArgumentException().isThrownBy(() -> CategoricalParameter.of("c", List.of())).withMessageContaining("'c'");
        assertThatIllegalArgumentException().isThrownBy(() -> OrdinalParameter.of("o", "a").withDefault("b")).withMessageContaining("[a]");
        assertThatIllegalArgumentException().isThrownBy(() -> new PermutationParameter("p", 0)).withMessageContaining("at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> FloatParameter.linear(" ", 0, 1)).withMessageContaining("blank");
        assertThatIllegalArgumentException().isThrownBy(() -> new Prior.Normal(0, 0)).withMessageContaining("positive");
        assertThatIllegalArgumentException().isThrownBy(() -> new Prior.Beta(1, -1)).withMessageContaining("positive");
    }

    @Test
    void valuesOutsideAreObjectedTo() {
        assertThat(FloatParameter.linear("x", 0, 1).objection(Value.of(1.5))).hasValueSatisfying(why -> assertThat(why).contains("1.5", "[0.0, 1.0]"));
        assertThat(IntParameter.linear("n", 0, 1).objection(Value.of(1.0))).isPresent();
        assertThat(CategoricalParameter.of("c", "a").objection(Value.of("b"))).hasValueSatisfying(why -> assertThat(why).contains("b", "[a]"));
        assertThat(new PermutationParameter("p", 3).objection(Value.of(List.of(0, 1)))).isPresent();
    }
}
