package org.optbench.tasks.configspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.optbench.model.random.RandomStreams;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Prior;
import org.optbench.model.space.Scale;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;

class ConfigSpaceReaderTest {

    /** Parameters and conditional parameters of each file, counted with Python's json module. */
    private static final Map<String, int[]> YAHPO = Map.ofEntries(Map.entry("iaml_glmnet", new int[]{4, 0}), Map.entry("iaml_ranger", new int[]{10, 1}),
            Map.entry("iaml_rpart", new int[]{6, 0}), Map.entry("iaml_super", new int[]{30, 27}), Map.entry("iaml_xgboost", new int[]{15, 8}),
            Map.entry("lcbench", new int[]{9, 0}), Map.entry("nb301", new int[]{35, 24}), Map.entry("rbv2_aknn", new int[]{9, 0}),
            Map.entry("rbv2_glmnet", new int[]{6, 0}), Map.entry("rbv2_ranger", new int[]{11, 1}), Map.entry("rbv2_rpart", new int[]{8, 0}),
            Map.entry("rbv2_super", new int[]{41, 36}), Map.entry("rbv2_svm", new int[]{9, 2}), Map.entry("rbv2_xgboost", new int[]{17, 8}));

    private static final String NEW_FORMAT = """
            {"name": "myspace", "format_version": 0.4, "python_module_version": "1.2.0",
             "hyperparameters": [
               {"type": "uniform_float", "name": "a", "lower": 0.1, "upper": 10.0, "default_value": 1.0, "log": true, "meta": null},
               {"type": "uniform_int", "name": "n", "lower": 1, "upper": 9, "default_value": 3, "log": false, "meta": null},
               {"type": "normal_float", "name": "m", "lower": -3, "upper": 3, "mu": 0.5, "sigma": 1.0, "default_value": 0.5, "log": false, "meta": null},
               {"type": "beta_float", "name": "b", "lower": 0, "upper": 1, "alpha": 2, "beta": 3, "default_value": 0.3, "log": false, "meta": null},
               {"type": "categorical", "name": "c", "choices": ["x", 2, true], "weights": null, "default_value": 2, "meta": null},
               {"type": "ordinal", "name": "o", "sequence": ["s", "m", "l"], "default_value": "m", "meta": null},
               {"type": "constant", "name": "k", "value": 7, "meta": null}],
             "conditions": [
               {"type": "EQ", "child": "n", "parent": "c", "value": 2},
               {"type": "OR", "child": "m", "conditions": [
                 {"type": "GT", "child": "m", "parent": "a", "value": 5.0},
                 {"type": "LT", "child": "m", "parent": "o", "value": "m"}]},
               {"type": "AND", "child": "b", "conditions": [
                 {"type": "NEQ", "child": "b", "parent": "o", "value": "l"},
                 {"type": "IN", "child": "b", "parent": "c", "values": ["x", 2]}]}],
             "forbiddens": [
               {"type": "AND", "clauses": [{"type": "EQUALS", "name": "c", "value": "x"}, {"type": "IN", "name": "o", "values": ["s", "l"]}]}]}
            """;

