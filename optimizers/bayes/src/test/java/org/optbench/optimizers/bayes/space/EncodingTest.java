package org.optbench.optimizers.bayes.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.PermutationParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.optimizers.bayes.gp.KernelShape;
import org.optbench.optimizers.bayes.gp.Radial;

class EncodingTest {
    static final SearchSpace MIXED = SearchSpace.builder().add(FloatParameter.log("rate", 1e-4, 1)).add(IntParameter.log("units", 1, 512))
            .add(CategoricalParameter.of("kind", "a", "b", "c")).add(OrdinalParameter.of("size", "s", "m", "l")).add(new PermutationParameter("order", 5))
            .add(CategoricalParameter.of("fixed", "only")).add(FloatParameter.linear("depth", 0, 1), Condition.in("kind", "b", "c"))
            .add(CategoricalParameter.of("flag", "no", "yes"), Condition.in("kind", "c"))
            .forbid(Condition.all(Condition.equal("kind", "a"), Condition.equal("size", "l"))).build();
    private final Encoding encoding = new Encoding(MIXED);
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void samplesAndMovesAreLegalAndRoundTrip() {
        for (int i = 0; i < 500; i++) {
            double[] point = encoding.sample(random);
            requireLegal(point);
            requireLegal(encoding.mutate(point, 0.3, 0.1, random));
            encoding.discreteNeighbours(point, 30, random).forEach(this::requireLegal);
        }
        encoding.design(9, random).forEach(this::requireLegal);
    }

    private void requireLegal(double[] point) {
        Configuration configuration = encoding.decode(point);
        assertThat(MIXED.contains(configuration)).isTrue();
        double[] again = encoding.encode(configuration);
        for (int i = 0; i < point.length; i++) {
            assertThat(again[i]).isEqualTo(point[i], org.assertj.core.api.Assertions.within(1e-12));
        }
        for (double feature : encoding.features(point)) {
            assertThat(feature).isBetween(0.0, 1.0);
        }
    }

    @Test
    void differentChoicesAreAtDistanceOneAndSoAreActiveAndInactive() {
        SearchSpace space = SearchSpace.builder().add(CategoricalParameter.of("kind", "a", "b", "c"))
                .add(FloatParameter.linear("depth", 0, 1), Condition.in("kind", "b")).build();
        Encoding small = new Encoding(space);
        double[] off = small.features(new double[]{1 / 6.0, Double.NaN});
        double[] on = small.features(new double[]{0.5, 0});
        double sum = 0;
        for (int i = 0; i < off.length; i++) {
            sum += (off[i] - on[i]) * (off[i] - on[i]);
        }
        assertThat(sum).isEqualTo(2, org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void eachParameterWithSeveralValuesHasOneLengthscale() {
        KernelShape shape = encoding.kernelShape(Radial.MATERN_52);
        assertThat(shape.groups()).isEqualTo(7);
        assertThat(shape.features()).isEqualTo(encoding.features());
    }

    @Test
    void aPointMovesWheneverItCan() {
        double[] point = encoding.sample(random);
        for (int i = 0; i < 100; i++) {
            assertThat(encoding.mutate(point, 0, 1e-9, random)).isNotNull();
        }
        SearchSpace binary = SearchSpace.of(CategoricalParameter.of("x", "0", "1"));
        double[] zero = {0.25};
        assertThat(new Encoding(binary).mutate(zero, 0, 0, random)).containsExactly(0.75);
    }

    @Test
    void designsHaveOnePointInEachRow() {
        Encoding cube = new Encoding(SearchSpace.of(FloatParameter.linear("x", 0, 1), FloatParameter.linear("y", 0, 1)));
        List<double[]> design = cube.design(8, random);
        for (int k = 0; k < 2; k++) {
            int coordinate = k;
            assertThat(design.stream().map(p -> (int) (8 * p[coordinate])).distinct().count()).isEqualTo(8);
        }
    }
}
