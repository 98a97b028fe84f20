package org.optbench.tasks.learning;

import java.util.List;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Condition;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.OrdinalParameter;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.PermutationParameter;

/** Parameters and conditions under longer names, so that several spaces can be joined. */
final class Prefixed {

    private Prefixed() {
    }

    static Parameter parameter(String prefix, Parameter parameter) {
        String name = prefix + parameter.name();
        return switch (parameter) {
            case FloatParameter p -> new FloatParameter(name, p.lower(), p.upper(), p.scale(), p.prior(), p.initial());
            case IntParameter p -> new IntParameter(name, p.lower(), p.upper(), p.scale(), p.prior(), p.initial());
            case CategoricalParameter p -> new CategoricalParameter(name, p.choices(), p.initial());
            case OrdinalParameter p -> new OrdinalParameter(name, p.choices(), p.initial());
            case PermutationParameter p -> new PermutationParameter(name, p.size());
        };
    }

    static Condition condition(String prefix, Condition condition) {
        return switch (condition) {
            case Condition.OneOf c -> new Condition.OneOf(prefix + c.parameter(), c.values());
            case Condition.NoneOf c -> new Condition.NoneOf(prefix + c.parameter(), c.values());
            case Condition.Between c -> new Condition.Between(prefix + c.parameter(), c.lower(), c.upper(), c.inclusive(), c.choices());
            case Condition.AllOf(List<Condition> parts) -> new Condition.AllOf(parts.stream().map(part -> condition(prefix, part)).toList());
            case Condition.AnyOf(List<Condition> parts) -> new Condition.AnyOf(parts.stream().map(part -> condition(prefix, part)).toList());
        };
    }
}
