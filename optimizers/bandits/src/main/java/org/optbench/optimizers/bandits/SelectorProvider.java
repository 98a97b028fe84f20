package org.optbench.optimizers.bandits;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.Feature;
import org.optbench.optimizer.Optimizer;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.optimizer.OptimizerVariant;
import org.optbench.optimizer.Option;
import org.optbench.optimizer.Preset;
import org.optbench.optimizer.support.ProblemFeatures;
import org.optbench.optimizer.support.SelectionTable;

/** Hands a problem to the optimizer that did best on problems like it. */
public final class SelectorProvider implements OptimizerProvider {

    private static final String OWN_TABLE = "selection.csv";
    private static final int STRETCH = 4;
    private static final SearchSpace SETTINGS = SearchSpace.of(IntParameter.linear("best", 1, 6).withDefault(1));

    @Override
    public OptimizerDescription description() {
        return new OptimizerDescription("selector", "1", "Selector", "portfolio",
                "Looks up how optimizers did on recorded tasks with similar features, and runs the one that did best; with several, it runs them as a portfolio.",
                List.of("Rice, The Algorithm Selection Problem, 1976",
                        "Kerschke, Hoos, Neumann and Trautmann, Automated Algorithm Selection: Survey and Perspectives, 2019"),
                Capabilities.allParameters(Feature.CONDITIONS, Feature.FORBIDDEN, Feature.CONSTRAINTS, Feature.PARALLEL, Feature.NOISE), SETTINGS)
                .withOptions(new Option("table", "File of recorded ranks, as optbench train-selector writes it; empty for the one that comes along", ""))
                .withPresets(new Preset("top3", "Runs the three best as a portfolio", Configuration.empty().with("best", Value.of(3L))));
    }

    @Override
    public Optimizer create(OptimizerContext context) {
        List<OptimizerVariant> ranked = ranked(context);
        int wanted = (int) context.settings().whole("best");
        List<Optimizer> chosen = ranked.stream().limit(wanted).map(variant -> Members.create(variant, context)).toList();
        return chosen.size() == 1 ? chosen.getFirst()
                : new Portfolio(context.problem(), chosen, BanditKind.FIXED_SHARE, STRETCH, context.random().stream("selector"));
    }

    /** The optimizers that can take on the problem, the most promising first. */
    static List<OptimizerVariant> ranked(OptimizerContext context) {
        Members members = new Members();
        Map<String, Double> expected = table(context).expectedRanks(ProblemFeatures.of(context.problem(), context.budget()));
        List<String> ids = members.ids();
        String known = expected.entrySet().stream().filter(entry -> ids.contains(entry.getKey()) && !entry.getKey().startsWith("selector"))
                .sorted(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(Map.Entry::getKey).collect(Collectors.joining(","));
        return members.able(known, context);
    }

    private static SelectionTable table(OptimizerContext context) {
        try (Reader source = context.option("table").isPresent() ? Files.newBufferedReader(Path.of(context.option("table").get())) : ownTable()) {
            return SelectionTable.read(source);
        } catch (IOException e) {
            throw new UncheckedIOException("Selection table '" + context.option("table").orElse(OWN_TABLE)
                    + "' cannot be read. Maybe make it: optbench train-selector", e);
        }
    }

    private static Reader ownTable() throws IOException {
        InputStream stream = SelectorProvider.class.getResourceAsStream(OWN_TABLE);
        if (stream == null) {
            throw new IOException("The resource " + OWN_TABLE + " is missing");
        }
        return new InputStreamReader(stream, StandardCharsets.UTF_8);
    }
}