    @TestFactory
    Stream<DynamicTest> theSpacesOfYahpoGymLoad() {
        return YAHPO.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
            SearchSpace space = ConfigSpaceReader.read(shared().resolve("yahpo").resolve(entry.getKey()).resolve("config_space.json"));
            assertThat(space.dimension()).isEqualTo(entry.getValue()[0]);
            assertThat(space.activations()).hasSize(entry.getValue()[1]);
            assertThat(space.contains(space.defaults())).isTrue();
            RandomGenerator random = RandomStreams.of(entry.getKey()).stream("test");
            for (int i = 0; i < 50; i++) {
                Configuration sampled = space.sample(random);
                assertThat(space.violations(sampled)).isEmpty();
                assertThat(space.contains(space.unitCube().decode(space.unitCube().encode(sampled)))).isTrue();
            }
        }));
    }

    @Test
    void aConditionalSpaceOfYahpoGymIsReadInFull() throws IOException {
        SearchSpace space = ConfigSpaceReader.read(shared().resolve("yahpo/rbv2_svm/config_space.json"));
        assertThat(space.parameter("cost")).contains(FloatParameter.log("cost", 4.5399929762484854e-05, 22026.465794806718).withDefault(1.0));
        assertThat(space.parameter("kernel")).contains(CategoricalParameter.of("kernel", "linear", "polynomial", "radial"));
        Configuration linear = space.defaults();
        assertThat(linear.isActive("gamma")).isFalse();
        assertThat(space.repair(linear.with("kernel", Value.of("radial"))).isActive("gamma")).isTrue();
    }

    @Test
    void theNewFormatIsReadInFull() {
        SearchSpace space = ConfigSpaceReader.parse(NEW_FORMAT);
        assertThat(space.parameter("a")).contains(new FloatParameter("a", 0.1, 10, Scale.LOG, Prior.uniform(), 1));
        assertThat(space.parameter("n")).contains(IntParameter.linear("n", 1, 9).withDefault(3));
        assertThat(space.parameter("m")).contains(FloatParameter.linear("m", -3, 3).withPrior(new Prior.Normal(0.5, 1)).withDefault(0.5));
        assertThat(space.parameter("b")).contains(FloatParameter.linear("b", 0, 1).withPrior(new Prior.Beta(2, 3)).withDefault(0.3));
        assertThat(space.parameter("c")).contains(CategoricalParameter.of("c", "x", "2", "true").withDefault("2"));
        assertThat(space.parameter("o")).contains(OrdinalParameter.of("o", "s", "m", "l").withDefault("m"));
        assertThat(space.parameter("k")).contains(IntParameter.linear("k", 7, 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1|x|m|n:false m:false b:true", "1|2|m|n:true m:false b:true", "6|true|m|n:false m:true b:false",
            "1|true|s|n:false m:true b:false", "6|2|l|n:true m:true b:false"})
    void conditionsHoldAsInConfigSpace(double a, String c, String o, String expected) {
        SearchSpace space = ConfigSpaceReader.parse(NEW_FORMAT);
        Configuration repaired = space.repair(Configuration.of(Map.of("a", Value.of(a), "c", Value.of(c), "o", Value.of(o))));
        assertThat(Stream.of("n", "m", "b").map(name -> name + ":" + repaired.isActive(name)).toList()).containsExactly(expected.split(" "));
    }

    @Test
    void forbiddenCombinationsAreRefused() {
        SearchSpace space = ConfigSpaceReader.parse(NEW_FORMAT);
        assertThat(space.forbidden()).hasSize(1);
        assertThat(space.forbidden().getFirst().holds(Configuration.of(Map.of("c", Value.of("x"), "o", Value.of("s"))))).isTrue();
        assertThat(space.forbidden().getFirst().holds(Configuration.of(Map.of("c", Value.of("x"), "o", Value.of("m"))))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"hyperparameters\": [{\"type\": \"uniform_flaot\", \"name\": \"a\"}]} | $.hyperparameters[0] | uniform_float",
            "{\"hyperparameters\": [{\"type\": \"uniform_float\", \"name\": \"a\", \"lower\": 0, \"upper\": 1, \"lgo\": true}]} | 'lgo' is unknown | log",
            "{\"hyperparameters\": [{\"type\": \"uniform_float\", \"name\": \"a\", \"lower\": 0}]} | 'upper' is missing | [0]",
            "{\"hyperparameters\": [{\"type\": \"uniform_float\", \"name\": \"a\", \"lower\": 0, \"upper\": 1, \"q\": 0.1}]} | q = 0.1 | Maybe",
            "{\"hyperparameters\": [{\"type\": \"categorical\", \"name\": \"a\", \"choices\": [1, 2], \"weights\": [1, 3]}]} | unequal weights | Maybe",
            "{\"hyperparameters\": [], \"conditions\": [{\"type\": \"EQ\", \"child\": \"a\", \"parent\": \"b\", \"value\": 1}]} | 'child' | unknown",
            "{\"hyperparameters\": [{\"type\": \"ordinal\", \"name\": \"a\", \"sequence\": [1, 2]}], \"forbiddens\": [{\"type\": \"RELATION\"}]} | $.forbiddens[0] | constraint",
            "{\"json_format_version\": 9, \"hyperparameters\": []} | 9.0 | 0.4", "{\"hyperparametres\": []} | 'hyperparametres' is unknown | hyperparameters?",
            "not json | Not JSON | not", "[] | $ | object",
            "{\"hyperparameters\": [{\"type\": \"constant\", \"name\": \"a\", \"value\": 1}, {\"type\": \"constant\", \"name\": \"a\", \"value\": 1}]} | 'a' | twice"})
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String json, String first, String second) {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfigSpaceReader.parse(json)).withMessageContaining(first).withMessageContaining(second);
    }

    private static Path shared() {
        Optional<Path> found = Optional.ofNullable(System.getProperty("optbench.shared")).map(Path::of).map(path -> path.resolve("data"));
        if (found.isEmpty()) {
            Path here = Path.of("").toAbsolutePath();
            found = Stream.iterate(here, folder -> folder != null, Path::getParent).map(folder -> folder.resolve("shared/data"))
                    .filter(Files::isDirectory).findFirst();
        }
        return found.filter(Files::isDirectory).orElseGet(() -> abort("The reference data (shared/data) are not here; -Doptbench.shared names their folder."));
    }
}
