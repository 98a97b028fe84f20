package org.optbench.optimizers.classic;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.Parameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.UnitCube;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.Option;
import org.optbench.optimizer.Preset;

/** Quasi-random search along the scrambled Sobol' sequence. */
public final class SobolSearch implements OptimizerProvider {

    private static final SearchSpace SETTINGS = SearchSpace.of(CategoricalParameter.of("scrambling", "owen", "matrix", "none"),
            CategoricalParameter.of("points", "fresh", "same"));
    /** Scrambles the points that are the same in every run. */
    private static final long SAME = 20_250_101L;

    @Override
    public OptimizerDescription description() {
        Capabilities blind = Capable.blind();
        return new OptimizerDescription("sobol", "1", "Sobol' sequence", "baseline",
                "Fills the unit cube evenly with the points of the scrambled Sobol' sequence; up to 1000 coordinates.",
                List.of("Sobol', On the distribution of points in a cube and the approximate evaluation of integrals, 1967",
                        "Joe and Kuo, Constructing Sobol Sequences with Better Two-Dimensional Projections, 2008",
                        "Owen, Randomly Permuted (t,m,s)-Nets and (t,s)-Sequences, 1995"),
                new Capabilities(blind.parameters(), blind.features(), SobolSequence.MAXIMUM_DIMENSION), SETTINGS)
                .withOptions(new Option("fixed", "Values that every suggestion has, as JSON, such as {\"algorithm\":\"muon\"}; unknown names are ignored", ""),
                        new Option("vary", "Patterns of the parameters that vary, such as muon.*; all others keep their defaults", "*"))
                .withPresets(new Preset("unscrambled", "The plain sequence, without randomness.",
                        Configuration.of(Map.of("scrambling", Value.of("none")))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        SearchSpace space = context.problem().space();
        Configuration base = DefaultConfiguration.overlaid(space, context.option("fixed").map(Configuration::parse).orElseGet(Configuration::empty));
        UnaryOperator<Configuration> overlay = UnaryOperator.identity();
        SearchSpace varied = space;
        if (context.option("fixed").isPresent() || !context.option("vary").orElse("*").equals("*")) {
            varied = varied(space, base, context);
            overlay = point -> DefaultConfiguration.overlaid(space, with(base, point));
        }
        UnitCube cube = varied.unitCube();
        SobolSequence.Scrambling scrambling = SobolSequence.Scrambling.valueOf(context.settings().choice("scrambling").toUpperCase(Locale.ROOT));
        long seed = context.settings().choice("points").equals("same") ? SAME : context.random().seed("sobol");
        SobolSequence sequence = new SobolSequence(cube.width(), scrambling, seed);
        UnaryOperator<Configuration> whole = overlay;
        return new BlindOptimizer(() -> Optional.of(whole.apply(cube.decode(sequence.next()))), context.problem().fidelities().full());
    }

    /** The parameters that are active beside the fixed values, are not fixed themselves, and match a pattern. */
    private static SearchSpace varied(SearchSpace space, Configuration base, OptimizerContext context) {
        Set<String> fixed = context.option("fixed").map(text -> Configuration.parse(text).active().keySet()).orElseGet(Set::of);
        List<Pattern> patterns = Arrays.stream(context.option("vary").orElse("*").split(",")).map(String::strip)
                .map(glob -> Pattern.compile("\\Q" + glob.replace("*", "\\E.*\\Q") + "\\E")).toList();
        List<Parameter> varied = space.parameters().stream().filter(parameter -> base.isActive(parameter.name()) && !fixed.contains(parameter.name())
                && patterns.stream().anyMatch(pattern -> pattern.matcher(parameter.name()).matches())).toList();
        if (varied.isEmpty()) {
            throw new IllegalArgumentException(
                    "Option 'vary' is '" + context.option("vary").orElse("*") + "': no parameter of the space that is free beside the "
                            + "fixed values matches it. Maybe one of " + base.active().keySet());
        }
        return SearchSpace.of(varied);
    }

    private static Configuration with(Configuration base, Configuration point) {
        SortedMap<String, Value> values = new TreeMap<>(base.active());
        values.putAll(point.active());
        return Configuration.of(values);
    }
}
