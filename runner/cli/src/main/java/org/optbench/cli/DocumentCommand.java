package org.optbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.optbench.analysis.CampaignRuns;
import org.optbench.analysis.PerformanceTable;
import org.optbench.model.space.ParameterKind;
import org.optbench.model.task.TaskType;
import org.optbench.optimizer.Capabilities;
import org.optbench.optimizer.OptimizerDescription;
import org.optbench.optimizer.OptimizerProvider;
import org.optbench.results.ResultStore;
import org.optbench.results.RunQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the table of all optimizers. */
@Command(name = "document", description = "Write a table of all optimizers in Markdown: family, capabilities, presets, papers, and ranks in a campaign.",
        footer = {"  optbench document -o docs/optimizers.md",
                "  optbench run campaigns/reference.yaml && optbench document --campaign reference -o docs/optimizers.md"})
final class DocumentCommand implements Callable<Integer> {

    @Option(names = "--campaign", paramLabel = "NAME", defaultValue = "", description = "Recorded campaign whose ranks are entered; empty for none.")
    @SuppressWarnings("NullAway.Init") private String campaign;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "File to write (default: the console).") private @Nullable Path output;

    @Mixin private final Platform platform = new Platform();

    @Mixin private final Database database = new Database();

    @Spec
    @SuppressWarnings("NullAway.Init") private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<PerformanceTable> table = Optional.empty();
        if (!campaign.isEmpty()) {
            try (ResultStore store = database.open()) {
                table = Optional.of(CampaignRuns.read(store.reader(), RunQuery.ofCampaign(Campaigns.resolve(store.reader(), campaign))).table());
            }
        }
        String text = text(platform.optimizers().providers(), table);
        if (output == null) {
            spec.commandLine().getOut().println(text);
        } else {
            Files.writeString(output, text);
            spec.commandLine().getOut().println("Table: " + output);
        }
        return OptbenchCommand.OK;
    }

    private String text(List<OptimizerProvider> providers, Optional<PerformanceTable> table) {
        Optional<RelativeRanks> ranks = table.map(RelativeRanks::new);
        StringBuilder text = new StringBuilder("# Optimizers\n\n");
        text.append("Made by `optbench document").append(campaign.isEmpty() ? "" : " --campaign " + campaign).append("`: ").append(providers.size())
                .append(" optimizers of ").append(providers.stream().map(provider -> provider.description().family()).distinct().count())
                .append(" families, ").append(providers.stream().mapToLong(provider -> 1 + provider.description().presets().size()).sum())
                .append(" variants with their presets.\n");
        table.ifPresent(recorded -> text.append("\nRanks are means over the tasks of a type that an optimizer ran on in the campaign `").append(campaign)
                .append("` (").append(recorded.tasks().size()).append(" tasks, ").append(recorded.totalRuns())
                .append(" runs), from 0 for the best of all optimizers on each task to 1 for the last; a dash means that it did not run.\n"));
        text.append("\n| optimizer | family | handles | ").append(ranks.isPresent() ? types(TaskType::code, " | ") + " | " : "").append("papers |\n")
                .append("|---|---|---|").append(ranks.isPresent() ? types(_ -> "---:", "|") + "|" : "").append("---|\n");
        for (OptimizerProvider provider : providers) {
            OptimizerDescription optimizer = provider.description();
            row(text, "`" + optimizer.id() + "`: " + optimizer.summary(), optimizer, ranks.map(known -> known.byType(optimizer.id())),
                    handles(optimizer.capabilities()), String.join("; ", optimizer.papers()));
            optimizer.presets().forEach(preset -> row(text, "`" + optimizer.id() + "/" + preset.id() + "`: " + preset.summary(), optimizer,
                    ranks.map(known -> known.byType(optimizer.id() + "/" + preset.id())), "", ""));
        }
        return text.toString();
    }

    private static String types(Function<TaskType, String> cell, String separator) {
        return EnumSet.allOf(TaskType.class).stream().map(cell).collect(Collectors.joining(separator));
    }

    private static void row(StringBuilder text, String name, OptimizerDescription optimizer, Optional<Map<String, Double>> ranks, String handles,
            String papers) {
        List<String> cells = new ArrayList<>(List.of(name, optimizer.family(), handles));
        ranks.ifPresent(known -> EnumSet.allOf(TaskType.class)
                .forEach(type -> cells.add(known.containsKey(type.code()) ? String.format(Locale.ROOT, "%.2f", known.get(type.code())) : "-")));
        cells.add(papers);
        text.append("| ").append(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | "))).append(" |\n");
    }

    private static String handles(Capabilities capabilities) {
        Set<ParameterKind> kinds = capabilities.parameters();
        String parameters = kinds.size() == ParameterKind.values().length ? "all parameters"
                : kinds.stream().map(DocumentCommand::word).collect(Collectors.joining(", "));
        String features = capabilities.features().stream().sorted().map(DocumentCommand::word).collect(Collectors.joining(", "));
        return features.isEmpty() ? parameters : parameters + "; " + features;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
