package org.optbench.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.optbench.model.Trial;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

class OptimizerCatalogTest {

    private static final SearchSpace SETTINGS = SearchSpace.builder().add(FloatParameter.linear("rate", 0, 10).withDefault(2))
            .add(CategoricalParameter.of("kernel", "rbf", "poly")).add(IntParameter.linear("degree", 2, 5).withDefault(3), Condition.equal("kernel", "poly"))
            .build();
    private static final OptimizerCatalog CATALOG = new OptimizerCatalog(List.of(new Named("kernel-search"), new Named("other")));

    private record Named(String id) implements OptimizerProvider {

        @Override
        public OptimizerDescription description() {
            return new OptimizerDescription(id, "1", id, "test", "A test.", List.of(), Capabilities.allParameters(), SETTINGS)
                    .withOptions(new Option("command", "what to call", "run"), new Option("model", "which", ""))
                    .withPresets(new Preset("poly", "polynomial", Configuration.of(Map.of("kernel", Value.of("poly"))), Map.of("model", "small")));
        }

        @Override
        public Optimizer create(OptimizerContext context) {
            return new Optimizer() {
                @Override
                public Ask ask(AskRequest request) {
                    return new Ask.Exhausted("test");
                }

                @Override
                public void tell(Trial trial) {
                    // a test
                }
            };
        }
    }

    @Test
    void variantsArePresetsToo() {
        assertThat(CATALOG.variantIds()).containsExactly("kernel-search", "kernel-search/poly", "other", "other/poly");
    }

    @Test
    void settingsAreCompletedWithDefaultsAndPresets() {
        assertThat(CATALOG.resolve("kernel-search", Configuration.empty(), Map.of()).settings())
                .isEqualTo(Configuration.of(Map.of("rate", Value.of(2.0), "kernel", Value.of("rbf"))));
        OptimizerVariant poly = CATALOG.resolve("kernel-search/poly", Configuration.of(Map.of("rate", Value.of(7L))), Map.of("command", "go"));
        assertThat(poly.settings()).isEqualTo(Configuration.of(Map.of("rate", Value.of(7.0), "kernel", Value.of("poly"), "degree", Value.of(3L))));
        assertThat(poly.options()).isEqualTo(Map.of("command", "go", "model", "small"));
        assertThat(poly.id()).isEqualTo("kernel-search/poly");
    }

    @Test
    void mistakesAreNamedWithNearWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> resolve("kernel-serach", Map.of())).withMessageContaining("Maybe you mean kernel-search");
        assertThatIllegalArgumentException().isThrownBy(() -> resolve("other/pole", Map.of())).withMessageContaining("poly");
        assertThatIllegalArgumentException().isThrownBy(() -> resolve("other", Map.of("rat", Value.of(1.0)))).withMessageContaining("rate");
        assertThatIllegalArgumentException().isThrownBy(() -> resolve("other", Map.of("rate", Value.of(11.0)))).withMessageContaining("11.0");
        assertThatIllegalArgumentException().isThrownBy(() -> resolve("other", Map.of("degree", Value.of(3L)))).withMessageContaining("kernel = poly");
        assertThatIllegalArgumentException().isThrownBy(() -> CATALOG.resolve("other", Configuration.empty(), Map.of("comand", "x")))
                .withMessageContaining("command");
    }

    @Test
    void duplicateIdsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new OptimizerCatalog(List.of(new Named("a"), new Named("a")))).withMessageContaining("'a'");
    }

    @Test
    void descriptionsAreChecked() {
        OptimizerDescription good = new Named("good").description();
        assertThatIllegalArgumentException().isThrownBy(() -> new Named("Not Good").description()).withMessageContaining("Not Good");
        assertThatIllegalArgumentException().isThrownBy(() -> good.withPresets(new Preset("p", "x", Configuration.of(Map.of("nobody", Value.of(1L))))))
                .withMessageContaining("nobody");
    }

    @Test
    void answersAndRequestsAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Ask.Suggest(List.of())).withMessageContaining("Wait");
        assertThatIllegalArgumentException().isThrownBy(() -> new AskRequest(0, 0, Optional.empty()));
        assertThat(AskRequest.one().atMost()).isEqualTo(1);
    }

    private static OptimizerVariant resolve(String id, Map<String, Value> settings) {
        return CATALOG.resolve(id, Configuration.of(settings), Map.of());
    }
}
