package org.optbench.model.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final Configuration ALL = Configuration.of(Map.of("rate", Value.of(1e-3), "whole", Value.of(1.0), "n", Value.of(-12L), "kind",
            Value.of("a \"quoted\" \\ \n\u0001 \u00e9"), "tour", Value.of(List.of(2, 0, 1)), "empty", Value.of(List.of())));

    @Test
    void canonicalTextIsSortedJsonThatTellsKindsApart() {
        assertThat(Configuration.of(Map.of("b", Value.of(1L), "a", Value.of(1.0), "c", Value.of("x"), "d", Value.of(List.of(1, 0)))).canonicalText())
                .isEqualTo("{\"a\":1.0,\"b\":1,\"c\":\"x\",\"d\":[1,0]}");
        assertThat(Configuration.empty().canonicalText()).isEqualTo("{}");
    }

    @Test
    void parsingGivesTheConfigurationBack() {
        assertThat(Configuration.parse(ALL.canonicalText())).isEqualTo(ALL);
        assertThat(Configuration.parse(" { \"a\" : [ 1 , 0 ] ,\n\"b\":\"\\u00e9\\t\" } ")).isEqualTo(
                Configuration.of(Map.of("a", Value.of(List.of(1, 0)), "b", Value.of("\u00e9\t"))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e-300, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, -0.0, 1.0 / 3, 123456789.123456789, 1e7, 1e-3})
    void everyFiniteDoubleSurvives(double number) {
        Configuration configuration = Configuration.of(Map.of("x", Value.of(number)));
        assertThat(Configuration.parse(configuration.canonicalText()).real("x")).isEqualTo(number + 0.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1}x", "{\"a\":true}", "{\"a\":[1.5]}", "{\"a\":[0,0]}",
            "{\"a\":1,\"a\":2}", "{\"a\":\"b}", "{a:1}", "[]", "{\"a\":{\"b\":1}}", "{\"a\":NaN}", "{\"a\":\"\\u12\"}", "{\"a\":99999999999999999999}",
            "{\"a\":[99999999999]}"})
    void brokenTextsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Configuration.parse(text));
    }

    @Test
    void valuesAreReadByKind() {
        assertThat(ALL.real("rate")).isEqualTo(1e-3);
        assertThat(ALL.whole("n")).isEqualTo(-12);
        assertThat(ALL.number("n")).isEqualTo(-12);
        assertThat(ALL.number("rate")).isEqualTo(1e-3);
        assertThat(ALL.choice("kind")).startsWith("a ");
        assertThat(ALL.order("tour")).containsExactly(2, 0, 1);
        assertThat(ALL.isActive("missing")).isFalse();
    }

    @Test
    void wrongKindsAndInactiveParametersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.real("n")).withMessageContaining("-12").withMessageContaining("float");
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.whole("rate")).withMessageContaining("int");
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.number("kind")).withMessageContaining("number");
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.choice("n"));
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.order("n"));
        assertThatIllegalArgumentException().isThrownBy(() -> ALL.value("missing")).withMessageContaining("isActive");
    }

    @Test
    void withAndWithoutLeaveTheOriginalAlone() {
        Configuration changed = ALL.with("n", Value.of(3L)).without("tour");
        assertThat(changed.whole("n")).isEqualTo(3);
        assertThat(changed.isActive("tour")).isFalse();
        assertThat(ALL.whole("n")).isEqualTo(-12);
        assertThat(ALL.isActive("tour")).isTrue();
    }

    @Test
    void nonsenseValuesCannotBeMade() {
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(List.of(0, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> Value.of(List.of(1, 1)));
    }
}
