package org.optbench.optimizers.multifidelity;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.optbench.model.Problem;
import org.optbench.model.space.CategoricalParameter;
import org.optbench.model.space.Configuration;
import org.optbench.model.space.FloatParameter;
import org.optbench.model.space.IntParameter;
import org.optbench.model.space.SearchSpace;
import org.optbench.model.space.Value;
import org.optbench.optimizer.OptimizerContext;
import org.optbench.optimizer.Preset;

/**
 * What the optimizers of this family are made from.
 *
 * @param eta ratio of neighbouring levels, and inverse of the part that goes on
 */
record Setup(OptimizerContext context, Ladder ladder, double eta) {

    /** How far candidates go. */
    enum Plan {
        HYPERBAND, ASHA, STOPPING
    }

    /** How candidates are found. */
    enum Model {
        RANDOM, KERNEL, FOREST, PROCESS
    }

    static Setup of(OptimizerContext context) {
        Configuration settings = context.settings();
        double eta = settings.real("eta");
        return new Setup(context, Ladder.of(context.problem().fidelities(), eta, settings.real("least_share")), eta);
    }

    /** The settings that all share. */
    static SearchSpace.Builder settings() {
        return SearchSpace.builder().add(FloatParameter.linear("eta", 2, 5).withDefault(3))
                .add(FloatParameter.log("least_share", 0.001, 0.5).withDefault(0.01));
    }

    static CategoricalParameter plan(Plan initial) {
        return CategoricalParameter.of("schedule", "hyperband", "asha", "stopping").withDefault(text(initial));
    }

    static CategoricalParameter model(Model initial) {
        return CategoricalParameter.of("proposer", "random", "kernel", "forest", "process").withDefault(text(initial));
    }

    static IntParameter brackets() {
        return IntParameter.linear("brackets", 1, 5).withDefault(1);
    }

    static FloatParameter randomPart(double initial) {
        return FloatParameter.linear("random_part", 0, 0.9).withDefault(initial);
    }

    static Preset preset(String id, String summary, Map<String, Value> settings) {
        return new Preset(id, summary, Configuration.of(settings));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    Configuration chosen() {
        return context.settings();
    }

    Problem problem() {
        return context.problem();
    }

    boolean isMultiObjective() {
        return problem().isMultiObjective();
    }

    RandomGenerator random(String purpose) {
        return context.random().stream(purpose);
    }

    Schedule hyperband(boolean cycles) {
        return new HyperbandSchedule(ladder, eta, cycles, isMultiObjective() ? new ParetoRanking() : Ranking.byValue());
    }

    Schedule asha(int brackets) {
        return new AshaSchedule(ladder, eta, brackets, isMultiObjective(), random("brackets"));
    }

    Schedule stopping() {
        return new StoppingSchedule(ladder, new HalvingRule(ladder.size(), eta, isMultiObjective()));
    }

    /** The schedule that the setting names. */
    Schedule schedule() {
        return switch (Plan.valueOf(chosen().choice("schedule").toUpperCase(Locale.ROOT))) {
            case HYPERBAND -> hyperband(true);
            case ASHA -> asha(1);
            case STOPPING -> stopping();
        };
    }

    Proposer random() {
        return new RandomProposer(problem().space(), random("configurations"));
    }

    Proposer kernel(Configuration settings, double randomPart) {
        return new KernelProposer(problem(), ladder, KernelSettings.of(settings), randomPart, random("kernel"));
    }

    Proposer forest(Configuration settings, double randomPart) {
        return new ForestProposer(problem(), ladder, ForestSettings.of(settings), randomPart, random("forest"));
    }

    Proposer process(Configuration settings, double randomPart) {
        return new ProcessProposer(problem(), ladder, ProcessSettings.of(settings), randomPart, random("process"));
    }

    /** The proposer that the setting names, its model with default settings. */
    Proposer proposer() {
        double part = chosen().real("random_part");
        return switch (Model.valueOf(chosen().choice("proposer").toUpperCase(Locale.ROOT))) {
            case RANDOM -> random();
            case KERNEL -> kernel(defaults(KernelSettings::declare), part);
            case FOREST -> forest(defaults(ForestSettings::declare), part);
            case PROCESS -> process(defaults(ProcessSettings::declare), part);
        };
    }

    private static Configuration defaults(Consumer<SearchSpace.Builder> declaration) {
        SearchSpace.Builder space = SearchSpace.builder();
        declaration.accept(space);
        return space.build().defaults();
    }

    MultiFidelityOptimizer optimizer(Schedule schedule, Proposer proposer) {
        return new MultiFidelityOptimizer(problem(), ladder, schedule, proposer);
    }
}
